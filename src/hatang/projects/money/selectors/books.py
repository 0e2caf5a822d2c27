"""The cells of the books, read from the sums that are kept of them; for a day that is past, from the entries themselves."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import F, Q, Sum

from hatang.projects.models import FundingSource, KeptSums, PlannedDisbursement, ProjectVillage, YearCapital
from hatang.projects.money.rules.months import carried
from hatang.projects.money.rules.totals import COLUMNS, Book, Cell, Sums, by
from hatang.projects.money.selectors.summing import FULL, Wanted, added, grouped, narrowed, summed


def cells(wanted: Wanted | None = None) -> dict[Cell, Sums]:
    """The cells wanted; a work or source not in the grain is 0, a year None. One query."""
    wanted = wanted or Wanted()
    if wanted.until is not None:
        return summed(wanted)
    one_by_one = set(wanted.grain) == set(FULL)
    sums = {name: F(name) if one_by_one else Sum(name) for name in COLUMNS}
    return added(grouped(narrowed(KeptSums.objects.all(), wanted), wanted.grain, sums))


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
