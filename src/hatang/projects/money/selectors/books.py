"""The cells of the books, summed by the database. What they mean is in `rules.totals`; a test holds the two together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, F, PositiveSmallIntegerField, Q, QuerySet, Sum, Value

from hatang.projects.models import (
    Allocation,
    Disbursement,
    FundingSource,
    PlannedDisbursement,
    ProjectVillage,
    SettledAmount,
    Transfer,
    YearCapital,
)
from hatang.projects.money.rules.months import carried
from hatang.projects.money.rules.totals import NOTHING, Book, Cell, Sums, by

FULL = ("project", "source", "year")
COLUMNS = ("ceiling", "allocated", "advanced", "disbursed", "settled", "final")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cells are wanted; empty means all. `grain` names what tells cells apart: less of it means fewer, larger cells.

    `until`: only entries of papers, and payments made, by that day; an entry taken back bears the day of the one it takes back.
    """

    projects: Collection[int] | None = None
    year: int | None = None
    source: int | None = None
    sector: str = ""
    until: dt.date | None = None
    grain: tuple[str, ...] = FULL


def cells(wanted: Wanted | None = None) -> dict[Cell, Sums]:
    """The cells wanted; a work or source not in the grain is 0, a year None. One query."""
    wanted = wanted or Wanted()
    parts = [*_allocations(wanted), *_transfers(wanted), _disbursements(wanted), *_settlements(wanted)]
    found: dict[Cell, Sums] = {}
    for project, source, year, *sums in parts[0].union(*parts[1:], all=True):
        cell = Cell(project, source, year)
        found[cell] = found.get(cell, NOTHING) + Sums(*(int(value) for value in sums))
    return {cell: sums for cell, sums in found.items() if not sums.is_nothing}


def _allocations(wanted: Wanted) -> list[QuerySet[Any, Any]]:
    found = []
    for kind, column in ((Allocation.Kind.CEILING, "ceiling"), (Allocation.Kind.YEAR, "allocated")):
        found.append(_part(Allocation.objects.filter(kind=kind), wanted, {column: Sum("amount")}))
    return found


def _transfers(wanted: Wanted) -> list[QuerySet[Any, Any]]:
    rows = Transfer.objects.all()
    return [
        _part(rows, wanted, {"allocated": Sum(-F("amount"))}, project="from_project", year="from_year"),
        _part(rows, wanted, {"allocated": Sum("amount")}, project="to_project", year="to_year"),
    ]


def _disbursements(wanted: Wanted) -> QuerySet[Any, Any]:
    advances = Sum("amount", filter=Q(kind=Disbursement.Kind.ADVANCE), default=0)
    sums = {"advanced": advances - Sum("recovered"), "disbursed": Sum(F("amount") - F("recovered"))}
    return _part(Disbursement.objects.all(), wanted, sums, day="paid_on")


def _settlements(wanted: Wanted) -> list[QuerySet[Any, Any]]:
    rows = SettledAmount.objects.all()
    return [
        _part(rows.filter(year__isnull=False), wanted, {"settled": Sum("amount")}),
        _part(rows.filter(year__isnull=True), wanted, {"final": Sum("amount")}),
    ]


def _part(
    rows: QuerySet[Any], wanted: Wanted, sums: dict[str, Any], *, project: str = "project", year: str = "year",
    day: str = "decided_on",
) -> Any:  # fmt: skip
    if wanted.projects is not None:
        rows = rows.filter(**{f"{project}__in": wanted.projects})
    equal = {year: wanted.year, "source": wanted.source, f"{project}__sector": wanted.sector or None, f"{day}__lte": wanted.until}
    rows = rows.filter(**{name: value for name, value in equal.items() if value is not None})
    nothing = {name: Value(0, output_field=BigIntegerField()) for name in COLUMNS if name not in sums}
    columns = {**nothing, **sums}
    keys = {
        "at_project": F(f"{project}_id") if "project" in wanted.grain else Value(0, output_field=BigIntegerField()),
        "at_source": F("source_id") if "source" in wanted.grain else Value(0, output_field=BigIntegerField()),
        "at_year": F(year) if "year" in wanted.grain else Value(None, output_field=PositiveSmallIntegerField()),
    }
    summed = rows.order_by().values(**keys).annotate(**{f"of_{name}": columns[name] for name in COLUMNS})
    return summed.values_list(*keys, *(f"of_{name}" for name in COLUMNS))


def around(sources: Collection[int], years: Collection[int]) -> tuple[dict[tuple[int, int], int], dict[tuple[int, int], int]]:
    """What the commune was given of these sources in these years, and what works got of it. Two queries."""
    rows = YearCapital.objects.filter(source__in=sources, year__in=years).values_list("source_id", "year", "amount")
    given = {(source, year): amount for source, year, amount in rows}
    return given, shared(sources, years) if given else {}


def shared(sources: Collection[int], years: Collection[int]) -> dict[tuple[int, int], int]:
    """What works got of these sources in these years. One query for each source."""
    found: dict[tuple[int, int], int] = {}
    for source in sources:
        for (year,), sums in by(cells(Wanted(source=source, grain=("year",))), lambda cell: (cell.year,)).items():
            if year in years and year is not None:
                found[source, year] = sums.allocated
    return found


def sources(year: int | None = None) -> list[FundingSource]:
    """The commune's sources in order; with a year, those in use then."""
    rows = FundingSource.objects.order_by("order", "name", "first_year")
    if year is not None:
        rows = rows.filter(Q(last_year__isnull=True) | Q(last_year__gte=year), first_year__lte=year)
    return list(rows)


def book_of(cells: Book, project: int) -> dict[Cell, Sums]:
    """The cells of one work."""
    return {cell: sums for cell, sums in cells.items() if cell.project == project}


def shares() -> dict[int, list[tuple[int, int]]]:
    """Each work's villages with their shares, in the order they were written down."""
    found: dict[int, list[tuple[int, int]]] = {}
    for project, village, share in ProjectVillage.objects.order_by("pk").values_list("project_id", "village_id", "share"):
        found.setdefault(project, []).append((village, share))
    return found


def planned(year: int, projects: Collection[int] | None = None) -> dict[int, int]:
    """What should be paid out by the end of each month of a year, added up from January, of the works that have a plan.

    A work that says nothing of a month keeps what it said of the month before.
    """
    rows = PlannedDisbursement.objects.filter(year=year).order_by("project_id", "month")
    if projects is not None:
        rows = rows.filter(project__in=projects)
    return carried(rows.values_list("project_id", "month", "amount"))
