"""A stretch of the calendar as a value: a day, a month, a quarter, half a year, a year, or several years.

Written "2026-06-15", "2026-05", "2026-Q2", "2026-H1", "2026", "2026-2030"; said "quý II/2026", "6 tháng đầu năm 2026".
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

ROMAN = ("I", "II", "III", "IV")
CODES = {1: "{year}-{part:02}", 3: "{year}-Q{part}", 6: "{year}-H{part}", 12: "{year}"}
WRITTEN = re.compile(r"(\d{4})(?:-(\d{4})|-Q([1-4])|-H([12])|-(\d{2})(?:-(\d{2}))?)?")


class NotAPeriod(ValueError):
    """The text is not a period as the product writes it."""


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From `first` to `last`, both included; `code` is how it is written."""

    first: dt.date
    last: dt.date
    code: str

    @classmethod
    def parse(cls, code: str) -> Period:
        """The period written as `code`.

        Raises:
            NotAPeriod: not one of the six forms, or no such day.
        """
        found = WRITTEN.fullmatch(code.strip())
        if not found:
            raise NotAPeriod(code)
        try:
            first, last = _ends(*found.groups())
        except ValueError as error:
            raise NotAPeriod(code) from error
        return cls(first, last, code.strip())

    @classmethod
    def quarter_of(cls, day: dt.date) -> Period:
        """The quarter a day lies in."""
        return cls.parse(f"{day.year}-Q{(day.month + 2) // 3}")

    @property
    def months(self) -> int:
        """How many calendar months it has; a day counts as its month."""
        return (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1

    def previous(self) -> Period:
        """The one of the same length just before: before "2026-Q1" comes "2025-Q4".

        Raises:
            NotAPeriod: a day or several years, which have no period before them here.
        """
        return self._moved(-self.months)

    def following(self) -> Period:
        """The one of the same length just after; raises as `previous` does."""
        return self._moved(self.months)

    def _moved(self, months: int) -> Period:
        if self.months not in CODES or self.first == self.last:
            raise NotAPeriod(self.code)
        years, month = divmod(self.first.year * 12 + self.first.month - 1 + months, 12)
        return Period.parse(CODES[self.months].format(year=years, part=month // self.months + 1))

    def __contains__(self, day: object) -> bool:
        return isinstance(day, dt.date) and self.first <= day <= self.last

    def label(self) -> str:
        """As documents say it in the reader's language: "quý II/2026"."""
        found = WRITTEN.fullmatch(self.code)
        year, until, quarter, half, month, day = found.groups() if found else (self.code,) + (None,) * 5
        if until:
            return f"{year}–{until}"
        if quarter:
            return _("quý %(quarter)s/%(year)s") % {"quarter": ROMAN[int(quarter) - 1], "year": year}
        if half:
            return (_("6 tháng đầu năm %(year)s") if half == "1" else _("6 tháng cuối năm %(year)s")) % {"year": year}
        if day:
            return f"{day}/{month}/{year}"
        return (_("tháng %(month)s/%(year)s") if month else _("năm %(year)s")) % {"month": month, "year": year}


def _ends(
    year: str, until: str | None, quarter: str | None, half: str | None, month: str | None, day: str | None
) -> tuple[dt.date, dt.date]:
    start = int(year)
    if until:
        if int(until) < start:
            raise ValueError
        return dt.date(start, 1, 1), dt.date(int(until), 12, 31)
    if day:
        return (one := dt.date(start, int(month or 0), int(day))), one
    if month:
        return _months(start, int(month), 1)
    if quarter:
        return _months(start, int(quarter) * 3 - 2, 3)
    return _months(start, int(half) * 6 - 5, 6) if half else _months(start, 1, 12)


def _months(year: int, first: int, count: int) -> tuple[dt.date, dt.date]:
    last = first + count - 1
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
