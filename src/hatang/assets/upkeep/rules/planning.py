"""What a maintenance plan adds up to, and what of it is late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from hatang.core.money import Money
from hatang.core.periods import NotAPeriod, Period


@dataclass(frozen=True, slots=True)
class Line:
    """What counts of one line."""

    period: str
    cost: Money
    done_on: dt.date | None = None
    actual: Money | None = None


@dataclass(frozen=True, slots=True)
class Totals:
    """A plan in figures. `cost_of_done` is what the lines that are done were to cost, to be held against `actual`."""

    lines: int
    done: int
    overdue: int
    cost: Money
    cost_of_done: Money
    actual: Money

    @property
    def difference(self) -> Money:
        """What was spent beyond what was planned for the lines that are done; below nothing for what was saved."""
        return self.actual - self.cost_of_done


def totals(lines: Iterable[Line], *, today: dt.date) -> Totals:
    """What the lines add up to. A line done without an actual cost counts with the planned one."""
    every = list(lines)
    done = [line for line in every if line.done_on]
    return Totals(
        lines=len(every),
        done=len(done),
        overdue=sum(is_overdue(line, today=today) for line in every),
        cost=Money.sum(line.cost for line in every),
        cost_of_done=Money.sum(line.cost for line in done),
        actual=Money.sum(line.cost if line.actual is None else line.actual for line in done),
    )


def is_overdue(line: Line, *, today: dt.date) -> bool:
    """Whether its time has passed and nobody said it was done."""
    return line.done_on is None and Period.parse(line.period).last < today


def fits(code: str, year: int) -> bool:
    """Whether `code` is a month, a quarter, half a year or the whole of that year."""
    try:
        period = Period.parse(code)
    except NotAPeriod:
        return False
    return period.first.year == period.last.year == year and period.first != period.last


def moved(code: str, year: int) -> str:
    """The same part of another year: "2026-Q2" moved to 2027 is "2027-Q2"."""
    return f"{year:04}{code[4:]}"
