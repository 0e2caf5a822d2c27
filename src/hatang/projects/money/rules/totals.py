"""Every total of the money of works is computed here, from the same cells; so totals by any heading agree.

A cell is a work, a source and a year (None: not of one year, as a medium-term ceiling and the settlement of a whole work are).
`disbursed` counts advances and payments, and what a payment recovers of an advance only once (NĐ 254/2025/NĐ-CP, art. 3(3)).

Villages: each cell is split by the declared shares of the work's villages, whole đồng rounded towards zero, what is left over
going to the first village; the parts of a cell always add up to it. A work without villages counts for the commune as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

Key = TypeVar("Key")


class Cell(NamedTuple):
    """Where money stands: a work, a source, and a year or none."""

    project: int
    source: int
    year: int | None


@dataclass(frozen=True, slots=True)
class Sums:
    """What the entries of a cell, or of many, add up to; whole đồng. `advanced` is what of the advances is not recovered.

    `settled` is what budget years settled, `final` what the settlement of the whole work did: the same money, so never added.
    """

    ceiling: int = 0
    allocated: int = 0
    advanced: int = 0
    disbursed: int = 0
    settled: int = 0
    final: int = 0

    @property
    def left(self) -> int:
        """Allocated and not yet disbursed."""
        return self.allocated - self.disbursed

    @property
    def columns(self) -> tuple[int, int, int, int, int, int]:
        """The sums in the order of `COLUMNS`."""
        return self.ceiling, self.allocated, self.advanced, self.disbursed, self.settled, self.final

    @property
    def is_nothing(self) -> bool:
        """Whether every sum is zero."""
        return self == NOTHING

    def __add__(self, other: Sums) -> Sums:
        return Sums(
            self.ceiling + other.ceiling,
            self.allocated + other.allocated,
            self.advanced + other.advanced,
            self.disbursed + other.disbursed,
            self.settled + other.settled,
            self.final + other.final,
        )

    def __neg__(self) -> Sums:
        return Sums(-self.ceiling, -self.allocated, -self.advanced, -self.disbursed, -self.settled, -self.final)


NOTHING = Sums()
COLUMNS = ("ceiling", "allocated", "advanced", "disbursed", "settled", "final")
WHOLE: Sequence[tuple[int | None, int]] = ((None, 1),)
Book = Mapping[Cell, Sums]
Posting = tuple[Cell, Sums]


def ceiling(project: int, source: int, amount: int) -> list[Posting]:
    """A medium-term ceiling."""
    return [(Cell(project, source, None), Sums(ceiling=amount))]


def allocation(project: int, source: int, year: int, amount: int) -> list[Posting]:
    """Capital of a year."""
    return [(Cell(project, source, year), Sums(allocated=amount))]


def transfer(source: int, from_project: int, from_year: int, to_project: int, to_year: int, amount: int) -> list[Posting]:
    """Allocated capital moved to another work or year: off here, on there."""
    return [
        (Cell(from_project, source, from_year), Sums(allocated=-amount)),
        (Cell(to_project, source, to_year), Sums(allocated=amount)),
    ]


def advance(project: int, source: int, year: int, amount: int) -> list[Posting]:
    """Money paid before the work is done."""
    return [(Cell(project, source, year), Sums(advanced=amount, disbursed=amount))]


def payment(project: int, source: int, year: int, amount: int, recovered: int = 0) -> list[Posting]:
    """A payment for work accepted; `recovered` of it was paid before, as an advance."""
    return [(Cell(project, source, year), Sums(advanced=-recovered, disbursed=amount - recovered))]


def settlement(project: int, source: int, year: int | None, amount: int) -> list[Posting]:
    """What was settled, of a year or of the whole work."""
    return [(Cell(project, source, year), Sums(final=amount) if year is None else Sums(settled=amount))]


def book(postings: Iterable[Posting]) -> dict[Cell, Sums]:
    """The cells that the entries add up to."""
    return _summed(postings)


def total(cells: Book) -> Sums:
    """Everything."""
    return sum(cells.values(), NOTHING)


def by(cells: Book, heading: Callable[[Cell], Key]) -> dict[Key, Sums]:
    """Totals by any heading of a cell."""
    return _summed((heading(cell), sums) for cell, sums in cells.items())


def by_village(cells: Book, villages: Mapping[int, Sequence[tuple[int, int]]]) -> dict[int | None, Sums]:
    """Totals by village; `villages` gives each work's (village, share) in order. None: works without villages."""
    found: dict[int | None, list[int]] = {}
    for cell, sums in cells.items():
        _hand_out(sums, villages.get(cell.project) or WHOLE, found)
    return {village: Sums(*columns) for village, columns in found.items()}


def _hand_out(sums: Sums, shares: Sequence[tuple[int | None, int]], found: dict[int | None, list[int]]) -> None:
    """Add to each village its part of a cell; tables have tens of thousands of cells, so nothing is made for a part alone."""
    rows = [found.setdefault(village, [0] * len(COLUMNS)) for village, _ in shares]
    weights = [share for _, share in shares]
    for at, amount in enumerate(sums.columns):
        if amount:
            for row, part in zip(rows, split(amount, weights), strict=True):
                row[at] += part


def split(amount: int, shares: Sequence[int]) -> list[int]:
    """An amount in whole đồng by shares: each rounded towards zero, the rest to the first; equal where none is above 0."""
    whole = sum(shares)
    weights, whole = (shares, whole) if whole > 0 else ([1] * len(shares), len(shares))
    sign = -1 if amount < 0 else 1
    parts = [sign * (abs(amount) * weight // whole) for weight in weights]
    parts[0] += amount - sum(parts)
    return parts


def _summed(pairs: Iterable[tuple[Key, Sums]]) -> dict[Key, Sums]:
    found: dict[Key, Sums] = {}
    for key, sums in pairs:
        there = found.get(key)
        found[key] = sums if there is None else there + sums
    return found
