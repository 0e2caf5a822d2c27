"""The way to a target, year by year: straight from where things stood to what is asked. Source: docs/rules.md#path.

A moment is a number of years in which the end of 2030 is 2030: the end of quý I/2026 is 2025.25.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from hatang.indicators.rules.passing import Goal, passes

TENTH = Decimal("0.1")
AMOUNT = {">=": ">=", "=": ">=", ">": ">=", "~": ">=", "between": ">=", "<=": "<=", "<": "<=", "maintain": "maintain"}


@dataclass(frozen=True, slots=True)
class Step:
    """What is asked by the end of a year."""

    year: int
    goal: Goal


def moment(day: dt.date) -> Decimal:
    """A day as a number of years, at its end: 31/12/2030 is 2030."""
    days = 366 if calendar.isleap(day.year) else 365
    return day.year - 1 + Decimal(day.timetuple().tm_yday) / days


def proposed(goal: Goal, year: int, *, start: Decimal | None, since: dt.date) -> list[Step]:
    """A straight way from `start` at `since` to the goal: one step for the end of each year between.

    Without a figure to start from it starts from nothing (what should fall: from what is asked). A state to keep is asked for
    each year; a thing to have only in the end.
    """
    begin = moment(since)
    years = range(int(begin) + 1, year)
    if goal.comparator == "exists":
        return []
    if goal.value is None:
        return [Step(between, Goal("maintain", full=goal.full)) for between in years]
    low = start if start is not None else goal.value if goal.is_falling else Decimal(0)
    comparator = AMOUNT[goal.comparator]
    return [Step(at, Goal(comparator, _between(low, goal.value, (at - begin) / (year - begin)))) for at in years]


def _between(low: Decimal, high: Decimal, share: Decimal) -> Decimal:
    return (low + (high - low) * share).quantize(TENTH, ROUND_HALF_UP)


def missed(steps: Sequence[Step], figure: Decimal, at: Decimal) -> Step | None:
    """The last step that was due by `at` where the figure does not pass it; None where it does or none was due."""
    due = max((step for step in steps if step.year <= at), key=lambda step: step.year, default=None)
    return due if due is not None and not passes(due.goal, figure) else None


def required_at(steps: Sequence[Step], at: Decimal, *, start: tuple[Decimal, Decimal] | None) -> Decimal | None:
    """What the path asks for at a moment, between its steps; None before it begins or where nothing is an amount.

    `start` is the moment and value it begins with; `steps` ends with the target itself.
    """
    amounts = [(Decimal(step.year), step.goal.value) for step in steps if step.goal.value is not None]
    points = sorted(([start] if start else []) + amounts)
    after = next(((year, value) for year, value in points if year >= at), None)
    if not points or after is None:
        return points[-1][1] if points else None
    before = next(((year, value) for year, value in reversed(points) if year <= at), None)
    if before is None or before[0] == after[0]:
        return None if before is None else before[1]
    return before[1] + (after[1] - before[1]) * (at - before[0]) / (after[0] - before[0])
