"""Paying out by month: what was planned, what happened."""

from __future__ import annotations

from collections.abc import Iterable


def carried(rows: Iterable[tuple[int, int, int]]) -> dict[int, int]:
    """Sums by month of what works planned, from (work, month, amount added up from January).

    A work that says nothing of a month keeps what it said of the month before. Only months somebody named are told.
    """
    steps: dict[int, int] = {}
    before: dict[int, int] = {}
    for work, month, amount in sorted(rows):
        steps[month] = steps.get(month, 0) + amount - before.get(work, 0)
        before[work] = amount
    return added_up(steps)


def added_up(steps: dict[int, int]) -> dict[int, int]:
    """Amounts of months, each with all before it."""
    found, sum_ = {}, 0
    for month in sorted(steps):
        sum_ += steps[month]
        found[month] = sum_
    return found
