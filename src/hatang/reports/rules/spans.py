"""The stretch of time a report is about: a quarter, six or nine months, a year, the whole plan.

Written as `hatang.core.periods` writes periods; nine months, which are no period of reporting, as "2026-9M".
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from hatang.core.periods import NotAPeriod, Period

NINE = re.compile(r"(\d{4})-9M")
DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """From `first` to `last`, both included."""

    first: dt.date
    last: dt.date
    code: str

    @property
    def is_nine_months(self) -> bool:
        """Whether it is the first nine months of a year."""
        return NINE.fullmatch(self.code) is not None


def parse(code: str) -> Span:
    """The span written as `code`.

    Raises:
        NotAPeriod: it is none.
    """
    if found := NINE.fullmatch(code.strip()):
        return nine_months(int(found[1]))
    return _of(Period.parse(code))


def _of(period: Period) -> Span:
    return Span(period.first, period.last, period.code)


def nine_months(year: int) -> Span:
    """January to September."""
    if not 1 <= year <= 9999:
        raise NotAPeriod(str(year))
    return Span(dt.date(year, 1, 1), dt.date(year, 9, 30), f"{year}-9M")


def quarter_ended(today: dt.date) -> Span:
    """The quarter that ended last."""
    return _of(Period.quarter_of(today).previous())


def half_ended(today: dt.date) -> Span:
    """The first half of a year that ended last."""
    return _of(Period.parse(f"{today.year if today.month > 6 else today.year - 1}-H1"))


def nine_ended(today: dt.date) -> Span:
    """The nine months that ended last."""
    return nine_months(today.year if today.month > 9 else today.year - 1)


def year_ended(today: dt.date) -> Span:
    """The year that ended last; the running one in its last month, when yearly reports are written."""
    return _of(Period.parse(str(today.year if today.month == 12 else today.year - 1)))


def plan_ended(today: dt.date, years: tuple[int, int] | None) -> Span | None:
    """The whole plan, from the last month of its last year on, when its last report is written; None before."""
    if years is None or today < dt.date(years[1], 12, 1):
        return None
    return _of(Period.parse(f"{years[0]}-{years[1]}"))


def before_quarter(span: Span) -> Span:
    """The quarter before."""
    return _of(Period.parse(span.code).previous())


def before(span: Span) -> Span:
    """What a report of any length is held against: the quarter before, the same months a year earlier, the year before a plan."""
    months = (span.last.year - span.first.year) * 12 + span.last.month - span.first.month + 1
    return before_quarter(span) if months == 3 else before_plan(span) if months > 12 else year_before(span)


def year_before(span: Span) -> Span:
    """The same stretch a year earlier: "2026-H1" is held against "2025-H1"."""
    year = span.first.year
    return parse(span.code.replace(str(year), str(year - 1), 1))


def before_plan(span: Span) -> Span:
    """The year before a plan began."""
    return _of(Period.parse(str(span.first.year - 1)))
