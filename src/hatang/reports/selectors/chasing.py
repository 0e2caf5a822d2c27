"""Which unit owes which section, how late it is, and whom that has reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from hatang.commune.models import Membership, Unit
from hatang.commune.roles import Role
from hatang.indicators.rules.escalation import Days, Level, level
from hatang.indicators.selectors.board import MINE, chasing
from hatang.reports.models import Report, ReportSection
from hatang.reports.selectors.reports import Numbered

TONES = {Level.NOT_DUE: "quiet", Level.SOON: "info", Level.UNIT: "warn"}


@dataclass(frozen=True, slots=True)
class Followed:
    """One section a person can be asked for, as the coordinator follows it."""

    one: Numbered
    level: Level
    late: int

    @property
    def section(self) -> ReportSection:
        """The section."""
        return self.one.section

    @property
    def tone(self) -> str:
        """The badge of how far it has climbed."""
        return TONES.get(self.level, "bad")


def followed(sections: Iterable[Numbered], today: dt.date) -> list[Followed]:
    """The sections people write, those that are missing with how far they have climbed. One query."""
    days = chasing()
    return [_followed(one, days, today) for one in sections if one.section.prompt]


def _followed(one: Numbered, days: Days, today: dt.date) -> Followed:
    return Followed(one, _level(one.section, days, today), one.section.days_late(today))


def _level(section: ReportSection, days: Days, today: dt.date) -> Level:
    return level(section.due_on, today, days) if section.is_missing and section.due_on else Level.NOT_DUE


@dataclass(frozen=True, slots=True)
class Owed:
    """What a unit still owes of one report, what is due first before the rest; `late` are the days of the latest."""

    report: Report
    sections: list[ReportSection]
    late: int

    @property
    def reminded(self) -> ReportSection | None:
        """The section of which the unit was reminded last."""
        sent = [(row.reminded_at, row.pk, row) for row in self.sections if row.reminded_at]
        return max(sent)[2] if sent else None


def owed_by(unit: Unit, today: dt.date) -> list[Owed]:
    """What a unit still owes for reports being written, by report. One query."""
    found: dict[Report, list[ReportSection]] = {}
    for row in _missing().filter(unit=unit):
        found.setdefault(row.report, []).append(row)
    return [Owed(report, rows, max(row.days_late(today) for row in rows)) for report, rows in found.items()]


def late_sections(member: Membership, today: dt.date) -> list[ReportSection]:
    """What climbed to a coordinator or leader, by the days of the commune; nothing is read for others."""
    reached = MINE.get(Role(member.role))
    if reached is None:
        return []
    late = list(_missing().filter(due_on__lt=today))
    days = chasing() if late else None
    return [row for row in late if days and _level(row, days, today) >= reached]


def _missing() -> QuerySet[ReportSection]:
    rows = ReportSection.objects.filter(report__state="draft", state=ReportSection.State.WAITING, unit__isnull=False)
    found: QuerySet[ReportSection] = rows.select_related("report", "unit", "reminded_by").order_by("due_on", "report", "order")
    return found
