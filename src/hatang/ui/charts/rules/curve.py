"""Lines of per cent over days: what was planned, what is built, what is paid."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from hatang.ui.charts.rules.dates import DayScale, DayTick, scale_of
from hatang.ui.charts.rules.path import Box, Spot
from hatang.ui.charts.rules.scale import Scale

Points = Sequence[tuple[dt.date, float]]
LEVELS = (0, 25, 50, 75, 100)


@dataclass(frozen=True, slots=True)
class CurveDrawing:
    """A chart with every coordinate ready; `now` is where today stands, None where it is outside."""

    box: Box
    levels: tuple[tuple[float, int], ...]
    ticks: tuple[DayTick, ...]
    planned: str
    actual: str
    money: str
    dots: tuple[Spot, ...]
    coins: tuple[Spot, ...]
    now: float | None


def draw(planned: Points, actual: Points, money: Points, today: dt.date, *, width: int, height: int) -> CurveDrawing:
    """Lay the lines out in a box of `width` by `height`."""
    box = Box(width, height, 44, width - 12, 16, height - 28)
    across = scale_of([day for line in (planned, actual, money) for day, _value in line], left=box.left, right=box.right)
    up = Scale(0.0, 100.0, box.bottom, box.top)
    dots, coins = _spots(actual, across, up), _spots(money, across, up)
    return CurveDrawing(
        box,
        tuple((up(level), level) for level in LEVELS),
        across.ticks(58),
        _line(_spots(planned, across, up)),
        _line(dots),
        _line(coins),
        dots,
        coins,
        across(today) if across.first <= today <= across.last else None,
    )


def _spots(points: Points, across: DayScale, up: Scale) -> tuple[Spot, ...]:
    return tuple(Spot(across(day), up(min(max(value, 0.0), 100.0))) for day, value in points)


def _line(spots: Sequence[Spot]) -> str:
    return " ".join(f"{spot.x},{spot.y}" for spot in spots)
