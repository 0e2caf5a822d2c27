"""The uploaded workbook given back with what is wrong written beside each row and the cells coloured."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from hatang.core.spreadsheets.cells import Problem
from hatang.core.spreadsheets.structure import letter
from hatang.core.spreadsheets.writing import saved
from hatang.indicators.workbook import layout, style
from hatang.indicators.workbook.layout import Column
from hatang.indicators.workbook.reading import opened
from hatang.indicators.workbook.words import sentences

WIDTH = 60
CELL = re.compile(r"[A-Z]{1,2}\d{1,5}")


def marked(content: bytes, problems: Mapping[int, Sequence[Problem]]) -> bytes:
    """The same workbook with the problems of each row, by its number, in a column of their own.

    The column is passed over when the corrected workbook comes back.

    Raises:
        Refused: the workbook cannot be opened.
    """
    file = opened(content)
    sheet: Any = file[layout.DATA]
    _forget_marks(sheet)
    _head(sheet)
    for row, found in problems.items():
        _mark(sheet, row, found)
    return saved(file)


def _forget_marks(sheet: Any) -> None:
    """Wipe what an earlier marking wrote, so that a row put right no longer says it is wrong."""
    for row in range(layout.FIRST_ROW, min(sheet.max_row, layout.MOST_ROWS) + 1):
        sheet.cell(row, Column.MARK).value = None


def _head(sheet: Any) -> None:
    cell = sheet.cell(layout.HEADER_ROW, Column.MARK)
    style.put(cell, layout.MARK_HEADER, font=style.letters(10, bold=True, color="FFFFFF"), at=style.placed("center"))
    cell.fill, cell.border = style.filled_with("9B2226"), style.BOX
    sheet.column_dimensions[letter(Column.MARK)].width = WIDTH


def _mark(sheet: Any, row: int, problems: Sequence[Problem]) -> None:
    cell = sheet.cell(row, Column.MARK)
    style.put(cell, "\n".join(sentences(problems)), font=style.letters(10, color="9B2226"))
    cell.fill, cell.border = style.filled_with(style.RED), style.BOX
    for problem in problems:
        if CELL.fullmatch(place := problem.fields.get("cell", "")):
            sheet[place].fill = style.filled_with(style.RED)
