"""The commune's capital plan as a table: cells under a heading, with the totals at the foot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hatang.commune.selectors import villages
from hatang.core.sectors import Sector
from hatang.projects.models import Allocation, FundingSource, YearCapital
from hatang.projects.money.rules import watch
from hatang.projects.money.rules.totals import Book, Cell, Sums, by, by_village, total
from hatang.projects.money.selectors.books import cells, shares, sources
from hatang.projects.money.selectors.summing import FULL, Wanted
from hatang.projects.money.selectors.watching import Facts, facts

HEADINGS = (
    ("nguon", gettext_lazy("Nguồn vốn")),
    ("nam", gettext_lazy("Năm")),
    ("linh-vuc", gettext_lazy("Lĩnh vực")),
    ("thon", gettext_lazy("Thôn")),
    ("cong-trinh", gettext_lazy("Công trình")),
    ("chi-tiet", gettext_lazy("Nguồn × năm × công trình")),
)

GRAINS = {"nguon": ("source",), "nam": ("year",), "linh-vuc": ("project",), "thon": FULL}  # others: by work
IN_FULL = "chi-tiet"
LINES_ON_A_PAGE, ON_A_PAGE = 50, {"cong-trinh": 50, IN_FULL: 10}  # the latter by works: in full, each has many lines


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the capital plan is asked for."""

    heading: str = "nguon"
    year: int | None = None
    source: int | None = None
    sector: str = ""


class Row(NamedTuple):
    """A line of the table."""

    label: str
    note: str
    link: str
    sums: Sums

    @property
    def rate(self) -> Any:
        """Disbursed of allocated, in percent."""
        return watch.percent(self.sums.disbursed, self.sums.allocated)


@dataclass(frozen=True, slots=True)
class Plan:
    """The table: the lines of one page in order, and the foot of the whole. A page of the full table is one of works."""

    rows: list[Row]
    foot: Row
    page: Page[Any]


def capital_plan(asked: Asked, known: list[FundingSource], number: Any = 1) -> Plan:
    """A page of the table asked for, given the commune's sources; a wrong number gives the nearest page. At most four queries."""
    works, names = facts(), {source.pk: source.name for source in known}
    book = cells(_wanted(asked, GRAINS.get(asked.heading, ("project",))))
    foot = Row(_("Tổng cộng"), "", "", total(book))
    if asked.heading in ON_A_PAGE:
        booked = {cell.project for cell in book}
        pages = Paginator([pk for pk in works if pk in booked], ON_A_PAGE[asked.heading])
        page: Page[Any] = pages.get_page(number)
        return Plan(_of_works(asked, book, list(page.object_list), works, names), foot, page)
    page = Paginator(_headed(asked.heading)(book, works, names), LINES_ON_A_PAGE).get_page(number)
    return Plan(list(page.object_list), foot, page)


def _of_works(asked: Asked, book: Book, projects: list[int], works: dict[int, Facts], names: dict[int, str]) -> list[Row]:
    if asked.heading == IN_FULL:
        return _in_full(cells(_wanted(asked, projects=projects)), works, names)
    sums = by(book, lambda cell: cell.project)
    return [Row(works[pk].name, "", _link(pk), sums[pk]) for pk in projects]


def _wanted(asked: Asked, grain: tuple[str, ...] = FULL, projects: list[int] | None = None) -> Wanted:
    return Wanted(projects=projects, year=asked.year, source=asked.source, sector=asked.sector, grain=grain)


def _headed(heading: str) -> Callable[[Book, dict[int, Facts], dict[int, str]], list[Row]]:
    return {"nguon": _by_source, "nam": _by_year, "linh-vuc": _by_sector, "thon": _by_village}[heading]


def _by_source(book: Book, works: dict[int, Facts], names: dict[int, str]) -> list[Row]:
    sums = by(book, lambda cell: cell.source)
    return [Row(name, "", "", sums[pk]) for pk, name in names.items() if pk in sums]


def _by_year(book: Book, works: dict[int, Facts], names: dict[int, str]) -> list[Row]:
    sums = by(book, lambda cell: cell.year)
    return [Row(_year(year), "", "", sums[year]) for year in sorted(sums, key=lambda year: year or 0)]


def _by_sector(book: Book, works: dict[int, Facts], names: dict[int, str]) -> list[Row]:
    sums = by(book, lambda cell: works[cell.project].sector)
    return [Row(str(label), "", "", sums[code]) for code, label in Sector.choices if code in sums]


def _by_village(book: Book, works: dict[int, Facts], names: dict[int, str]) -> list[Row]:
    sums = by_village(book, shares())
    known = villages()
    rows = [Row(village.name, "", "", sums[village.pk]) for village in known if village.pk in sums]
    others = set(sums) - {None, *(village.pk for village in known)}
    if others:
        rows.append(Row(_("Thôn không còn dùng"), "", "", sum((sums[pk] for pk in others), Sums())))
    return [*rows, Row(_("Cả xã, không tách theo thôn"), "", "", sums[None])] if None in sums else rows


def _in_full(book: Book, works: dict[int, Facts], names: dict[int, str]) -> list[Row]:
    order = {pk: at for at, pk in enumerate(works)}

    def place(cell: Cell) -> tuple[int, str, int]:
        return order[cell.project], names[cell.source], cell.year or 0

    return [
        Row(works[cell.project].name, f"{names[cell.source]} · {_year(cell.year)}", _link(cell.project), book[cell])
        for cell in sorted(book, key=place)
    ]  # fmt: skip


def _year(year: int | None) -> str:
    return str(year) if year is not None else _("Không theo năm")


def _link(project: int) -> str:
    return reverse("work-money", args=[project])


def years() -> list[int]:
    """Years to choose from: those capital was allocated for, this one and the next. One query."""
    found = set(Allocation.objects.filter(year__isnull=False).order_by().values_list("year", flat=True).distinct())
    now = timezone.localdate().year
    return sorted(found | {now, now + 1}, reverse=True)


class Given(NamedTuple):
    """A source in a year: what the commune was given of it, what works have, and what is not shared out."""

    source: FundingSource
    given: int | None
    allocated: int

    @property
    def unshared(self) -> int | None:
        """Given and not yet with a work; below nothing where works have more."""
        return None if self.given is None else self.given - self.allocated


def capital_of_year(year: int) -> list[Given]:
    """The sources in use in a year. Three queries."""
    given = dict(YearCapital.objects.filter(year=year).values_list("source_id", "amount"))
    sums = by(cells(Wanted(year=year, grain=("source",))), lambda cell: cell.source)
    return [Given(source, given.get(source.pk), sums.get(source.pk, Sums()).allocated) for source in sources(year)]
