"""Stretches of days as bars, one row beside another on the same scale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hatang.ui.charts.rules.dates import DayScale, DayTick, scale_of

WIDTH, HEIGHT = 680, 30
LEAST = 3.0
TICK_ROOM = 84  # the first label begins at its tick, the others stand about theirs: 46 and half of 46, and air between


class Stretch(NamedTuple):
    """From a day to a day, both included."""

    start: dt.date
    end: dt.date


class Bar(NamedTuple):
    """A stretch as it is drawn."""

    x: float
    width: float


class Mark(NamedTuple):
    """A milestone: its day, and whether it was reached."""

    day: dt.date
    reached: bool = False


class DrawnMark(NamedTuple):
    """A milestone as it is drawn."""

    x: float
    reached: bool


@dataclass(frozen=True, slots=True)
class RowDrawing:
    """One row with every coordinate ready."""

    baseline: Bar | None
    planned: Bar | None
    actual: Bar | None
    marks: tuple[DrawnMark, ...]


@dataclass(frozen=True, slots=True)
class GanttDrawing:
    """The shared scale: its ticks, and where today stands."""

    scale: DayScale
    ticks: tuple[DayTick, ...]
    now: float | None

    def row(self, baseline: Stretch | None, planned: Stretch | None, actual: Stretch | None, marks: Sequence[Mark]) -> RowDrawing:
        """Draw one row."""
        drawn = tuple(DrawnMark(self.scale(mark.day), mark.reached) for mark in marks)
        return RowDrawing(self._bar(baseline), self._bar(planned), self._bar(actual), drawn)

    def _bar(self, stretch: Stretch | None) -> Bar | None:
        if stretch is None:
            return None
        x = self.scale(stretch.start)
        return Bar(x, round(max(self.scale(stretch.end + dt.timedelta(days=1)) - x, LEAST), 1))


def draw(days: Sequence[dt.date], today: dt.date) -> GanttDrawing:
    """The scale that holds every day of the chart."""
    scale = scale_of(days, left=4, right=WIDTH - 4)
    return GanttDrawing(scale, scale.ticks(TICK_ROOM), scale(today) if scale.first <= today <= scale.last else None)
