"""The list of works as values: what is given out, what came back, what it would do.

Every cell is a text as `texts` makes it: numbers plain ("1234.5"), choices by their Vietnamese words, villages one after another.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from hatang.core.spreadsheets.cells import Problem
from hatang.projects.workbook.layout import Column

Texts = Mapping[Column, str]
Value = str | int | Decimal | tuple[int, ...]
Option = tuple[str | int, str]


@dataclass(frozen=True, slots=True)
class Known:
    """A work as it stands: its cells, and which of them are closed here, with the code that says why."""

    pk: int
    sector: str
    texts: Texts
    closed: Mapping[Column, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Book:
    """Everything written into one file."""

    commune: str
    code: str
    works: Sequence[Known]
    options: Mapping[Column, Sequence[str]]
    reaches: Callable[[str], bool]
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Filled:
    """One row as it came back: `pk` 0 is a new work; `was` are the marks of its cells as given out."""

    row: int
    pk: int
    texts: Texts
    was: Texts = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A file whose structure is whole: its rows, and how many works given out are no longer in it."""

    rows: tuple[Filled, ...]
    missing: int = 0


class Refused(Exception):
    """The file is not taken at all; `problems` say why."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems


class State(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    CHANGED = "changed"
    CONFLICT = "conflict"
    WRONG = "wrong"
    SAME = "same"


WRITES = frozenset({State.NEW, State.CHANGED})


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that differs from what stands now; `clash`: it was changed there too since the file was given out."""

    column: Column
    old: str
    new: str
    value: Value
    clash: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row of the preview."""

    state: State
    row: int
    pk: int
    title: str
    changes: tuple[Change, ...] = ()
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """What rows are judged against: every work by its key, what may be chosen, which sectors are in reach."""

    works: Mapping[int, Known]
    options: Mapping[Column, Sequence[Option]]
    villages: Sequence[Option]
    reaches: Callable[[str], bool]
