"""The cells of the books, summed by the database from every entry. A test holds them to what `rules.totals` says.

Tables read the kept sums (`books.cells`), which a write moves along. They are made from these and checked against them; and these
answer for a day that is past.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, F, PositiveSmallIntegerField, Q, QuerySet, Sum, Value

from hatang.projects.models import Allocation, Disbursement, SettledAmount, Transfer
from hatang.projects.money.rules.totals import COLUMNS, NOTHING, Cell, Sums

FULL = ("project", "source", "year")


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


def summed(wanted: Wanted) -> dict[Cell, Sums]:
    """The cells wanted, from the entries themselves; a work or source not in the grain is 0, a year None. One query."""
    parts = [*_allocations(wanted), *_transfers(wanted), _disbursements(wanted), *_settlements(wanted)]
    return added(parts[0].union(*parts[1:], all=True))


def added(rows: QuerySet[Any, Any]) -> dict[Cell, Sums]:
    """Rows of a work, a source, a year and the sums, as cells; those of nothing are left out."""
    found: dict[Cell, Sums] = {}
    for project, source, year, *columns in rows:
        cell, sums = Cell(project, source, year), Sums(*map(int, columns))
        there = found.get(cell)
        found[cell] = sums if there is None else there + sums
    return {cell: sums for cell, sums in found.items() if sums != NOTHING}


def narrowed(rows: QuerySet[Any], wanted: Wanted, *, project: str = "project", year: str = "year") -> QuerySet[Any]:
    """The rows of the works, year, source and sector wanted."""
    if wanted.projects is not None:
        rows = rows.filter(**{f"{project}__in": wanted.projects})
    equal = {year: wanted.year, "source": wanted.source, f"{project}__sector": wanted.sector or None}
    return rows.filter(**{name: value for name, value in equal.items() if value is not None})


def grouped(
    rows: QuerySet[Any], grain: tuple[str, ...], sums: dict[str, Any], *, project: str = "project", year: str = "year"
) -> Any:
    """Rows of a work, a source, a year (as far as the grain tells them apart) and the sums, in the order of `COLUMNS`."""
    columns = {name: Value(0, output_field=BigIntegerField()) for name in COLUMNS} | sums
    keys = {
        "at_project": F(f"{project}_id") if "project" in grain else Value(0, output_field=BigIntegerField()),
        "at_source": F("source_id") if "source" in grain else Value(0, output_field=BigIntegerField()),
        "at_year": F(year) if "year" in grain else Value(None, output_field=PositiveSmallIntegerField()),
    }
    found = rows.order_by().values(**keys).annotate(**{f"of_{name}": columns[name] for name in COLUMNS})
    return found.values_list(*keys, *(f"of_{name}" for name in COLUMNS))


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
    rows = narrowed(rows, wanted, project=project, year=year)
    rows = rows.filter(**{f"{day}__lte": wanted.until}) if wanted.until else rows
    return grouped(rows, wanted.grain, sums, project=project, year=year)
