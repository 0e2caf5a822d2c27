"""From the bytes of a returned workbook to its rows. Only here, in `writing` and in `marking` are files known."""

from __future__ import annotations

from typing import Any

from openpyxl.workbook import Workbook as File
from openpyxl.worksheet.worksheet import Worksheet

from hatang.core.spreadsheets import opening
from hatang.core.spreadsheets.cells import Grid, Problem
from hatang.core.spreadsheets.guarding import RefusedSpreadsheet
from hatang.indicators.workbook import layout
from hatang.indicators.workbook.guarding import LIMITS
from hatang.indicators.workbook.model import Address, Reading, Refused
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
    try:
        return opening.opened(content, LIMITS)
    except RefusedSpreadsheet as refusal:
        raise Refused(Problem(refusal.code)) from refusal


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
    return opening.grid_of(sheet, rows=layout.MOST_ROWS, columns=MOST_COLUMNS, merged_from=layout.HEADER_ROW)
