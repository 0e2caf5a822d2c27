"""One row as it came back: its entry, and what is wrong inside the row itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hatang.core.spreadsheets.cells import CellKind, Grid, Problem
from hatang.core.spreadsheets.structure import letter
from hatang.core.spreadsheets.taking import Taken, number_in, words_in
from hatang.indicators.workbook.layout import FIRST_ROW, INPUTS, MARK_HEADER, MOST_WORDS, NUMBERS, Column
from hatang.indicators.workbook.model import Asked, Entry, Filled, Kind
from hatang.indicators.workbook.rules.cells import DECIMALS, answer_in
from hatang.indicators.workbook.rules.structure import places_of

WANTED = {
    Kind.RATIO: (Column.NUMERATOR, Column.DENOMINATOR),
    Kind.COUNT: (Column.VALUE,),
    Kind.YES_NO: (Column.ANSWER,),
    Kind.STATUS: (Column.ANSWER,),
}
WORDS = (Column.REASON, Column.NOTE)
MOST_OUTSIDE = 5


def filled_rows(grid: Grid, asked: Sequence[Asked]) -> tuple[Filled, ...]:
    """Every row that was given out, as it came back. The structure must be whole."""
    places = places_of(grid)
    return tuple(filled(grid, places[one.key][0], one) for one in asked)


def filled(grid: Grid, row: int, asked: Asked) -> Filled:
    """One row as it came back."""
    taken = {column: _taken(grid, row, column) for column in (*WANTED[asked.kind], *WORDS)}
    entry = _entry(taken)
    problems = [one.problem for one in taken.values() if one.problem]
    problems += _elsewhere(grid, row, asked.kind)
    if not problems:
        problems = _incomplete(entry, asked, row)
    remarks = tuple(one.remark for one in taken.values() if one.remark)
    return Filled(asked.key, row, asked.says, asked.entry, entry, tuple(problems), remarks)


def _taken(grid: Grid, row: int, column: Column) -> Taken:
    cell, place = grid.at(row, column), f"{letter(column)}{row}"
    if column in NUMBERS:
        return number_in(cell, place, decimals=DECIMALS)
    return answer_in(cell, place) if column == Column.ANSWER else words_in(cell, place, most=MOST_WORDS)


def _entry(taken: Mapping[Column, Taken]) -> Entry:
    nothing = Taken()
    return Entry(
        numerator=taken.get(Column.NUMERATOR, nothing).number,
        denominator=taken.get(Column.DENOMINATOR, nothing).number,
        value=taken.get(Column.VALUE, nothing).number,
        answer=taken.get(Column.ANSWER, nothing).answer,
        reason=taken[Column.REASON].words,
        note=taken[Column.NOTE].words,
    )


def _elsewhere(grid: Grid, row: int, kind: Kind) -> list[Problem]:
    """Something filled into a cell that this kind of row does not use: told, since it would be lost."""
    unused = [column for column in INPUTS if column not in WANTED[kind] and column not in WORDS]
    full = [f"{letter(column)}{row}" for column in unused if grid.at(row, column).text.strip()]
    return [Problem("wrong_column", {"cell": cell, "right": _right(kind)}) for cell in full]


def _right(kind: Kind) -> str:
    return ", ".join(letter(column) for column in WANTED[kind])


def _incomplete(entry: Entry, asked: Asked, row: int) -> list[Problem]:
    if asked.kind == Kind.RATIO and (entry.numerator is None) != (entry.denominator is None):
        missing = Column.NUMERATOR if entry.numerator is None else Column.DENOMINATOR
        return [Problem("half_ratio", {"cell": f"{letter(missing)}{row}"})]
    if asked.kind == Kind.RATIO and entry.denominator == 0 and entry.numerator:
        return [Problem("of_nothing", {"cell": f"{letter(Column.DENOMINATOR)}{row}"})]
    if asked.entry.has_figure and not entry.has_figure:
        return [Problem("emptied", {"cell": f"{letter(WANTED[asked.kind][0])}{row}"})]
    return []


def outside(grid: Grid, asked: Sequence[Asked]) -> tuple[Problem, ...]:
    """Cells beside or below the table that hold something: they are not read, and that is said."""
    last = FIRST_ROW + len(asked) - 1
    stray = [place for place, cell in sorted(grid.cells.items()) if cell.kind != CellKind.EMPTY and _stray(grid, *place, last)]
    names = ", ".join(f"{letter(min(column, 26))}{row}" for row, column in stray[:MOST_OUTSIDE])
    return (Problem("outside", {"cells": names, "count": str(len(stray))}),) if stray else ()


def _stray(grid: Grid, row: int, column: int, last: int) -> bool:
    if column >= Column.MARK:
        return grid.at(FIRST_ROW - 1, column).text != MARK_HEADER
    return row > last and column != Column.KEY
