"""The file given out: every work of the commune with its capital of a year."""

from __future__ import annotations

from typing import Any

from django.utils.translation import override
from openpyxl import Workbook
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter

from hatang.core.sectors import Sector
from hatang.core.spreadsheets.writing import GREY, MONEY, PALE, offer, saved
from hatang.core.spreadsheets.writing import put as write
from hatang.projects.models import Project
from hatang.projects.money.rules.totals import Cell, Sums
from hatang.projects.money.selectors import Wanted, cells, sources
from hatang.projects.money.workbook import layout as at


def plan_file(year: int) -> bytes:
    """The capital plan of a year. Four queries."""
    file = Workbook()
    sheet = file.worksheets[0]
    sheet.title = at.SHEET
    _head(sheet, year)
    known = sources(year)
    names = {source.pk: source.name for source in sources()}
    place = at.FIRST_ROW
    for row in _rows(cells(Wanted(year=year)), names):
        for column, value in enumerate(row, 1):
            put(sheet.cell(place, column), value)
        place += 1
    _choices(file, sheet, [source.name for source in known])
    return saved(file)


def _rows(book: dict[Cell, Sums], names: dict[int, str]) -> Any:
    of: dict[int, list[tuple[str, Sums]]] = {}
    for cell, sums in book.items():
        of.setdefault(cell.project, []).append((names[cell.source], sums))
    with override("vi"):
        sectors = {code: str(label) for code, label in Sector.choices}
    for work in Project.objects.exclude(kind="request").order_by("folded_name", "pk").prefetch_related("villages"):
        villages = ", ".join(village.name for village in work.villages.all())
        head = (work.pk, work.name, sectors.get(work.sector, ""), villages, work.total_investment)
        for source, sums in sorted(of.get(work.pk, []), key=lambda item: item[0]) or [("", Sums())]:
            yield (*head, source, sums.allocated, sums.disbursed, None)


def _head(sheet: Any, year: int) -> None:
    put(sheet.cell(1, 1), at.NOTE)
    put(sheet.cell(at.YEAR_ROW, 1), at.YEAR_LABEL, bold=True)
    put(sheet.cell(at.YEAR_ROW, 2), year, bold=True)
    for column, heading in at.HEADINGS.items():
        cell = sheet.cell(at.HEAD_ROW, column)
        put(cell, heading, bold=True)
        shade = PALE if column in (at.SOURCE, at.NEW) else GREY
        cell.fill = PatternFill("solid", start_color=shade, end_color=shade)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        sheet.column_dimensions[get_column_letter(column)].width = at.WIDTHS[column]
    sheet.freeze_panes = sheet.cell(at.FIRST_ROW, at.SECTOR)
    sheet.print_title_rows = f"{at.HEAD_ROW}:{at.HEAD_ROW}"
    sheet.page_setup.orientation = "landscape"


def _choices(file: Any, sheet: Any, names: list[str]) -> None:
    lists = file.create_sheet(at.LISTS)
    lists.sheet_state = "hidden"
    offer(sheet, lists, at.SOURCE, names, (at.FIRST_ROW, at.HEAD_ROW + at.MOST_ROWS), at=1, strict=True)


def put(cell: Any, value: Any, *, bold: bool = False) -> None:
    """Write a value; amounts are grouped by thousands."""
    write(cell, value, bold=bold)
    if isinstance(value, int):
        cell.number_format = MONEY if abs(value) >= 10_000 else "0"
