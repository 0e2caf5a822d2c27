"""The queue of figures that wait for review."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.indicators import services
from hatang.indicators.models import Measurement, ReportingPeriod
from hatang.indicators.selectors.periods import periods
from hatang.indicators.selectors.review import queue, waiting_counts
from hatang.indicators.views.asked import period_asked


@require_http_methods(["GET", "POST"])
@permission_required(Permission.REVIEW_FIGURES)
def review(request: HttpRequest) -> HttpResponse:
    """What waits, by indicator: approve many, return one with a comment."""
    known = periods()
    if request.method == "POST":
        return _decide(request, known)
    return _page(request, known)


def _decide(request: HttpRequest, known: list[ReportingPeriod]) -> HttpResponse:
    try:
        _return(request) if request.POST.get("tra") else _approve(request)
    except services.Refused as error:
        return _page(request, known, alert=str(error))
    asked = {name: request.GET[name] for name in ("ky", "trang") if name in request.GET}
    return redirect(f"{reverse('review-figures')}?{urlencode(asked)}")


def _return(request: HttpRequest) -> None:
    number = request.POST["tra"]
    for row in _seen(request, [number]):
        services.return_(row, comment=request.POST.get(f"y-kien-{number}", ""))
        messages.success(request, _("Đã trả lại “%(name)s” cho đơn vị.") % {"name": row.indicator})


def _approve(request: HttpRequest) -> None:
    rows = _seen(request, request.POST.getlist("chon"))
    if not rows:
        raise services.Refused(_("Chưa chọn dòng nào để duyệt."))
    done = len(services.approve(rows))
    messages.success(request, ngettext("Đã duyệt %(n)s số liệu.", "Đã duyệt %(n)s số liệu.", done) % {"n": done})


def _seen(request: HttpRequest, numbers: list[str]) -> list[Measurement]:
    """The figures as the reviewer saw them: with the revision their page was made from."""
    rows = Measurement.objects.select_related("indicator").filter(pk__in=[int(pk) for pk in numbers if pk.isdecimal()])
    found = list(rows.order_by("pk"))
    for row in found:
        revision = request.POST.get(f"ban-{row.pk}", "")
        row.revision = int(revision) if revision.isdecimal() else 0
    return found


def _page(request: HttpRequest, known: list[ReportingPeriod], *, alert: str = "") -> HttpResponse:
    counts = waiting_counts()
    waiting = [(period, counts[period.pk]) for period in known if period.pk in counts]
    period = period_asked(request, known) or _first(waiting)
    chosen = request.POST.getlist("chon") if request.method == "POST" else None
    context = {
        "waiting": waiting,
        "period": period,
        "page": queue(period, request.GET.get("trang")) if period else None,
        "count": counts.get(period.pk, 0) if period else 0,
        "alert": alert,
        "chosen": {int(pk) for pk in chosen if pk.isdecimal()} if chosen is not None else None,
        "comments": {int(name[7:]): text for name, text in request.POST.items() if name.startswith("y-kien-") and text},
        "why_locked": services.why_locked(period) if period and not period.is_open else "",
    }
    return render(request, "indicators/review.html", context)


def _first(waiting: list[tuple[ReportingPeriod, int]]) -> ReportingPeriod | None:
    """The open period with something to review that is due first."""
    running = sorted((period for period, _count in waiting), key=lambda period: (not period.is_open, period.due_on, period.pk))
    return running[0] if running else None
