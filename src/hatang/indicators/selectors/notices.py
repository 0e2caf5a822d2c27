"""What a person is told about reporting wherever they begin: reminders of the own unit, and what climbed to them."""

from __future__ import annotations

import datetime as dt

from hatang.commune.models import Membership, Unit
from hatang.commune.roles import Role
from hatang.indicators.models import Reminder, ReportingPeriod
from hatang.indicators.rules.escalation import Level
from hatang.indicators.selectors import board
from hatang.indicators.selectors.owed import ledger, states_in, still_owed


def reminders_of(unit: Unit) -> list[Reminder]:
    """The last reminder of each open period for which the unit still owes something; none are read but the unit's own."""
    rows = Reminder.objects.filter(unit=unit, period__state=ReportingPeriod.State.OPEN).select_related("period", "sent_by")
    last = {row.period_id: row for row in rows.order_by("sent_at", "pk")}
    if not last:
        return []
    book, states = ledger(), states_in([row.period for row in last.values()])
    return [row for row in last.values() if _owes(unit, row, book, states)]


def _owes(unit: Unit, reminder: Reminder, book: board.Ledger, states: dict[int, dict[board.Place, str]]) -> bool:
    own = [part for part in book.parts(reminder.period) if part.unit == unit.pk]
    return still_owed(own, states[reminder.period_id]) > 0


def climbed(member: Membership, today: dt.date) -> list[board.Line]:
    """What climbed to a coordinator or leader; nothing is read for others, nor while nothing is overdue."""
    reached = board.MINE.get(Role(member.role))
    if reached is None:
        return []
    overdue = list(ReportingPeriod.objects.filter(state=ReportingPeriod.State.OPEN, due_on__lt=today))
    return [line for line in board.due(overdue, today) if line.level >= reached >= Level.COORDINATOR] if overdue else []
