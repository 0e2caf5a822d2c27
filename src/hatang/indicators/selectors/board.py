"""Who has reported and who has not, what falls due, and how far what is overdue has climbed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from hatang.commune.models import Membership, Unit
from hatang.commune.roles import Role
from hatang.indicators.models import Measurement, Reminder, ReportingPeriod, ReportingSettings
from hatang.indicators.rules.escalation import Days, Level, days_late, level
from hatang.indicators.selectors.doubting import Place, settings
from hatang.indicators.selectors.owed import Ledger, Part, ledger, states_in
from vanban.text.collation import natural_key

MINE = {Role.COORDINATOR: Level.COORDINATOR, Role.VICE_CHAIR: Level.VICE_CHAIR, Role.CHAIR: Level.CHAIR}
State = Measurement.State


@dataclass(frozen=True, slots=True)
class Line:
    """One unit in one period. `unit` is None for figures nobody is in charge of. Only what must be reported is counted."""

    period: ReportingPeriod
    unit: Unit | None
    total: int
    counts: Counter[str]
    late: int
    level: Level
    reminded: Reminder | None = None

    @property
    def handed_in(self) -> int:
        """How many are handed in or approved."""
        return self.counts[State.SUBMITTED] + self.counts[State.APPROVED]

    @property
    def left(self) -> int:
        """How many are still owed."""
        return self.total - self.handed_in

    @property
    def approved(self) -> int:
        """How many are approved."""
        return self.counts[State.APPROVED]

    @property
    def started(self) -> int:
        """How many are written down but not handed in."""
        return self.counts[State.DRAFT] + self.counts[State.RETURNED]

    @property
    def tone(self) -> str:
        """The kind of badge that shows it."""
        if not self.left:
            return "good"
        return "bad" if self.level >= Level.UNIT else "warn" if self.level == Level.SOON or self.handed_in else "quiet"


def days_of(found: ReportingSettings) -> Days:
    """After how many days overdue each level is told."""
    return Days(found.days_to_coordinator, found.days_to_vice_chair, found.days_to_chair)


def lines(periods: Collection[ReportingPeriod], today: dt.date, *, accounts: Ledger | None = None) -> list[Line]:
    """Every unit that owes something in these periods, by period and unit: six queries whatever there is."""
    book, states, days = accounts or ledger(), states_in(periods), days_of(settings())
    reminded = _last_reminders(periods)
    return [line for period in periods for line in _of_period(period, book, states[period.pk], days, today, reminded)]


def _of_period(
    period: ReportingPeriod,
    book: Ledger,
    states: dict[Place, str],
    days: Days,
    today: dt.date,
    reminded: dict[tuple[int, int], Reminder],
) -> list[Line]:
    by_unit: dict[int | None, list[Part]] = {}
    for part in book.parts(period):
        if part.required:
            by_unit.setdefault(part.unit, []).append(part)
    found = []
    for pk, parts in by_unit.items():
        counts = Counter(states.get(part.place, "") for part in parts)
        late, reached = days_late(period.due_on, today), level(period.due_on, today, days)
        unit = book.units.get(pk) if pk is not None else None
        found.append(Line(period, unit, len(parts), counts, late, reached, reminded.get((period.pk, pk or 0))))
    return sorted(found, key=lambda line: (not line.left, natural_key(line.unit.name) if line.unit else ()))


def _last_reminders(periods: Collection[ReportingPeriod]) -> dict[tuple[int, int], Reminder]:
    rows = Reminder.objects.filter(period__in=periods).select_related("sent_by").order_by("sent_at", "pk")
    return {(row.period_id, row.unit_id): row for row in rows}


def due(periods: Collection[ReportingPeriod], today: dt.date) -> list[Line]:
    """What is still owed in open periods, the most overdue first."""
    owing = [line for line in lines([period for period in periods if period.is_open], today) if line.left]
    return sorted(owing, key=lambda line: (-line.late, natural_key(line.unit.name) if line.unit else ()))


def climbed_to(member: Membership, owing: Collection[Line]) -> list[Line]:
    """What of it this person has to look after: the own unit's, and what climbed to the person's role."""
    reached = MINE.get(Role(member.role))
    mine = [line for line in owing if line.unit and line.unit.pk == member.unit_id]
    if reached is not None:
        mine += [line for line in owing if line.level >= reached and line not in mine]
    return mine


def chasing() -> Days:
    """After how many days overdue each level is told in this commune."""
    return days_of(settings())
