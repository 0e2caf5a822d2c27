"""How cells are written: text that looks like a formula stays text, our own formulas are formulas."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter as letter
from openpyxl.worksheet.worksheet import Worksheet

from hatang.core.spreadsheets.writing import write_value

GREEN = PatternFill("solid", start_color="0F4A33", end_color="0F4A33")
THIN = Side(style="thin", color="B5BEB6")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
LETTERS = "Times New Roman"
LINE = 15.5
PLAIN, BOLD = Font(name=LETTERS, size=11), Font(name=LETTERS, size=11, bold=True)
TITLE = Font(name=LETTERS, size=13, bold=True)
NARROW, OF_PLACES = 6, Alignment(horizontal="center", vertical="top")
OF_FIGURES, OF_WORDS = Alignment(horizontal="right", vertical="top"), Alignment(vertical="top", wrap_text=True)


def put(cell: Any, value: Any, shape: str = "", *, bold: bool = False) -> None:
    """A value as what it is: numbers as numbers, any text as text."""
    write_value(cell, value)
    _dress(cell, shape, bold=bold, figure=not isinstance(value, str))


def formula(cell: Any, text: str, shape: str, *, bold: bool = False) -> None:
    """One of our own formulas; nothing of it comes from a person."""
    cell.value = text
    _dress(cell, shape, bold=bold, figure=True)


def _dress(cell: Any, shape: str, *, bold: bool, figure: bool) -> None:
    cell.font, cell.border = BOLD if bold else PLAIN, BOX
    cell.alignment = OF_FIGURES if figure else OF_WORDS
    if shape:
        cell.number_format = shape


def head(sheet: Worksheet, title: str, subject: str, columns: Sequence[tuple[str, int]], *, row: int) -> None:
    """The title and what the report is about, each over the whole width, and the row of headers."""
    last = letter(len(columns))
    for at, (words, font, height) in enumerate(((title, TITLE, 20), (subject, PLAIN, 34)), 1):
        sheet.merge_cells(f"A{at}:{last}{at}")
        put(sheet[f"A{at}"], words)
        sheet[f"A{at}"].font, sheet[f"A{at}"].border = font, Border()
        sheet.row_dimensions[at].height = height
    for at, (name, width) in enumerate(columns, 1):
        cell: Any = sheet.cell(row, at)
        put(cell, name)
        cell.font, cell.fill = Font(name=LETTERS, size=11, bold=True, color="FFFFFF"), GREEN
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        sheet.column_dimensions[letter(at)].width = width
    sheet.row_dimensions[row].height = 34


def set_up(sheet: Worksheet, *, row: int, columns: int) -> None:
    """Rows as high as their text, places in the middle; headers stay in sight and repeat on paper, which lies on its side."""
    numbered = sheet.column_dimensions["A"].width <= NARROW
    for at, cells in enumerate(sheet.iter_rows(min_row=row + 1), row + 1):
        if numbered:
            cells[0].alignment = OF_PLACES
        sheet.row_dimensions[at].height = LINE * max(_lines(sheet, cell) for cell in cells)
    sheet.freeze_panes = f"{letter(columns + 1)}{row + 1}"
    sheet.print_title_rows = f"{row}:{row}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _lines(sheet: Worksheet, cell: Any) -> int:
    """How many lines a cell's text takes; programs that do not grow rows by themselves would print lines over each other."""
    if not isinstance(cell.value, str) or cell.data_type == "f":
        return 1
    return max(1, ceil(len(cell.value) / (sheet.column_dimensions[letter(cell.column)].width - 1)))
