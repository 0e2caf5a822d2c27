"""Whether a returned workbook still has the structure it was given out with, and where it has not."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from decimal import Decimal

from hatang.core.spreadsheets.cells import Grid, Problem
from hatang.core.spreadsheets.structure import head_problems, saying
from hatang.indicators.workbook import layout
from hatang.indicators.workbook.layout import HEADERS, SAYING, Column
from hatang.indicators.workbook.model import Address, Asked, Entry, Kind, Line

MOST_TOLD = 8


def says(number: int, line: Line) -> str:
    """What a row says of itself in its locked columns."""
    return saying(str(number), line.indicator, line.unit, line.village or layout.COMMUNE_WIDE)


def entry_text(entry: Entry) -> str:
    """An entry as the hidden sheet keeps it."""
    plain = {name: str(part) if isinstance(part, Decimal) else part for name, part in asdict(entry).items()}
    return json.dumps({name: part for name, part in plain.items() if part not in (None, "")}, ensure_ascii=False)


def entry_of(text: str) -> Entry:
    """The entry that `entry_text` wrote.

    Raises:
        ValueError: it did not write this.
    """
    try:
        plain = json.loads(text)
        numbers = {name: Decimal(plain[name]) for name in ("numerator", "denominator", "value") if name in plain}
        return Entry(**{**plain, **numbers})
    except (TypeError, ArithmeticError, AttributeError) as error:
        raise ValueError(text) from error


def signature(address: Address, asked: Iterable[Asked]) -> str:
    """The hash of whose workbook it is and of every row given out: it tells a changed file from one that is whole.

    It guards against accidents, not against forgery: what a person may write is decided by the services whatever the file says.
    """
    lines = [[one.key, one.says, one.kind.value, entry_text(one.entry)] for one in asked]
    content = json.dumps([layout.VERSION, *asdict(address).values(), lines], ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()


def asked_of(lines: Sequence[Line]) -> tuple[Asked, ...]:
    """The rows as they are given out."""
    return tuple(Asked(line.key, says(number, line), line.kind, line.current) for number, line in enumerate(lines, 1))


def hidden_part(grid: Grid) -> tuple[Address, tuple[Asked, ...], str]:
    """What the hidden sheet holds: whose workbook, the rows given out, and the signature it was given out with.

    Raises:
        ValueError: it is not as it was written.
    """
    facts = {grid.at(row, 1).text: grid.at(row, 2).text for row in range(1, len(layout.HIDDEN_FACTS) + 1)}
    address = Address(facts.get("commune", ""), facts.get("period", ""), facts.get("unit", ""))
    rows = range(layout.HIDDEN_FIRST, grid.last_row + 1)
    return address, tuple(_asked(grid, row) for row in rows), facts.get("signature", "")


def version_of(grid: Grid) -> str:
    """The version of the layout a workbook was written with; empty where none is told."""
    return grid.at(1, 2).text if grid.at(1, 1).text == "version" else ""


def _asked(grid: Grid, row: int) -> Asked:
    key, line, kind, entry = (grid.at(row, column).text for column in range(1, 5))
    return Asked(key, line, Kind(kind), entry_of(entry))


def changes(grid: Grid, asked: Sequence[Asked]) -> list[Problem]:
    """Every way in which the table differs from the one given out; empty when it is whole."""
    found = head_problems(grid, HEADERS, layout.HEADER_ROW)
    if not found:
        found = list(_merged(grid)) + list(_rows(grid, asked))
    more = len(found) - MOST_TOLD
    return found if more <= 0 else [*found[:MOST_TOLD], Problem("more", {"count": str(more)})]


def _merged(grid: Grid) -> Iterator[Problem]:
    for cells in grid.merged:
        yield Problem("merged", {"cells": cells})


def _rows(grid: Grid, asked: Sequence[Asked]) -> Iterator[Problem]:
    """Rows doubled, inserted, moved, gone, or whose locked words were changed."""
    places = places_of(grid)
    yield from _doubled(places)
    yield from _inserted(grid, asked, places)
    expected = {one.key: (layout.FIRST_ROW + place, one) for place, one in enumerate(asked)}
    known = [key for key in expected if key in places]
    in_order = _longest_run([places[key][0] for key in known])
    for key, (_row, one) in expected.items():
        if key not in places:
            yield Problem("row_gone", {"row": one.says})
        elif places[key][0] not in in_order:
            yield Problem("row_moved", {"row": one.says, "now": str(places[key][0])})
        elif _saying_at(grid, places[key][0]) != one.says:
            yield Problem("row_renamed", {"row": str(places[key][0]), "said": one.says})


def places_of(grid: Grid) -> dict[str, list[int]]:
    """Where each key stands; more than one place where a row was copied."""
    places: dict[str, list[int]] = {}
    for row in range(layout.FIRST_ROW, grid.last_row + 1):
        if key := grid.at(row, Column.KEY).text:
            places.setdefault(key, []).append(row)
    return places


def _doubled(places: dict[str, list[int]]) -> Iterator[Problem]:
    for rows in places.values():
        if len(rows) > 1:
            yield Problem("row_doubled", {"rows": ", ".join(map(str, rows))})


def _inserted(grid: Grid, asked: Sequence[Asked], places: dict[str, list[int]]) -> Iterator[Problem]:
    """Rows among ours that are not ours: without a key, or with one nobody gave out."""
    ours = {one.key for one in asked}
    taken = {row for key, rows in places.items() if key in ours for row in rows}
    last = max((places[key][0] for key in ours if key in places), default=0)
    for row in range(layout.FIRST_ROW, last):
        if row not in taken:
            yield Problem("row_inserted", {"row": str(row)})


def _saying_at(grid: Grid, row: int) -> str:
    return saying(*(grid.at(row, column).text for column in SAYING))


def _longest_run(rows: Sequence[int]) -> set[int]:
    """The longest increasing part of `rows`: what stands outside it is what was moved."""
    tails: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for place, row in enumerate(rows):
        depth = bisect_left(tails, row)
        tails[depth : depth + 1] = [row]
        at[depth : depth + 1] = [place]
        before.append(at[depth - 1] if depth else -1)
    run, place = set(), at[-1] if at else -1
    while place >= 0:
        run.add(rows[place])
        place = before[place]
    return run
