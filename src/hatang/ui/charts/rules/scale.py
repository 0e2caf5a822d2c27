"""Axes: round ticks, and from a value to its coordinate."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

ROUND = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Scale:
    """Values from `low` to `high` drawn from `start` to `end`; what lies outside is drawn on the edge."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The coordinate of a value, to a tenth of a unit."""
        share = (float(value) - self.low) / (self.high - self.low)
        return round(self.start + min(max(share, 0.0), 1.0) * (self.end - self.start), 1)


def round_ticks(low: float, high: float, most: int = 6) -> tuple[Decimal, ...]:
    """Steps of 1, 2 or 5 times a power of ten that hold `low` and `high`: at least two, at most `most` + 1."""
    first, last = Decimal(repr(float(low))), Decimal(repr(float(high)))
    if last <= first:
        last = first + max(abs(first) / 10, Decimal(1))
    step = _step((last - first) / (most - 1))
    start, stop = math.floor(first / step), math.ceil(last / step)
    return tuple(step * at for at in range(start, stop + 1))


def from_nought(low: float, high: float) -> float:
    """Where a vertical axis begins: at nought, unless all that is shown lies in the upper half of a positive range."""
    return 0.0 if 0 <= low <= high / 2 else low


def _step(raw: Decimal) -> Decimal:
    power = Decimal(1).scaleb(raw.adjusted())
    return next(part * power for part in ROUND if part * power >= raw)
