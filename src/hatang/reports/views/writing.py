"""Preparing a report, writing its sections, bringing a draft up to date."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hatang.commune.access import permission_required, require
from hatang.commune.roles import Permission
from hatang.plans.models import Plan
from hatang.plans.selectors import plans_in_force
from hatang.reports import services
from hatang.reports.forms import PrepareForm, SectionForm
from hatang.reports.kinds import kinds
from hatang.reports.models import Report, ReportSection
from hatang.reports.views.finding import member_of, report_or_404, require_write, section_or_404


@require_http_methods(["GET", "POST"])
@permission_required(Permission.REVIEW_REPORTS)
def prepare(request: HttpRequest) -> HttpResponse:
    """Choose a kind, a period and a subject, and have the report written; the buttons of the list come here too."""
    form, plan = PrepareForm(request.POST or None), next(iter(plans_in_force()), None)
    if plan is None:
        messages.error(request, _("Chưa lập được báo cáo: cần một kế hoạch đang hiệu lực."))
        return redirect("reports")
    made = _prepared(request, form, plan) if request.method == "POST" and form.is_valid() else None
    return redirect("report", made.pk) if made else render(request, "reports/prepare.html", {"form": form})


def _prepared(request: HttpRequest, form: PrepareForm, plan: Plan) -> Report | None:
    asked, today = form.cleaned_data, timezone.localdate()
    kind, unit = kinds()[asked["kind"]], member_of(request).unit
    try:
        made = services.prepare(plan, kind, asked["period"], today=today, unit=unit, subject=asked["subject"])
    except services.Refused as error:
        form.add_error(None, str(error))
        return None
    messages.success(request, _("Đã lập bản thảo. Đọc lại, viết thêm phần số liệu không nói được, rồi xác nhận đã rà soát."))
    return made


@require_POST
@permission_required(Permission.REVIEW_REPORTS)
def refresh(request: HttpRequest, pk: int) -> HttpResponse:
    """Bring the figures and the text from data up to date; what people wrote stays."""
    found = report_or_404(request, pk)
    try:
        services.refresh(found, today=timezone.localdate())
        messages.success(request, _("Đã cập nhật số liệu của bản thảo. Phần mọi người viết thêm giữ nguyên."))
    except services.Refused as error:
        messages.error(request, str(error))
    return redirect("report", pk)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.PREPARE_REPORTS)
def section(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Write what only a person can say; hand it in."""
    found = section_or_404(report_or_404(request, pk).pk, row)
    require_write(request, found)
    form = SectionForm(request.POST or None, section=found)
    if request.method == "POST" and form.is_valid() and _written(request, form, found):
        return redirect("report", pk)
    return render(request, "reports/section.html", {"report": found.report, "section": found, "form": form})


def _written(request: HttpRequest, form: SectionForm, found: ReportSection) -> bool:
    handing_in = request.POST.get("viec") == "nop"
    asked = form.cleaned_data
    try:
        services.write_section(found, asked["text"], revision=asked["revision"], handing_in=handing_in)
    except services.ChangedMeanwhile as error:
        form.add_error(None, str(error))
        form.show_other(found)
        return False
    except services.Refused as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, _("Đã nộp mục này.") if handing_in else _("Đã lưu mục này."))
    return True


@require_POST
@permission_required(Permission.PREPARE_REPORTS)
def take_back(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Ask for a section again."""
    found = section_or_404(report_or_404(request, pk).pk, row)
    require(request, Permission.REVIEW_REPORTS)
    try:
        services.take_back(found)
        messages.success(request, _("Đã yêu cầu đơn vị viết lại mục này."))
    except services.Refused as error:
        messages.error(request, str(error))
    return redirect("report", pk)
