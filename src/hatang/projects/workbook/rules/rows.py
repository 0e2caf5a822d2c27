"""The rows of a sheet that came back, cell by cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from hatang.core.money import MOST, NotMoney, read_money
from hatang.core.spreadsheets.cells import Cell, CellKind, Grid, Problem
from hatang.core.spreadsheets.structure import letter
from hatang.core.spreadsheets.taking import Taken, number_in, words_in, wrong
from hatang.projects.workbook.layout import EDITED, FIRST_ROW, LONGEST, LOOK_ONLY, MONEY, TEXTS, YEARS, Column
from hatang.projects.workbook.model import Filled, Reading, Texts

FIRST_YEAR, LAST_YEAR = 2000, 2100


def reading_of(grid: Grid, given: Mapping[int, Texts]) -> Reading:
    """Every row that says anything, against what was given out."""
    places = [row for row in range(FIRST_ROW, grid.last_row + 1) if _filled(grid, row)]
    keys = {row: grid.at(row, Column.PK).text.strip() for row in places}
    twice = Counter(key for key in keys.values() if key)
    rows = tuple(_row(grid, row, given, _same_key(keys, keys[row]) if twice[keys[row]] > 1 else "") for row in places)
    return Reading(rows, len(set(given) - {one.pk for one in rows}))


def _filled(grid: Grid, row: int) -> bool:
    return any(grid.at(row, column).text.strip() for column in (Column.PK, *EDITED))


def _same_key(keys: Mapping[int, str], key: str) -> str:
    return ", ".join(str(row) for row, other in keys.items() if other == key)


def _row(grid: Grid, row: int, given: Mapping[int, Texts], twice: str) -> Filled:
    key = grid.at(row, Column.PK).text.strip()
    pk = int(key) if key.isascii() and key.isdecimal() and len(key) < 12 else 0
    taken = {column: _taken(grid.at(row, column), column, row) for column in (*EDITED, *(LOOK_ONLY if pk else ()))}
    texts = {column: text for column, one in taken.items() if (text := _text(one))}
    problems = [one.problem for one in taken.values() if one.problem]
    if twice:
        problems.insert(0, Problem("key_twice", {"key": key, "rows": twice}))
    elif key and pk not in given:
        problems.insert(0, Problem("key_unknown", {"key": key[:20]}))
    remarks = tuple(one.remark for one in taken.values() if one.remark)
    return Filled(row, pk, texts, given.get(pk, {}), tuple(problems), remarks)


def _text(taken: Taken) -> str:
    return taken.words if taken.number is None else f"{taken.number:f}"


def _taken(cell: Cell, column: Column, row: int) -> Taken:
    place = f"{letter(column)}{row}"
    if column in MONEY:
        return _money(cell, place)
    if column in YEARS:
        return _year(cell, place)
    if column in {Column.QUANTITY, Column.PERCENT}:
        return number_in(cell, place, decimals=3)
    return words_in(cell, place, most=TEXTS.get(column, LONGEST))


def _money(cell: Cell, place: str) -> Taken:
    if cell.kind != CellKind.TEXT or not cell.text.strip():
        taken = number_in(cell, place, decimals=0)
        return wrong("not_whole", place, cell) if taken.remark else taken
    try:
        amount = read_money(cell.text).dong
    except NotMoney as error:
        return wrong("not_typed_well", place, cell, why=str(error))
    if not 0 <= amount <= MOST:
        return wrong("negative", place, cell)
    return number_in(Cell(CellKind.NUMBER, str(amount), Decimal(amount)), place, decimals=0)


def _year(cell: Cell, place: str) -> Taken:
    taken = number_in(cell, place, decimals=0)
    if taken.number is None:
        return taken
    if (taken.remark and taken.remark.code == "rounded") or not FIRST_YEAR <= taken.number <= LAST_YEAR:
        return wrong("not_a_year", place, cell)
    return Taken(number=taken.number)
