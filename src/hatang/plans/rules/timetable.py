"""The plan's duties laid on the calendar. Today is an argument."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hatang.core.periods import NotAPeriod, Period

MONTHS_BETWEEN = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


@dataclass(frozen=True, slots=True)
class Duty:
    """A schedule of the plan as values; `begins` and `due` as `core.periods` writes them, empty where not stated."""

    id: int
    kind: str
    every: str
    begins: str
    due: str
    words: str


@dataclass(frozen=True, slots=True, order=True)
class Occasion:
    """One day on which a duty asks for something: the end of a recurring period, a deadline, a beginning."""

    day: dt.date
    duty: Duty
    period: Period


def upcoming(
    duties: Iterable[Duty], *, today: dt.date, months: int = 12, first_year: int | None = None, last_year: int | None = None
) -> list[Occasion]:
    """Occasions from `today` for `months` ahead, within the years of the plan, in the order of days."""
    horizon = _add_months(today, months)
    start = max(today, dt.date(first_year, 1, 1)) if first_year else today
    end = min(horizon, dt.date(last_year, 12, 31)) if last_year else horizon
    found = [occasion for duty in duties for occasion in _occasions(duty, start, end)]
    return sorted(found, key=lambda occasion: (occasion.day, occasion.duty.id))


def _occasions(duty: Duty, start: dt.date, end: dt.date) -> Iterator[Occasion]:
    if duty.kind == "recurring" and duty.every in MONTHS_BETWEEN:
        begins = _parsed(duty.begins)
        yield from _recurring(duty, max(start, begins.first) if begins else start, end)
    elif duty.kind == "recurring" and duty.every == "nine_months":
        yield from _each_september(duty, start, end)
    else:
        yield from _once(duty, start, end)


def _recurring(duty: Duty, start: dt.date, end: dt.date) -> Iterator[Occasion]:
    step = MONTHS_BETWEEN[duty.every]
    month = (start.month - 1) // step * step
    first = dt.date(start.year, month + 1, 1)
    while True:
        period = Period.parse(_code(first, step))
        if period.last > end:
            return
        yield Occasion(period.last, duty, period)
        first = period.last + dt.timedelta(days=1)


def _code(first: dt.date, step: int) -> str:
    if step == 1:
        return f"{first.year}-{first.month:02d}"
    if step == 3:
        return f"{first.year}-Q{(first.month + 2) // 3}"
    return f"{first.year}-H{1 if first.month < 7 else 2}" if step == 6 else str(first.year)


def _each_september(duty: Duty, start: dt.date, end: dt.date) -> Iterator[Occasion]:
    for year in range(start.year, end.year + 1):
        day = dt.date(year, 9, 30)
        if start <= day <= end:
            yield Occasion(day, duty, Period(dt.date(year, 1, 1), day, str(year)))


def _once(duty: Duty, start: dt.date, end: dt.date) -> Iterator[Occasion]:
    for code, day_of in ((duty.begins, "first"), (duty.due, "last")):
        period = _parsed(code)
        if period and start <= (day := getattr(period, day_of)) <= end:
            yield Occasion(day, duty, period)


def _parsed(code: str) -> Period | None:
    try:
        return Period.parse(code) if code else None
    except NotAPeriod:
        return None


def _add_months(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, 28))


def last_day(code: str) -> dt.date | None:
    """The last day of a period as written; None where it is empty or not a period."""
    period = _parsed(code)
    return period.last if period else None
