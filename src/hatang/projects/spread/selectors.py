"""Open works with their capital by year, as the rules of thin spread want them."""

from __future__ import annotations

from collections import defaultdict

from django.db.models import Sum

from hatang.projects.models import Project, WorksSettings, YearCapital
from hatang.projects.money.rules.totals import Book
from hatang.projects.money.selectors import Wanted, cells
from hatang.projects.rules.states import Construction, Kind, Phase
from hatang.projects.selectors.works import settings
from hatang.projects.spread.rules import Spread, Work, spread

OPEN = (Phase.PREPARATION.value, Phase.UNDER_CONSTRUCTION.value, Phase.BUILT.value)
COLUMNS = ("pk", "name", "group", "total_investment", "construction", "percent")


def spread_of(year: int) -> tuple[Spread, WorksSettings]:
    """How a year's capital meets the open works, and the lines it was judged by. Four queries, however many works there are."""
    lines, book = settings(), cells(Wanted(grain=("project", "year")))
    works = open_works(book)
    capital = max(_given(year), sum(work.by_year.get(year, 0) for work in works))
    found = spread(works, year=year, capital=capital, limit=lines.open_works_limit, thin_percent=lines.thin_percent)
    return found, lines


def open_works(book: Book) -> list[Work]:
    """Works being prepared or built with their capital by year. Requests to others cost the commune nothing. One query."""
    by_year = _by_year(book)
    rows = Project.objects.filter(phase__in=OPEN).exclude(kind=Kind.REQUEST.value).order_by("folded_name", "pk")
    return [
        Work(pk, name, group, total, by_year[pk], construction != Construction.NONE, float(percent))
        for pk, name, group, total, construction, percent in rows.values_list(*COLUMNS)
    ]


def _by_year(book: Book) -> dict[int, dict[int, int]]:
    found: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for cell, sums in book.items():
        if cell.year is not None:
            found[cell.project][cell.year] += sums.allocated
    return found


def _given(year: int) -> int:
    """What the commune was given of all sources in a year, before it is shared out."""
    return int(YearCapital.objects.filter(year=year).aggregate(sum=Sum("amount", default=0))["sum"])
