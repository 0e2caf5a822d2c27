"""From the bytes of a returned workbook to its rows. Only here, in `writing` and in `marking` is openpyxl known."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook as File
from openpyxl.worksheet.worksheet import Worksheet

from hatang.core.spreadsheets.text import unescaped
from hatang.indicators.workbook import layout
from hatang.indicators.workbook.guarding import guard
from hatang.indicators.workbook.model import Address, Cell, CellKind, Grid, Problem, Reading, Refused
from hatang.indicators.workbook.rules import rows, structure

MOST_COLUMNS = 40


def read(content: bytes, expected: Address) -> Reading:
    """The rows of a returned workbook, each as it came back.

    Raises:
        Refused: not a workbook of ours, another commune's, unit's or period's, or its structure was changed.
    """
    file = opened(content)
    if layout.HIDDEN not in file.sheetnames:
        raise Refused(Problem("not_ours"))
    address, asked = _given_out(grid_of(file, layout.HIDDEN))
    _hold_to(address, expected)
    if layout.DATA not in file.sheetnames:
        raise Refused(Problem("sheet_renamed", {"name": layout.DATA}))
    data = grid_of(file, layout.DATA)
    if changes := structure.changes(data, asked):
        raise Refused(*changes)
    return Reading(address, rows.filled_rows(data, asked), rows.outside(data, asked))


def opened(content: bytes) -> File:
    """The workbook, opened after it passed the guard.

    Raises:
        Refused: it may not or cannot be opened.
    """
    guard(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles and extensions openpyxl drops are of no use here
            return load_workbook(io.BytesIO(content), keep_links=False)
    except Exception as error:  # openpyxl raises whatever it meets in a broken part
        raise Refused(Problem("damaged")) from error


def _given_out(hidden: Grid) -> tuple[Address, Any]:
    if structure.version_of(hidden) != layout.VERSION:
        raise Refused(Problem("other_version"))
    try:
        address, asked, signature = structure.hidden_part(hidden)
    except ValueError as error:
        raise Refused(Problem("hidden_changed")) from error
    if structure.signature(address, asked) != signature:
        raise Refused(Problem("hidden_changed"))
    return address, asked


def _hold_to(address: Address, expected: Address) -> None:
    for part in ("commune", "unit", "period"):
        found, wanted = getattr(address, part), getattr(expected, part)
        if found != wanted:
            raise Refused(Problem(f"wrong_{part}", {"found": found, "wanted": wanted}))


def grid_of(file: File, name: str) -> Grid:
    """A sheet as plain cells; rows and columns far outside the table are left unread."""
    sheet = file[name]
    if not isinstance(sheet, Worksheet):
        raise Refused(Problem("sheet_renamed", {"name": name}))
    rows = sheet.iter_rows(max_row=min(sheet.max_row, layout.MOST_ROWS), max_col=min(sheet.max_column, MOST_COLUMNS))
    cells = {(cell.row, cell.column): cell_of(cell) for row in rows for cell in row if cell.value is not None}
    merged = sorted(str(area) for area in sheet.merged_cells.ranges if area.max_row >= layout.HEADER_ROW)
    return Grid(cells, tuple(merged))


def cell_of(cell: Any) -> Cell:
    """One cell of openpyxl as a value."""
    value, kind = cell.value, cell.data_type
    if kind == "f":
        return Cell(CellKind.FORMULA, str(getattr(value, "text", value)))
    if kind == "e":
        return Cell(CellKind.ERROR, str(value))
    if isinstance(value, bool):
        return Cell(CellKind.ANSWER, "TRUE" if value else "FALSE")
    if isinstance(value, (dt.date, dt.time, dt.timedelta)):
        return Cell(CellKind.DATE, _date_text(value))
    if isinstance(value, (int, float)):
        return _number(value, str(cell.number_format))
    text = unescaped(str(value))
    return Cell(CellKind.TEXT, text) if text.strip() else Cell()


def _number(value: int | float, shown_as: str) -> Cell:
    number = Decimal(repr(value))
    if not number.is_finite():
        return Cell(CellKind.ERROR, str(value))
    return Cell(CellKind.PERCENT if "%" in shown_as else CellKind.NUMBER, f"{number:f}".removesuffix(".0"), number)


def _date_text(value: dt.date | dt.time | dt.timedelta) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, dt.date) else str(value)
