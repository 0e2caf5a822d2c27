"""Opening, locking and re-opening periods, and how late figures are chased."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.indicators import services
from hatang.indicators.forms.periods import DueForm, OpenForm, SettingsForm
from hatang.indicators.models import ReportingPeriod
from hatang.indicators.selectors.doubting import settings
from hatang.indicators.selectors.periods import periods, to_open
from hatang.indicators.selectors.review import waiting_counts
from hatang.indicators.views.asked import may


@require_http_methods(["GET", "POST"])
@permission_required(Permission.SEE_FIGURES)
def manage(request: HttpRequest) -> HttpResponse:
    """The periods of the commune; a coordinator opens another one here."""
    known = periods()
    form = OpenForm(to_open(timezone.localdate(), known), request.POST or None)
    if request.method == "POST" and may(request, Permission.MANAGE_PERIODS) and form.is_valid():
        return _open(request, form)
    return _page(request, known, form=form)


def _open(request: HttpRequest, form: OpenForm) -> HttpResponse:
    try:
        period = services.open_period(form.cleaned_data["code"], due_on=form.cleaned_data["due_on"])
    except services.Refused as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Đã mở kỳ %(period)s.") % {"period": period})
    return redirect("periods")


def _page(
    request: HttpRequest, known: list[ReportingPeriod], *, form: OpenForm | None = None, chase: SettingsForm | None = None
) -> HttpResponse:
    counts = waiting_counts()
    context = {
        "rows": [(period, counts.get(period.pk, 0)) for period in known],
        "form": form or OpenForm(to_open(timezone.localdate(), known)),
        "chase": chase or SettingsForm(instance=settings(), auto_id="c_%s"),
    }
    return render(request, "indicators/periods.html", context)


@require_POST
@permission_required(Permission.MANAGE_PERIODS)
def lock(request: HttpRequest, pk: int) -> HttpResponse:
    """Lock a period, with the reason."""
    return _turn(request, pk, services.lock_period, _("Đã khóa kỳ %(period)s."))


@require_POST
@permission_required(Permission.REOPEN_PERIODS)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a locked period again, with the reason."""
    return _turn(request, pk, services.reopen_period, _("Đã mở lại kỳ %(period)s."))


def _turn(request: HttpRequest, pk: int, turn: Callable[..., ReportingPeriod], done: str) -> HttpResponse:
    period = _period_or_404(pk)
    try:
        turn(period, reason=request.POST.get("reason", "")[:1000])
    except services.Refused as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done % {"period": period})
    return redirect("periods")


@require_POST
@permission_required(Permission.MANAGE_PERIODS)
def change_due(request: HttpRequest, pk: int) -> HttpResponse:
    """Another due day for an open period."""
    period, form = _period_or_404(pk), DueForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Chưa đổi hạn nộp: ngày phải viết như 15/07/2026."))
        return redirect("periods")
    try:
        services.open_period(period.code, due_on=form.cleaned_data["due_on"])
        messages.success(request, _("Đã đổi hạn nộp kỳ %(period)s.") % {"period": period})
    except services.Refused as error:
        messages.error(request, str(error))
    return redirect("periods")


@require_POST
@permission_required(Permission.MANAGE_PERIODS)
def change_settings(request: HttpRequest) -> HttpResponse:
    """Set how overdue figures climb and what counts as a jump."""
    form = SettingsForm(request.POST, instance=settings(), auto_id="c_%s")
    if not form.is_valid():
        return _page(request, periods(), chase=form)
    services.change_settings(**form.cleaned_data)
    messages.success(request, _("Đã lưu cách nhắc việc quá hạn."))
    return redirect("periods")


def _period_or_404(pk: int) -> ReportingPeriod:
    found: ReportingPeriod | None = ReportingPeriod.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
