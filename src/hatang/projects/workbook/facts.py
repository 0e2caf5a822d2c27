"""What stands in the books now, as the file shows it, and what may be chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import override

from hatang.commune.models import Commune
from hatang.commune.selectors import units, villages
from hatang.core.sectors import Sector
from hatang.core.spreadsheets.taking import plain
from hatang.projects import words
from hatang.projects.models import Project
from hatang.projects.selectors import Filter, rows, with_sums
from hatang.projects.workbook.layout import LONGEST, MOST_WORKS, Column
from hatang.projects.workbook.model import Book, Ground, Known, Option
from hatang.projects.workbook.rules.closing import closed
from hatang.projects.workbook.rules.texts import given

UNITS_OF_OUTPUT = ("km", "m", "m²", "phòng", "công trình", "bộ", "cụm", "hộ", "chiếc", "điểm")
ATTRIBUTES = {
    Column.NAME: "name",
    Column.CODE: "code",
    Column.NATIONAL: "national_code",
    Column.KIND: "kind",
    Column.SECTOR: "sector",
    Column.GROUP: "group",
    Column.PLACE: "place",
    Column.QUANTITY: "quantity",
    Column.UNIT: "unit",
    Column.INVESTMENT: "total_investment",
    Column.START: "start_year",
    Column.END: "end_year",
    Column.INVESTOR: "investor",
    Column.LEAD: "lead_unit_id",
    Column.OPERATOR: "operator_id",
    Column.PURPOSE: "purpose",
    Column.NOTE: "note",
}


def book_of(commune: Commune, wanted: Filter, today: dt.date, reaches: Callable[[str], bool]) -> Book:
    """The works wanted, with what may be chosen. Six queries; at most 5,000 works."""
    with override("vi"):
        found = with_sums(rows(wanted, today)).select_related("lead_unit", "operator").prefetch_related("villages")
        works = list(found.defer("geometry")[:MOST_WORKS])
        known = [known_of(work, _labels()) for work in works]
        options = {column: [text for _value, text in offered] for column, offered in choices().items()}
    options[Column.VILLAGES] = [village.name for village in villages()]
    options[Column.UNIT] = list(dict.fromkeys([*UNITS_OF_OUTPUT, *sorted({work.unit for work in works if work.unit})]))[:60]
    return Book(commune.full_name, commune.code, known, options, reaches, commune.is_demonstration)


def ground_of(reaches: Callable[[str], bool]) -> Ground:
    """Every work of the commune as it stands now. Four queries."""
    with override("vi"):
        found = Project.objects.select_related("lead_unit", "operator").prefetch_related("villages").defer("geometry")
        labels = _labels()
        works = {work.pk: known_of(work, labels) for work in found}
        return Ground(works, choices(), [(village.pk, village.name) for village in villages()], reaches)


def choices() -> dict[Column, list[Option]]:
    """What each column of choices offers, in Vietnamese inside `override`. One query."""
    run_by: list[Option] = [(unit.pk, unit.name) for unit in units()]
    found: dict[Column, list[Option]] = {Column.LEAD: run_by, Column.OPERATOR: run_by}
    return found | {column: [(code, str(text)) for code, text in offered] for column, offered in _fixed().items()}


def _fixed() -> dict[Column, Iterable[tuple[str, Any]]]:
    return {Column.KIND: words.KINDS, Column.SECTOR: Sector.choices, Column.GROUP: Project.Group.choices}


def _labels() -> dict[Column, dict[str, str]]:
    labels = {column: {code: str(text) for code, text in offered} for column, offered in _fixed().items()}
    return {**labels, Column.PHASE: {code: str(text) for code, text in words.PHASES}}


def known_of(work: Project, labels: Mapping[Column, Mapping[str, str]]) -> Known:
    """A work as the file shows it; its villages and units must be read already. The sums may be missing."""
    texts = {column: _text(getattr(work, name)) for column, name in ATTRIBUTES.items()}
    texts |= {column: label[getattr(work, column.name.lower())] for column, label in labels.items()}
    texts |= {
        Column.LEAD: given(work.lead_unit.name) if work.lead_unit else "",
        Column.OPERATOR: given(work.operator.name) if work.operator else "",
        Column.VILLAGES: "; ".join(sorted(given(village.name) for village in work.villages.all())),
        Column.PERCENT: _text(work.percent),
        Column.ALLOCATED: _text(getattr(work, "allocated", None)),
        Column.PAID: _text(getattr(work, "disbursed", None)),
    }
    shut = closed(work.standing, code=work.code, national_code=work.national_code)
    shut |= {column: "closed_long" for column in (Column.PURPOSE, Column.NOTE) if len(_raw(work, column)) > LONGEST}
    return Known(work.pk, work.sector, texts, shut)


def _raw(work: Project, column: Column) -> str:
    return str(getattr(work, ATTRIBUTES[column]))


def _text(value: Any) -> str:
    if value is None:
        return ""
    return f"{plain(value):f}" if isinstance(value, Decimal) else given(str(value))
