"""What a filled workbook would change: each row held against what stood there at download and what stands there now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from hatang.core.spreadsheets.cells import Problem
from hatang.indicators.workbook.model import Entry, Filled, Line


class State(StrEnum):
    """What becomes of a row."""

    EMPTY = "empty"
    UNCHANGED = "unchanged"
    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"
    WRONG = "wrong"


WRITES = frozenset({State.NEW, State.CHANGED})


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row of the preview. `line` is None where the unit no longer owes it; `asks` are doubts that want a reason."""

    state: State
    filled: Filled
    line: Line | None
    old: Entry
    new: Entry
    problems: tuple[Problem, ...] = ()
    asks: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()

    @property
    def wants_reason(self) -> bool:
        """Whether a reason is asked for and none is given."""
        return bool(self.asks) and not self.new.reason


def outcomes(rows: Sequence[Filled], lines: Sequence[Line]) -> list[Outcome]:
    """Every row with what becomes of it, in the order of the file."""
    owed: Mapping[str, Line] = {line.key: line for line in lines}
    return [outcome(row, owed.get(row.key)) for row in rows]


def outcome(row: Filled, line: Line | None) -> Outcome:
    """What becomes of one row, given what the unit owes there now."""
    current = line.current if line else Entry()
    bare = Outcome(State.UNCHANGED, row, line, current, row.entry, remarks=row.remarks)
    if row.problems:
        return replace(bare, state=State.WRONG, problems=row.problems)
    if row.entry == row.was or row.entry == current:
        return replace(bare, state=State.UNCHANGED if current.has_figure else State.EMPTY, new=current)
    if line is None:
        return replace(bare, state=State.WRONG, problems=(Problem("not_owed", {}),))
    if line.locked:
        return replace(bare, state=State.WRONG, problems=(Problem("locked_row", {"why": line.locked}),))
    if not row.entry.has_figure:
        return replace(bare, state=State.EMPTY, remarks=(*row.remarks, Problem("only_words", {})))
    if current != row.was:
        return replace(bare, state=State.CONFLICT)
    return replace(bare, state=State.CHANGED if current.has_figure else State.NEW)


def not_in_file(rows: Sequence[Filled], lines: Sequence[Line]) -> list[Line]:
    """What the unit owes now and the file does not ask for: it was given out before."""
    there = {row.key for row in rows}
    return [line for line in lines if line.key not in there]


def counts(found: Sequence[Outcome]) -> dict[str, int]:
    """How many rows of each state, and under "asks" how many want a reason."""
    tally = {state.value: sum(one.state == state for one in found) for state in State}
    return {**tally, "asks": sum(one.wants_reason and one.state in WRITES | {State.CONFLICT} for one in found)}
