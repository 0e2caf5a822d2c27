"""What stands in the way of an entry, and what it may do only with a reason. Sums are of the work, source and year concerned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hatang.projects.money.rules.totals import NOTHING, Book, Cell, Posting, Sums, book


class Problem(StrEnum):
    """What an entry runs against."""

    OVER_ALLOCATED = "over_allocated"  # more paid out than the year's capital of the source
    OVER_ADVANCED = "over_advanced"  # more recovered than was advanced
    NEGATIVE = "negative"  # less than nothing left of a sum
    OVER_CEILING = "over_ceiling"  # years add up to more than the medium-term ceiling
    OVER_YEAR_CAPITAL = "over_year_capital"  # works got more than the commune was given
    SETTLED_ABOVE_PAID = "settled_above_paid"  # more settled than disbursed


REFUSED = {Problem.OVER_ALLOCATED, Problem.OVER_ADVANCED, Problem.NEGATIVE}


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem, where, and the amount by which."""

    problem: Problem
    cell: Cell
    by: int

    @property
    def refuses(self) -> bool:
        """Whether no reason helps."""
        return self.problem in REFUSED


@dataclass(frozen=True, slots=True)
class Around:
    """What else bounds an entry: what the commune was given of a source in a year, and what all works got of it."""

    given: Mapping[tuple[int, int], int] = field(default_factory=dict)
    shared: Mapping[tuple[int, int], int] = field(default_factory=dict)


def findings(before: Book, postings: list[Posting], around: Around | None = None) -> list[Finding]:
    """What these postings run against, given what the works' cells are before; refusals first.

    Paying more than the year's capital, recovering more than was advanced and sums below nothing are refused: no paper makes them
    right (capital of a year bounds what is paid of it). Going above a medium-term ceiling, above what the commune was given, or
    settling more than was paid happens lawfully for a while, so it is written down with its reason.
    """
    change = book(postings)
    after = dict(before)
    for cell, sums in change.items():
        after[cell] = after.get(cell, NOTHING) + sums
    found = [one for cell, sums in change.items() for one in _cell(cell, after[cell], sums)]
    found += _ceilings(before, after, change)
    found += _capital(change, around or Around())
    found += _settled(after, change)
    return sorted(found, key=lambda one: not one.refuses)


def _cell(cell: Cell, after: Sums, change: Sums) -> list[Finding]:
    found = []
    if after.left < 0 and (change.disbursed > 0 or change.allocated < 0):
        found.append(Finding(Problem.OVER_ALLOCATED, cell, -after.left))
    if after.advanced < 0 and change.advanced < 0:
        found.append(Finding(Problem.OVER_ADVANCED, cell, -after.advanced))
    lowest = min(after.allocated, after.disbursed, after.ceiling, after.settled, after.final)
    if lowest < 0 and not found:
        found.append(Finding(Problem.NEGATIVE, cell, -lowest))
    return found


def _ceilings(before: Book, after: Book, change: Book) -> list[Finding]:
    found = []
    for project, source in {(cell.project, cell.source) for cell in change}:
        ceiling, allocated = _of(after, project, source)
        was_ceiling, was = _of(before, project, source)
        over = allocated - ceiling
        if ceiling and over > 0 and (allocated > was or ceiling < was_ceiling):
            found.append(Finding(Problem.OVER_CEILING, Cell(project, source, None), over))
    return found


def _of(cells: Book, project: int, source: int) -> tuple[int, int]:
    rows = [sums for cell, sums in cells.items() if cell.project == project and cell.source == source]
    return sum(sums.ceiling for sums in rows), sum(sums.allocated for sums in rows)


def _capital(change: Book, around: Around) -> list[Finding]:
    added: dict[tuple[int, int], int] = {}
    for cell, sums in change.items():
        if cell.year is not None:
            added[cell.source, cell.year] = added.get((cell.source, cell.year), 0) + sums.allocated
    found = []
    for (source, year), amount in added.items():
        given = around.given.get((source, year))
        over = around.shared.get((source, year), 0) + amount - (given or 0)
        if given is not None and amount > 0 and over > 0:
            cell = next(cell for cell, sums in change.items() if cell[1:] == (source, year) and sums.allocated > 0)
            found.append(Finding(Problem.OVER_YEAR_CAPITAL, cell, over))
    return found


def _settled(after: Book, change: Book) -> list[Finding]:
    found = []
    for project, source in {cell[:2] for cell, sums in change.items() if sums.settled > 0 or sums.final > 0}:
        same = [sums for cell, sums in after.items() if cell[:2] == (project, source)]
        over = max(sum(sums.settled for sums in same), sum(sums.final for sums in same)) - sum(sums.disbursed for sums in same)
        if over > 0:
            found.append(Finding(Problem.SETTLED_ABOVE_PAID, Cell(project, source, None), over))
    return found
