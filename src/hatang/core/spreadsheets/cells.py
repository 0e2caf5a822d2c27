"""A sheet that came back as plain values: what stands in its cells, and what is to be told of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class CellKind(StrEnum):
    """What a cell of a workbook that came back holds."""

    EMPTY = "empty"
    NUMBER = "number"
    PERCENT = "percent"
    TEXT = "text"
    DATE = "date"
    FORMULA = "formula"
    ANSWER = "answer"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as it came back: `text` as a person would read it, `number` where it is one."""

    kind: CellKind = CellKind.EMPTY
    text: str = ""
    number: Decimal | None = None


EMPTY = Cell()


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as it came back: its cells by row and column counted from 1, and the ranges that were merged."""

    cells: Mapping[tuple[int, int], Cell]
    merged: tuple[str, ...] = ()

    def at(self, row: int, column: int) -> Cell:
        """One cell, the empty one where nothing is."""
        return self.cells.get((row, column), EMPTY)

    @property
    def last_row(self) -> int:
        """The lowest row that holds anything; 0 of an empty sheet."""
        return max((row for row, _ in self.cells), default=0)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to tell the person: a code that somebody's words turn into a sentence, and what the sentence speaks of."""

    code: str
    fields: Mapping[str, str] = field(default_factory=dict)
