"""Whom a report is addressed to and sent to."""

from __future__ import annotations

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.reports import documents, services
from hatang.reports.forms.addressing import AddressForm
from hatang.reports.models import Report
from hatang.reports.views.finding import report_or_404
from vanban.writer import lacking


@require_http_methods(["GET", "POST"])
@permission_required(Permission.REVIEW_REPORTS)
def address(request: HttpRequest, pk: int) -> HttpResponse:
    """Change "Kính gửi" and "Nơi nhận" while the report is a draft; the decree's rules are checked before anything is written."""
    found = report_or_404(request, pk)
    form = AddressForm(request.POST or None, addressees=found.addressees, recipients=found.recipients)
    if request.method == "POST" and form.is_valid() and not form.refuse(lambda: _lacking(found, form)):
        try:
            services.address(found, form.addressed, form.recipients)
        except services.Refused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã lưu nơi nhận của báo cáo."))
            return redirect("report", pk)
    return render(request, "reports/address.html", {"report": found, "form": form})


def _lacking(report: Report, form: AddressForm) -> tuple[str, ...]:
    draft = documents.draft_of(documents.paper_of(report))
    return lacking(replace(draft, addressees=tuple(form.addressed), recipients=tuple(form.recipients)))
