"""The money of one work."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from hatang.projects.models import Allocation, Disbursement, Project, SettledAmount, Transfer
from hatang.projects.money.posting import postings
from hatang.projects.money.rules.months import added_up
from hatang.projects.money.rules.totals import Cell, Sums, book
from hatang.projects.money.selectors.watching import month_of

BOOKS = {"von": Allocation, "dieu-chuyen": Transfer, "giai-ngan": Disbursement, "quyet-toan": SettledAmount}


@dataclass(frozen=True, slots=True)
class Written:
    """An entry as a page lists it."""

    book: str
    row: Any
    what: str
    about: str
    day: dt.date
    amount: int
    is_reversal: bool
    is_reversed: bool


def entries_of(project: Project) -> list[Written]:
    """Every entry of a work, newest first. Four queries."""
    found = [
        *_written("von", Allocation.objects.filter(project=project).select_related("source")),
        *_written("giai-ngan", Disbursement.objects.filter(project=project).select_related("source", "contract")),
        *_written("quyet-toan", SettledAmount.objects.filter(project=project).select_related("source")),
        *_written("dieu-chuyen", _transfers(project), project),
    ]
    return sorted(found, key=lambda one: (one.day, one.row.at), reverse=True)


def _transfers(project: Project) -> Any:
    rows = Transfer.objects.select_related("source", "from_project", "to_project")
    return rows.filter(from_project=project) | rows.filter(to_project=project)


def _written(book: str, rows: Any, project: Project | None = None) -> list[Written]:
    listed = list(rows)
    reversed_ = {row.reverses_id for row in listed if row.reverses_id}
    return [
        Written(book, row, _what(row), _about(row, project), _day(row), row.amount, bool(row.reverses_id), row.pk in reversed_)
        for row in listed
    ]


def _what(row: Any) -> str:
    if isinstance(row, Transfer):
        return _("Điều chuyển")
    if isinstance(row, SettledAmount):
        return _("Quyết toán năm") if row.year else _("Quyết toán hoàn thành")
    return str(row.get_kind_display())


def _about(row: Any, project: Project | None) -> str:
    if isinstance(row, Transfer):
        out = project is not None and row.from_project_id == project.pk
        names = {"from": row.from_project.name, "to": row.to_project.name, "from_year": row.from_year, "to_year": row.to_year}
        if row.from_project_id == row.to_project_id:
            return _("từ năm %(from_year)s sang năm %(to_year)s") % names
        return (_("đi: sang “%(to)s” năm %(to_year)s") if out else _("đến: từ “%(from)s” năm %(from_year)s")) % names
    return str(row.year) if row.year else ""


def _day(row: Any) -> dt.date:
    day: dt.date = row.paid_on if isinstance(row, Disbursement) else row.decided_on
    return day


def book_from(entries: list[Written], project: int) -> dict[Cell, Sums]:
    """The cells of a work, from its entries."""
    found = book(posting for entry in entries for posting in postings(entry.row))
    return {cell: sums for cell, sums in found.items() if cell.project == project and not sums.is_nothing}


def paid_from(entries: list[Written], year: int) -> dict[int, int]:
    """What was paid out of a year's capital by the end of each month, added up, from a work's entries."""
    steps: dict[int, int] = {}
    for row in (entry.row for entry in entries if isinstance(entry.row, Disbursement) and entry.row.year == year):
        at = month_of(row.paid_on.year, row.paid_on.month, year)
        steps[at] = steps.get(at, 0) + row.amount - row.recovered
    return added_up(steps)
