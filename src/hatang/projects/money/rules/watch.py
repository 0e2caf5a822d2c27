"""What the books say between entries: how fast money goes out, what may be left at the year's end, money ahead of the work.

Each is an internal warning to look closer, never a finding about anybody. Thresholds are arguments: the commune sets them.
"""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

HUNDRED = Decimal(100)
SHOWN = Decimal("0.1")
FIRST_MONTHS = Decimal("0.25")  # before a quarter of the year is over a forecast says nothing


def percent(part: int, whole: int) -> Decimal | None:
    """A part as a percentage to one decimal; None of nothing."""
    return (HUNDRED * part / whole).quantize(SHOWN, ROUND_HALF_UP) if whole > 0 else None


def elapsed(year: int, today: dt.date) -> Decimal:
    """How much of a year is over: 0 before it, 1 after it."""
    days = 366 if calendar.isleap(year) else 365
    passed = min(max((today - dt.date(year, 1, 1)).days + 1, 0), days)
    return Decimal(passed) / days


@dataclass(frozen=True, slots=True)
class Outlook:
    """Where paying out stands in a year and where it ends at the pace so far, in percent; `foreseen` None: too early to say."""

    now: Decimal | None
    foreseen: Decimal | None
    at_risk: bool


def outlook(allocated: int, disbursed: int, passed: Decimal, wanted: int) -> Outlook:
    """The year's end at the pace so far: the rate now divided by the part of the year that is over, at most 100%."""
    now = percent(disbursed, allocated)
    if now is None:
        return Outlook(None, None, at_risk=False)
    if passed < FIRST_MONTHS:
        return Outlook(now, None, at_risk=False)
    foreseen = min(HUNDRED, now / passed).quantize(SHOWN, ROUND_HALF_UP)
    return Outlook(now, foreseen, at_risk=foreseen < wanted)


class Side(StrEnum):
    """Which of money and work is ahead."""

    EVEN = "even"
    PAID_AHEAD = "paid_ahead"
    PAID_BEHIND = "paid_behind"


@dataclass(frozen=True, slots=True)
class Gap:
    """How far money and work are apart: both in percent, and the points between them (money less work)."""

    paid: Decimal
    built: Decimal
    side: Side

    @property
    def points(self) -> Decimal:
        """Money less work, in percentage points."""
        return self.paid - self.built


def gap(disbursed: int, whole: int, built: Decimal, *, ahead: int, behind: int) -> Gap | None:
    """Money paid of the whole investment beside what is built; None where the whole is not known."""
    paid = percent(disbursed, whole)
    if paid is None:
        return None
    points = paid - built
    side = Side.PAID_AHEAD if points > ahead else Side.PAID_BEHIND if -points > behind else Side.EVEN
    return Gap(paid, built, side)


def idle_months(last: dt.date | None, today: dt.date) -> int:
    """Whole months since money was promised or paid for the last time; 0 where that is not known."""
    if last is None or last >= today:
        return 0
    return (today.year - last.year) * 12 + today.month - last.month - (today.day < last.day)
