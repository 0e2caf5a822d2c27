"""From the bytes of a file that came back to its rows."""

from __future__ import annotations

import json
from collections.abc import Mapping

from openpyxl.workbook import Workbook as File
from openpyxl.worksheet.worksheet import Worksheet

from hatang.core.spreadsheets.cells import Grid, Problem
from hatang.core.spreadsheets.guarding import Limits, RefusedSpreadsheet
from hatang.core.spreadsheets.opening import grid_of, opened
from hatang.core.spreadsheets.structure import head_problems
from hatang.projects.workbook import layout as at
from hatang.projects.workbook.layout import Column
from hatang.projects.workbook.model import Reading, Refused, Texts
from hatang.projects.workbook.rules.rows import reading_of
from hatang.projects.workbook.writing import signature

LARGEST = 10 * 1024 * 1024
LIMITS = Limits(largest=LARGEST, unpacked=80 * 1024 * 1024, tags=2_000_000)
MOST_COLUMNS, MOST_TOLD = 40, 8


def read(content: bytes, commune: str) -> Reading:
    """The rows of a file that came back.

    Raises:
        Refused: not a file of ours, another commune's, or its structure was changed.
    """
    try:
        file = opened(content, LIMITS)
    except RefusedSpreadsheet as refusal:
        raise Refused(Problem(refusal.code)) from refusal
    given = _given_out(_grid(file, at.HIDDEN, "not_ours"), commune)
    data = _grid(file, at.DATA, "sheet_renamed")
    problems = head_problems(data, at.HEADERS, at.HEAD_ROW) or [Problem("merged", {"cells": area}) for area in data.merged]
    if data.last_row >= at.MOST_ROWS:
        problems.append(Problem("too_many_rows", {}))
    if problems:
        raise Refused(*problems[:MOST_TOLD])
    return reading_of(data, given)


def _grid(file: File, name: str, code: str) -> Grid:
    sheet = file[name] if name in file.sheetnames else None
    if not isinstance(sheet, Worksheet):
        raise Refused(Problem(code, {"name": name}))
    return grid_of(sheet, rows=at.MOST_ROWS, columns=MOST_COLUMNS, merged_from=at.HEAD_ROW)


def _given_out(hidden: Grid, commune: str) -> Mapping[int, Texts]:
    """Every work given out, by its key, with the marks of its cells."""
    facts = {hidden.at(row, 1).text: hidden.at(row, 2).text for row in range(1, len(at.HIDDEN_FACTS) + 1)}
    if set(facts) != set(at.HIDDEN_FACTS):
        raise Refused(Problem("not_ours"))
    if facts["version"] != at.VERSION:
        raise Refused(Problem("other_version"))
    if facts["commune"] != commune:
        raise Refused(Problem("wrong_commune", {"found": facts["commune"][:20], "wanted": commune}))
    try:
        given = dict(_marks(hidden, row) for row in range(at.HIDDEN_FIRST, hidden.last_row + 1))
    except (ValueError, AttributeError) as error:
        raise Refused(Problem("hidden_changed")) from error
    if signature(commune, given) != facts["signature"]:
        raise Refused(Problem("hidden_changed"))
    return given


def _marks(hidden: Grid, row: int) -> tuple[int, Texts]:
    marks = json.loads(hidden.at(row, 2).text)
    return int(hidden.at(row, 1).text), {Column(int(column)): str(text) for column, text in marks.items()}
