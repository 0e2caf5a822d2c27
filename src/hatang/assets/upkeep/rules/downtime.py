"""How long something did not work: the union of the times it was broken, in days.

A time runs from the day of the report to the day it was mended, that day excluded: reported on the 1st and mended on the 3rd is
two days; mended on the same day is none. Times that overlap count once. One that has not ended runs to today.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

Time = tuple[dt.date, dt.date | None]
Closed = tuple[dt.date, dt.date]


def union(times: Iterable[Time], *, today: dt.date) -> list[Closed]:
    """The same days as stretches that neither overlap nor touch, oldest first."""
    joined: list[Closed] = []
    for start, end in sorted((start, end or today) for start, end in times):
        if end <= start:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def days(times: Iterable[Time], *, today: dt.date) -> int:
    """How many days in all."""
    return sum((end - start).days for start, end in union(times, today=today))


def days_by_year(times: Iterable[Time], *, today: dt.date) -> dict[int, int]:
    """How many days of each year that had any; they add up to `days`."""
    found: dict[int, int] = {}
    for start, end in union(times, today=today):
        for year in range(start.year, end.year + 1):
            first, next_year = dt.date(year, 1, 1), dt.date(year + 1, 1, 1)
            count = (min(end, next_year) - max(start, first)).days
            if count > 0:
                found[year] = found.get(year, 0) + count
    return found
