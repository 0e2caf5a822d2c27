"""Reminding units of what they owe. A reminder is a notice on the pages of the unit's people; nothing is sent by mail."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from hatang.core.audit import current_actor, record
from hatang.indicators.models import Reminder, ReportingPeriod
from hatang.indicators.selectors.board import Line, lines
from hatang.indicators.services.refusing import hold_open


@transaction.atomic
def remind(period: ReportingPeriod, units: Collection[int] | None = None) -> int:
    """Remind every unit that still owes something, or those named of them; how many. Nobody is reminded twice a day.

    Raises:
        PeriodLocked: nothing can be handed in any more.
    """
    found, today = hold_open(period), timezone.localdate()
    owing = [line for line in lines([found], today) if line.unit and line.left and (units is None or line.unit.pk in units)]
    wanted = [line for line in owing if not _reminded_today(line)]
    for line in wanted:
        _send(line)
    return len(wanted)


def _reminded_today(line: Line) -> bool:
    return line.reminded is not None and timezone.localdate(line.reminded.sent_at) == timezone.localdate()


def _send(line: Line) -> None:
    sent = Reminder.objects.create(period=line.period, unit=line.unit, owed=line.left, sent_by_id=current_actor().user_id)
    record("reminder.send", sent, after={"unit": str(line.unit), "period": line.period.code, "owed": line.left})
