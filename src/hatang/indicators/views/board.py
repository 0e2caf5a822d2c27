"""Who has reported, what falls due, and reminding."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.indicators import selectors, services
from hatang.indicators.models import ReportingPeriod
from hatang.indicators.selectors import board as reporting
from hatang.indicators.selectors.periods import periods
from hatang.indicators.views.asked import member_of, period_asked


@require_GET
@permission_required(Permission.SEE_FIGURES)
def board(request: HttpRequest) -> HttpResponse:
    """Each unit in a period: what it owes, what it handed in, what is approved."""
    known, today = periods(), timezone.localdate()
    period = period_asked(request, known) or _running(known)
    lines = reporting.lines([period], today) if period else []
    context = {
        "period": period,
        "periods": known[:8],
        "lines": lines,
        "late": bool(period and period.is_open and lines and lines[0].late > 0),
        "units_done": sum(not line.left for line in lines),
        "total": sum(line.total for line in lines),
        "handed_in": sum(line.handed_in for line in lines),
        "approved": sum(line.approved for line in lines),
        "owing": sum(line.left > 0 and line.unit is not None for line in lines),
    }
    return render(request, "indicators/board.html", context)


def _running(known: list[ReportingPeriod]) -> ReportingPeriod | None:
    """The open period that is due first, else the newest."""
    running = sorted((period for period in known if period.is_open), key=lambda period: (period.due_on, period.pk))
    return next((period for period in [*running, *known]), None)


@require_POST
@permission_required(Permission.REVIEW_FIGURES)
def remind(request: HttpRequest, pk: int) -> HttpResponse:
    """Remind one unit, or every unit that still owes something."""
    period = ReportingPeriod.objects.filter(pk=pk).first()
    if period is None:
        raise Http404
    unit = request.POST.get("don-vi", "")
    try:
        count = services.remind(period, {int(unit)} if unit.isdecimal() else None)
    except services.Refused as error:
        messages.error(request, str(error))
    else:
        words = ngettext("Đã nhắc %(n)s đơn vị.", "Đã nhắc %(n)s đơn vị.", count) % {"n": count}
        messages.success(request, words if count else _("Không có ai để nhắc: đã nộp đủ, hoặc hôm nay đã nhắc rồi."))
    return redirect(f"{reverse('board')}?ky={period.code}")


@require_GET
@permission_required(Permission.SEE_FIGURES)
def due(request: HttpRequest) -> HttpResponse:
    """Everything still owed, the most overdue first, and what of it climbed to the person."""
    owing = reporting.due(periods(), timezone.localdate())
    mine = reporting.climbed_to(member_of(request), owing)
    return render(request, "indicators/due.html", {"owing": owing, "mine": mine, "chase": reporting.chasing()})


@require_GET
@permission_required(Permission.SEE_FIGURES)
def notices(request: HttpRequest) -> HttpResponse:
    """The piece of a page that tells the person of reminders and of what climbed to them; empty where there is nothing."""
    member = member_of(request)
    told = {"reminders": selectors.reminders_of(member.unit), "climbed": selectors.climbed(member, timezone.localdate())}
    return render(request, "indicators/notices.html", told)
