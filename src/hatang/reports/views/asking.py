"""Who writes which section by when, reminding them, and what each person is told of it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.reports import selectors, services
from hatang.reports.forms.asking import AskForm
from hatang.reports.views.finding import may, member_of, report_or_404, section_or_404


@require_GET
@permission_required(Permission.REVIEW_REPORTS)
def asked(request: HttpRequest, pk: int) -> HttpResponse:
    """Every section people write: whose it is, by when, whether it is there."""
    found, today = report_or_404(request, pk), timezone.localdate()
    rows = selectors.followed(selectors.numbered(selectors.sections_of(found)), today)
    wanted = [row for row in rows if row.section.is_asked]
    context = {
        "report": found,
        "rows": rows,
        "asked": len(wanted),
        "missing": sum(row.section.is_missing for row in wanted),
        "late": sum(row.late > 0 for row in wanted),
        "owing": len({row.section.unit_id for row in wanted if row.section.is_missing}),
    }
    return render(request, "reports/asked.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.REVIEW_REPORTS)
def ask(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Ask a unit for a section, or nobody."""
    found = section_or_404(report_or_404(request, pk).pk, row)
    form = AskForm(request.POST or None, section=found, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            services.ask(found, form.cleaned_data["unit"], form.cleaned_data["due_on"])
        except services.Refused as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã giao mục này."))
            return redirect("report-asked", pk)
    return render(request, "reports/ask.html", {"report": found.report, "section": found, "form": form})


@require_POST
@permission_required(Permission.REVIEW_REPORTS)
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    """Remind one unit, or every unit that still owes a section."""
    found, unit = report_or_404(request, pk), request.POST.get("don-vi", "")
    try:
        count = services.remind(found, int(unit) if unit.isdecimal() else None)
    except services.Refused as error:
        messages.error(request, str(error))
    else:
        words = ngettext("Đã nhắc %(n)s đơn vị.", "Đã nhắc %(n)s đơn vị.", count) % {"n": count}
        messages.success(request, words if count else _("Không có ai để nhắc: đã nộp đủ, hoặc hôm nay đã nhắc rồi."))
    return redirect("report-asked", pk)


@require_GET
@permission_required(Permission.SEE_REPORTS)
def notices(request: HttpRequest) -> HttpResponse:
    """The piece of a page that tells the person of sections asked of the own unit and of what climbed to them."""
    return render(request, "reports/notices.html", told(request))


def told(request: HttpRequest) -> dict[str, object]:
    """Sections the person's unit owes, and what climbed to the person. Three queries."""
    member, today = member_of(request), timezone.localdate()
    owed = selectors.owed_by(member.unit, today) if may(request, Permission.PREPARE_REPORTS) else []
    return {"owed": owed, "climbed": selectors.late_sections(member, today)}
