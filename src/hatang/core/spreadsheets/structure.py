"""Whether the head of a table that came back is where it was, and how cells and rows are named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hatang.core.spreadsheets.cells import Grid, Problem

ROWS_LOOKED_AT, COLUMNS_LOOKED_AT = 60, 40


def letter(column: int) -> str:
    """The letter of one of the first 26 columns, as people name it."""
    return chr(ord("A") + column - 1)


def saying(*parts: str) -> str:
    """Parts as compared: white space made even, which office programs change on their way."""
    return " | ".join(" ".join(part.split()) for part in parts)


def head_problems(grid: Grid, headers: Mapping[Any, str], row: int) -> list[Problem]:
    """Columns whose headers are not where they belong in `row`; one problem where the whole head has moved down."""
    moved = _head_row(grid, headers, row)
    if moved not in (0, row):
        return [Problem("head_moved", {"row": str(moved)})]
    at = {grid.at(row, column).text: column for column in range(1, COLUMNS_LOOKED_AT)}
    return [_column_problem(title, at.get(title, 0), column) for column, title in headers.items() if at.get(title) != column]


def _head_row(grid: Grid, headers: Mapping[Any, str], row: int) -> int:
    """The row with the most of the headers; 0 where none has two."""
    titles = set(headers.values())
    scores = {
        at: sum(grid.at(at, column).text in titles for column in range(1, COLUMNS_LOOKED_AT)) for at in range(1, ROWS_LOOKED_AT)
    }
    best = max(scores, key=lambda at: (scores[at], at == row))
    return best if scores[best] > 1 else 0


def _column_problem(title: str, now: int, column: int) -> Problem:
    if now:
        return Problem("column_moved", {"title": title, "was": letter(column), "now": letter(min(now, 26))})
    return Problem("column_gone", {"title": title, "was": letter(column)})
