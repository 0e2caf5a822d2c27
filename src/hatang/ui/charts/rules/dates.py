"""Days laid along a line, with its ticks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

MONTHS = (1, 2, 3, 6, 12, 24)
LETTER = 7.2


class DayTick(NamedTuple):
    """The first day of a month, where it stands, and what is written there: "T7/2026"; a January may say only its year."""

    x: float
    day: dt.date


@dataclass(frozen=True, slots=True)
class DayScale:
    """From `first` at `left` to `last` at `right`."""

    first: dt.date
    last: dt.date
    left: float
    right: float

    def __call__(self, day: dt.date) -> float:
        """Where a day stands; what is outside stands at the edge."""
        span = max((self.last - self.first).days, 1)
        share = min(max((day - self.first).days / span, 0), 1)
        return round(self.left + (self.right - self.left) * share, 1)

    def ticks(self, room: float) -> tuple[DayTick, ...]:
        """The first days of months, as many as leave `room` between them."""
        for step in MONTHS:
            found = tuple(DayTick(self(day), day) for day in _firsts(self.first, self.last, step))
            if len(found) < 2 or min(b.x - a.x for a, b in pairwise(found)) >= room:
                return found
        return ()


def scale_of(days: Iterable[dt.date], *, left: float, right: float) -> DayScale:
    """A scale that holds every day given, from the first of its month to the end of the last; a year where there is none."""
    known = sorted(days)
    if not known:
        return DayScale(dt.date(2026, 1, 1), dt.date(2027, 1, 1), left, right)
    first, last = known[0].replace(day=1), (known[-1].replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    return DayScale(first, last, left, right)


def _firsts(first: dt.date, last: dt.date, step: int) -> Iterable[dt.date]:
    at = first.year * 12 + first.month - 1
    at += -at % step
    while (day := dt.date(at // 12, at % 12 + 1, 1)) < last:
        if day >= first:
            yield day
        at += step
