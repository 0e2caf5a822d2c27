"""Where a figure is heading: how it moved so far, and what works already funded will add. Source: docs/rules.md#forecast.

The slope is the median of the slopes between every two points (Theil–Sen). With four to eight quarters, one of them mistaken or a
single large work, a fitted line of least squares would lean towards the outlier; the median does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from statistics import median

from hatang.core.figures import Ratio

LONGEST = 8  # points: two years of quarters, after which things are done differently
FEWEST = 3
SHORTEST = Decimal("0.4")  # years between the first and the last point
ZERO, ALL = Decimal(0), Decimal(100)


@dataclass(frozen=True, slots=True)
class Point:
    """A figure at a moment (`rules.path.moment`)."""

    at: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True)
class Addition:
    """What a funded work will add to the two parts of a figure by the end of a year."""

    year: int
    numerator: Decimal
    denominator: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Latest:
    """The figure to start from, with its parts; `share` says that it is compared in parts of a hundred."""

    at: Decimal
    numerator: Decimal
    denominator: Decimal | None
    share: bool

    @property
    def value(self) -> Decimal | None:
        """What is compared."""
        return Ratio(self.numerator, self.denominator or ZERO).percent if self.share else self.numerator


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is to be expected at the end of `year`: by the trend alone, by funded works alone, and by both.

    `slope` is the change in a year, None where there are too few points; `points` is how many it rests on.
    """

    year: int
    slope: Decimal | None
    points: int
    trend: Decimal | None
    works: Decimal | None
    both: Decimal | None

    @property
    def expected(self) -> Decimal | None:
        """The figure a status is judged by: trend and works where there are both, else the one there is."""
        return next((value for value in (self.both, self.trend, self.works) if value is not None), None)


def forecast(history: Sequence[Point], latest: Latest, year: int, additions: Sequence[Addition] = ()) -> Forecast | None:
    """Extend a figure from its latest point to the end of a year; None where nothing can be said.

    `history` is oldest first and ends with the latest point; only the last eight count. An addition of this year or of one past
    is a work that is late: it is not in the figure yet either.
    """
    now, ahead = latest.value, year - latest.at
    if now is None or ahead <= 0:
        return None
    recent = history[-LONGEST:]
    slope = slope_of(recent)
    gained = _gain(latest, [one for one in additions if one.year <= year])
    if slope is None and gained is None:
        return None
    trend = None if slope is None else now + slope * ahead
    works = None if gained is None else now + gained
    both = None if trend is None or gained is None else trend + gained
    held = [None if value is None else _held(value, share=latest.share) for value in (trend, works, both)]
    return Forecast(year, slope, len(recent), *held)


def slope_of(points: Sequence[Point]) -> Decimal | None:
    """The median change in a year between every two points; None for too few of them or too short a time."""
    if len(points) < FEWEST or points[-1].at - points[0].at < SHORTEST:
        return None
    slopes = [(b.value - a.value) / (b.at - a.at) for a, b in combinations(points, 2) if b.at != a.at]
    return median(slopes) if slopes else None


def _gain(latest: Latest, additions: Sequence[Addition]) -> Decimal | None:
    if not additions:
        return None
    top = latest.numerator + sum((one.numerator for one in additions), ZERO)
    bottom = (latest.denominator or ZERO) + sum((one.denominator for one in additions), ZERO)
    then = Ratio(top, bottom).percent if latest.share else top
    return then - (latest.value or ZERO) if then is not None else None


def _held(value: Decimal, *, share: bool) -> Decimal:
    """Nothing falls below nought, and no share rises above all."""
    return max(ZERO, min(ALL, value) if share else value)
