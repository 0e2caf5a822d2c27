"""Dates and periods as they are written in official documents."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.text.folding import fold
from vanban.text.numbers import parse_roman

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)")
_LONG = re.compile(r"ngay\s*(\d{1,2})\s*thang\s*(\d{1,2})\s*nam\s*(\d{4})(?!\d)")
_QUARTER = re.compile(r"\bquy\s+(i{1,3}|iv|[1-4])\b(?:\s*[/-]\s*|\s*,?\s*nam\s+|\s+)?(\d{4})?(?!\d)")
_HALF = re.compile(r"\b(?:(6|sau)\s+thang\s+(dau|cuoi)\s+nam)(?:\s+(\d{4}))?(?!\d)")
_MONTH = re.compile(r"\bthang\s*(\d{1,2})(?:\s*[/-]\s*|\s+nam\s+)(\d{4})(?!\d)")
_DAY_MONTH = re.compile(r"\bngay\s*(\d{1,2})\s?[/-]\s?(\d{1,2})\b(?!\s?[/.-]\s?\d)")
_YEAR = re.compile(r"\bnam\s*(20\d{2})(?!\d)")
YEARS = re.compile(r"(20\d{2})\s*[-–—−]\s*(20\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date ("2026-06-15") or a period ("2026-06", "2026-Q2", "2026-H1", "2026") named at `[start, end)`."""

    value: str
    start: int
    end: int


def parse_date(text: str) -> dt.date | None:
    """The first full date in a text: "07/04/2026", "7-4-2026", "ngày 07 tháng 4 năm 2026". None where there is none."""
    for found in _full_dates(fold(text)):
        return dt.date.fromisoformat(found.value)
    return None


def find_moments(text: str, year: int | None = None) -> list[Moment]:
    """Every date and period named in a text, in order, none inside another; `year` completes those that name no year."""
    folded = fold(text)
    found: list[Moment] = []
    for candidate in _candidates(folded, year):
        if not any(candidate.start < kept.end and kept.start < candidate.end for kept in found):
            found.append(candidate)
    return sorted(found, key=lambda moment: moment.start)


def _candidates(folded: str, year: int | None) -> Iterator[Moment]:
    """From the most to the least precise, so that what comes later yields to what came before."""
    yield from _full_dates(folded)
    for match in _QUARTER.finditer(folded):
        yield from _period(match, match[2] or year, f"Q{_quarter(match[1])}")
    for match in _HALF.finditer(folded):
        yield from _period(match, match[3] or year, "H1" if match[2] == "dau" else "H2")
    for match in _MONTH.finditer(folded):
        if 1 <= int(match[1]) <= 12:
            yield Moment(f"{match[2]}-{int(match[1]):02d}", *match.span())
    for match in _DAY_MONTH.finditer(folded):
        if year and (date := _date(year, match[2], match[1])):
            yield Moment(date.isoformat(), *match.span())
    for match in _YEAR.finditer(folded):
        yield Moment(match[1], *match.span())


def _full_dates(folded: str) -> Iterator[Moment]:
    for pattern in (_NUMERIC, _LONG):
        for match in pattern.finditer(folded):
            if date := _date(match[3], match[2], match[1]):
                yield Moment(date.isoformat(), *match.span())


def _period(match: re.Match[str], year: str | int | None, part: str) -> Iterator[Moment]:
    if year:
        yield Moment(f"{year}-{part}", *match.span())


def _quarter(text: str) -> int:
    return int(text) if text.isdigit() else parse_roman(text.upper()) or 0


def _date(year: str | int, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def format_date(date: dt.date) -> str:
    """07/04/2026."""
    return f"{date:%d/%m/%Y}"


def format_long_date(date: dt.date) -> str:
    """ "ngày 07 tháng 4 năm 2026": a zero before days below 10 and months 1 and 2 (NĐ 30/2020, Phụ lục I, II.4.b)."""
    month = f"{date.month:02d}" if date.month < 3 else str(date.month)
    return f"ngày {date.day:02d} tháng {month} năm {date.year}"
