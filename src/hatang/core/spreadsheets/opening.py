"""From the bytes of a workbook to its cells as plain values; opened only after it was found plain."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from decimal import Decimal
from typing import Any

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from hatang.core.spreadsheets.cells import Cell, CellKind, Grid
from hatang.core.spreadsheets.guarding import Limits, RefusedSpreadsheet, guard
from hatang.core.spreadsheets.text import unescaped


def opened(content: bytes, limits: Limits) -> Workbook:
    """The workbook, opened after it passed the guard.

    Raises:
        RefusedSpreadsheet: it may not or cannot be opened.
    """
    guard(content, limits)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles and extensions openpyxl drops are of no use here
            return load_workbook(io.BytesIO(content), keep_links=False)
    except Exception as error:  # openpyxl raises whatever it meets in a broken part
        raise RefusedSpreadsheet("damaged") from error


def grid_of(sheet: Worksheet, *, rows: int, columns: int, merged_from: int = 1) -> Grid:
    """A sheet as plain cells, those further down or right left unread; ranges merged above row `merged_from` are not told."""
    read = sheet.iter_rows(max_row=min(sheet.max_row, rows), max_col=min(sheet.max_column, columns))
    cells = {(cell.row, cell.column): cell_of(cell) for row in read for cell in row if cell.value is not None}
    merged = sorted(str(area) for area in sheet.merged_cells.ranges if area.max_row >= merged_from)
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
