"""What the watch page and a work's page read beside the cells."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import F, Max, Q, QuerySet, Sum

from hatang.projects.models import Allocation, Disbursement, Project, Transfer, WorksSettings
from hatang.projects.money.rules import watch
from hatang.projects.money.rules.months import added_up
from hatang.projects.money.rules.totals import NOTHING, Sums, by
from hatang.projects.money.selectors.books import cells
from hatang.projects.money.selectors.summing import Wanted
from hatang.projects.rules.states import Stage
from hatang.projects.selectors.works import settings

STOPPED = {Stage.CANCELLED.value, Stage.CLOSED.value}
FACTS = ("pk", "name", "sector", "stage", "kind", "percent", "total_investment")


@dataclass(frozen=True, slots=True)
class Facts:
    """What totals need to know of a work."""

    pk: int
    name: str
    sector: str
    stage: str
    kind: str
    percent: Any
    total_investment: int | None


@dataclass(frozen=True, slots=True)
class Warned:
    """A work with what the rules found of it."""

    work: Facts
    sums: Sums
    outlook: watch.Outlook | None = None
    gap: watch.Gap | None = None
    months: int = 0


@dataclass(frozen=True, slots=True)
class Watch:
    """A year as the watch page shows it."""

    year: int
    sums: Sums
    outlook: watch.Outlook
    paid: dict[int, int]
    risks: list[Warned]
    gaps: list[Warned]
    idle: list[Warned]
    settings: WorksSettings


def facts() -> dict[int, Facts]:
    """Every work by its pk. One query."""
    return {row[0]: Facts(*row) for row in Project.objects.order_by("folded_name", "pk").values_list(*FACTS)}


def paid_by_month(year: int) -> dict[int, int]:
    """What was paid out of a year's capital by the end of each month, added up. One query."""
    sums = Disbursement.objects.filter(year=year).order_by().values_list("paid_on")
    steps: dict[int, int] = {}
    for day, amount in sums.annotate(sum=Sum(F("amount") - F("recovered"))):
        at = month_of(day.year, day.month, year)
        steps[at] = steps.get(at, 0) + amount
    return added_up(steps)


def month_of(paid_year: int, month: int, year: int) -> int:
    """The month of a year's plan a payment counts in: 13 after the year is over, January before it began."""
    return month if paid_year == year else 13 if paid_year > year else 1


def watching(year: int, today: dt.date) -> Watch:
    """What stands out in a year. Eight queries."""
    lines, works = settings(), facts()
    of_year, of_all = by_work(Wanted(year=year, grain=("project",))), by_work(Wanted(grain=("project",)))
    passed, whole = watch.elapsed(year, today), sum(of_year.values(), NOTHING)
    wanted = lines.year_end_percent
    open_works = {pk: sums for pk, sums in of_year.items() if works[pk].stage not in STOPPED}
    foreseen = [
        Warned(works[pk], sums, watch.outlook(sums.allocated, sums.disbursed, passed, wanted)) for pk, sums in open_works.items()
    ]
    risks = [one for one in foreseen if one.outlook and one.outlook.at_risk]
    return Watch(
        year=year,
        sums=whole,
        outlook=watch.outlook(whole.allocated, whole.disbursed, passed, wanted),
        paid=paid_by_month(year),
        risks=sorted(risks, key=lambda one: -one.sums.left),
        gaps=_gaps(works, of_all, lines),
        idle=_idle(works, open_works, year, today, lines.idle_months),
        settings=lines,
    )


def by_work(wanted: Wanted) -> dict[int, Sums]:
    """What is wanted, by work. One query."""
    return by(cells(wanted), lambda cell: cell.project)


def _gaps(works: dict[int, Facts], sums: dict[int, Sums], lines: WorksSettings) -> list[Warned]:
    found = []
    for pk, of_work in sums.items():
        work = works[pk]
        apart = None if work.stage in STOPPED else gap_of(work, of_work, lines)
        if apart and apart.side != watch.Side.EVEN:
            found.append(Warned(work, of_work, gap=apart))
    return sorted(found, key=lambda one: abs(one.gap.points) if one.gap else Decimal(), reverse=True)


def gap_of(work: Any, sums: Sums, lines: WorksSettings) -> watch.Gap | None:
    """Money beside work: of the total investment, else of the medium-term ceiling, else of what was allocated."""
    whole = work.total_investment or sums.ceiling or sums.allocated
    return watch.gap(sums.disbursed, whole, work.percent, ahead=lines.paid_ahead_points, behind=lines.paid_behind_points)


def _idle(works: dict[int, Facts], sums: dict[int, Sums], year: int, today: dt.date, months: int) -> list[Warned]:
    last = last_moves(year)
    found = [
        Warned(works[pk], of_work, months=watch.idle_months(last.get(pk), today))
        for pk, of_work in sums.items()
        if of_work.left > 0
    ]
    return sorted((one for one in found if one.months >= months), key=lambda one: -one.months)


def last_moves(year: int, until: dt.date | None = None) -> dict[int, dt.date]:
    """When capital of a year was promised to each work or paid out for the last time, by a day. Three queries."""
    found: dict[int, dt.date] = {}
    living = Q(reverses__isnull=True, reversed_by__isnull=True)
    parts: list[tuple[QuerySet[Any], str, str]] = [
        (Allocation.objects.filter(living, year=year), "project", "decided_on"),
        (Transfer.objects.filter(living, to_year=year), "to_project", "decided_on"),
        (Disbursement.objects.filter(living, year=year), "project", "paid_on"),
    ]
    for rows, project, day in parts:
        rows = rows.filter(**{f"{day}__lte": until}) if until else rows
        for pk, last in rows.order_by().values_list(f"{project}_id").annotate(last=Max(day)):
            found[pk] = max(last, found.get(pk, last))
    return found
