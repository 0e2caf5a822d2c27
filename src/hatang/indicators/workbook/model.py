"""A workbook of measurements as values: what is asked, what was filled in, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from hatang.core.spreadsheets.cells import Problem


class Kind(StrEnum):
    """What a row asks for: two parts of a ratio, a number, or yes or no."""

    RATIO = "ratio"
    COUNT = "count"
    YES_NO = "yes_no"
    STATUS = "status"

    @property
    def asks_answer(self) -> bool:
        """Whether the row is answered by Có or Không."""
        return self in {Kind.YES_NO, Kind.STATUS}


@dataclass(frozen=True, slots=True)
class Entry:
    """What one row holds. Only the fields of its kind are filled: two parts, a value, or an answer; words besides."""

    numerator: Decimal | None = None
    denominator: Decimal | None = None
    value: Decimal | None = None
    answer: bool | None = None
    reason: str = ""
    note: str = ""

    @property
    def has_figure(self) -> bool:
        """Whether anything but words is filled in."""
        return any(part is not None for part in (self.numerator, self.denominator, self.value, self.answer))

    @property
    def without_words(self) -> Entry:
        """The figure alone."""
        return replace(self, reason="", note="")


@dataclass(frozen=True, slots=True)
class Line:
    """One row to fill: an indicator in a village, or in the commune where `village` is empty. `how` says how to collect it.

    `key` names the row for good; `locked` says why it cannot be filled now, and is empty where it can.
    """

    key: str
    indicator: str
    kind: Kind
    unit: str = ""
    village: str = ""
    numerator_name: str = ""
    denominator_name: str = ""
    how: str = ""
    last: Entry = field(default_factory=Entry)
    current: Entry = field(default_factory=Entry)
    state: str = ""
    locked: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """Whose workbook it is: the commune by its official code, the period by its own, the unit by its number."""

    commune: str
    period: str
    unit: str


@dataclass(frozen=True, slots=True)
class Workbook:
    """Everything that is written into one file; the words are ready to be shown."""

    address: Address
    commune: str
    period: str
    unit: str
    lines: tuple[Line, ...]
    made_at: str = ""
    due: str = ""
    contact: str = ""
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """One row as it was given out: its key, what it said of itself, and what stood in it then."""

    key: str
    says: str
    kind: Kind
    entry: Entry


@dataclass(frozen=True, slots=True)
class Filled:
    """One row as it came back: `was` at download, `entry` now; `problems` make it unreadable, `remarks` are only told."""

    key: str
    row: int
    says: str
    was: Entry
    entry: Entry
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A returned workbook whose structure is whole: whose it is, its rows, and what stands outside the table."""

    address: Address
    rows: tuple[Filled, ...]
    remarks: tuple[Problem, ...] = ()


class Refused(Exception):
    """The workbook cannot be read at all; `problems` say why, the first being the most telling."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems
