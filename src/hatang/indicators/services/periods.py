"""Opening, locking and re-opening periods of reporting, and how the commune chases what is late."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from hatang.core.audit import current_actor, record
from hatang.core.periods import NotAPeriod, Period
from hatang.indicators.models import ReportingPeriod, ReportingSettings
from hatang.indicators.models.period import LENGTHS
from hatang.indicators.services import figures
from hatang.indicators.services.refusing import PeriodLocked, Refused, why_locked

DAYS_TO_REPORT = 15  # after the last day of the period, unless the commune sets another
CHASING = ("days_to_coordinator", "days_to_vice_chair", "days_to_chair", "jump_percent")


@transaction.atomic
def open_period(code: str, *, due_on: dt.date | None = None) -> ReportingPeriod:
    """Open a quarter, half a year or a year for reporting; one already open is given back, with its due day set anew if asked.

    Raises:
        NotAPeriod: no quarter, half a year or year is written so.
        PeriodLocked: it was locked; re-opening is another deed.
    """
    fresh = ReportingPeriod.of(_reportable(code))
    known: ReportingPeriod | None = ReportingPeriod.objects.select_for_update(of=("self",)).filter(code=fresh.code).first()
    if known is None:
        fresh.due_on = due_on or fresh.last + dt.timedelta(days=DAYS_TO_REPORT)
        fresh.changed_by_id = current_actor().user_id
        fresh.save()
        record("period.open", fresh, after={"code": fresh.code, "due_on": fresh.due_on})
        figures.recompute(periods={fresh.pk})
        return fresh
    if not known.is_open:
        raise PeriodLocked(why_locked(known))
    return _due(known, due_on) if due_on and due_on != known.due_on else known


def _reportable(code: str) -> Period:
    period = Period.parse(code)
    if period.months not in LENGTHS or period.first == period.last:
        raise NotAPeriod(code)
    return period


def _due(period: ReportingPeriod, due_on: dt.date) -> ReportingPeriod:
    before = period.due_on
    period.due_on = due_on
    period.save(update_fields=["due_on", "changed_at"])
    record("period.due", period, before={"due_on": before}, after={"due_on": due_on})
    return period


@transaction.atomic
def lock_period(period: ReportingPeriod, *, reason: str) -> ReportingPeriod:
    """Let nothing of a period change any more; whoever is stopped reads the reason.

    Raises:
        Refused: no reason is given, or it is locked already.
    """
    return _turn(period, ReportingPeriod.State.LOCKED, reason)


@transaction.atomic
def reopen_period(period: ReportingPeriod, *, reason: str) -> ReportingPeriod:
    """Let figures of a locked period be written again; raises as `lock_period` does."""
    return _turn(period, ReportingPeriod.State.OPEN, reason)


def _turn(period: ReportingPeriod, state: ReportingPeriod.State, reason: str) -> ReportingPeriod:
    if not reason.strip():
        raise Refused(_("Hãy ghi lý do: người bị dừng lại sẽ đọc lý do này."))
    found: ReportingPeriod = ReportingPeriod.objects.select_for_update(of=("self",)).get(pk=period.pk)
    if found.state == state:
        raise Refused(_("Kỳ này vừa được người khác chuyển sang trạng thái ấy rồi."))
    before = {"state": found.state, "reason": found.reason}
    found.state, found.reason, found.changed_by_id = state, reason.strip(), current_actor().user_id
    found.save(update_fields=["state", "reason", "changed_by", "changed_at"])
    action = "period.lock" if state == ReportingPeriod.State.LOCKED else "period.reopen"
    record(action, found, before=before, after={"state": found.state, "reason": found.reason}, reason=found.reason)
    return found


@transaction.atomic
def change_settings(**values: int) -> ReportingSettings:
    """Set after how many days what is overdue climbs, and what counts as a jump; fields as in `ReportingSettings`."""
    found: ReportingSettings = ReportingSettings.objects.get_or_create()[0]
    before = {name: getattr(found, name) for name in CHASING}
    for name, value in values.items():
        setattr(found, name, value)
    found.save()
    record("reporting.settings", found, before=before, after={name: getattr(found, name) for name in CHASING})
    return found
