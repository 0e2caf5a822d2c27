"""Cells, drop-downs and bytes of the workbooks given out."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from copy import copy
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from hatang.core.spreadsheets.text import escaped, number

LETTERS = "Arial"  # has every Vietnamese letter and is on every office computer
GREEN, PALE, GREY = "0F4A33", "E2EFE6", "F1F3EF"
MONEY, DAY = "#,##0", "DD/MM/YYYY"


def write_value(cell: Any, value: Any) -> None:
    """Write a value as what it is: text that looks like a formula stays text, a number too long for Excel too."""
    value = number(value) if isinstance(value, Decimal) else value
    cell.value = escaped(value) if isinstance(value, str) else value
    if isinstance(value, str) and value:
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    elif isinstance(value, dt.date):
        cell.number_format = DAY


def look_of(cell: Any) -> Any:
    """The look of a cell, to be given to others of the same file: setting font, ground and edge of each is what writing takes."""
    return copy(cell._style)


def give_look(cell: Any, look: Any) -> None:
    """Give a cell the look of another of the same file."""
    cell._style = copy(look)


def put(cell: Any, value: Any, *, bold: bool = False, size: int = 11) -> None:
    """Write a value in the letters of the product."""
    write_value(cell, value)
    cell.font = Font(name=LETTERS, size=size, bold=bold)


def offer(sheet: Any, lists: Any, column: int, options: Sequence[str], rows: tuple[int, int], *, at: int, strict: bool) -> None:
    """A drop-down in the rows from first to last of a column; its options are kept in column `at` of the sheet of lists.

    Where not `strict`, something else may be typed. Without options there is none.
    """
    for line, option in enumerate(options, 1):
        put(lists.cell(line, at), option)
    letter = get_column_letter(at)
    known = f"{quote_sheetname(lists.title)}!${letter}$1:${letter}${len(options)}"
    choice = DataValidation(type="list", formula1=known, allow_blank=True, showErrorMessage=strict)
    choice.errorTitle, choice.error = "Chưa có trong danh sách", "Hãy chọn một mục trong danh sách thả xuống."
    choice.add(f"{get_column_letter(column)}{rows[0]}:{get_column_letter(column)}{rows[1]}")
    if options:
        sheet.add_data_validation(choice)


def saved(file: Workbook) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()
