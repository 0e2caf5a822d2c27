"""The way of a figure through the years: what was measured, what is required, what is foreseen.

Across runs time in years: 2026.0 is the first day of 2026, 2026.25 the end of its first quarter. A required value of a year
stands at that year's end; the name of a year stands in its middle.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from hatang.ui.charts.rules.labels import spread
from hatang.ui.charts.rules.scale import Scale, from_nought, round_ticks

LETTER = 7.2
LINE = 15


class Spot(NamedTuple):
    """A point of the drawing."""

    x: float
    y: float


class Tick(NamedTuple):
    """A line across, with its value in words."""

    y: float
    text: str


class Year(NamedTuple):
    """A year: the middle of its name and the edges of its stretch; no name where there is no room."""

    x: float
    start: float
    end: float
    text: str


class Label(NamedTuple):
    """Words on the drawing: what they belong to, where, and how they are set (start, middle, end)."""

    kind: str
    x: float
    y: float
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class PathData:
    """The values of a chart. A measured value of None breaks the line; `required` holds years and values."""

    history: Sequence[tuple[float, float | None]] = ()
    required: Sequence[tuple[int, float]] = ()
    forecast: Sequence[tuple[float, float]] = ()
    target: float | None = None

    def measured(self) -> list[tuple[float, float]]:
        """The measured points, without the gaps."""
        return [(x, value) for x, value in self.history if value is not None]

    def times(self) -> list[float]:
        """All that the axis of time must hold."""
        ends = [edge for year, _ in self.required for edge in (year, year + 1)]
        return [x for x, _ in self.history] + [float(end) for end in ends] + [x for x, _ in self.forecast]

    def values(self) -> list[float]:
        """All that the upright axis must hold."""
        lines = [value for _, value in (*self.measured(), *self.required, *self.forecast)]
        return [float(value) for value in lines] + ([] if self.target is None else [float(self.target)])


@dataclass(frozen=True, slots=True)
class Box:
    """The size of the drawing and the part of it where lines are drawn."""

    width: int
    height: int
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PathDrawing:
    """A chart with every coordinate ready."""

    box: Box
    ticks: tuple[Tick, ...]
    years: tuple[Year, ...]
    history: tuple[str, ...]
    dots: tuple[Spot, ...]
    required: str
    milestones: tuple[Spot, ...]
    forecast: str
    end: Spot | None
    target: float | None
    labels: tuple[Label, ...]


def draw(data: PathData, *, width: int, height: int, say: Callable[[Decimal], str], words: dict[str, str]) -> PathDrawing:
    """Lay a chart out in a box of `width` by `height`. `say` writes a value; `words` has the labels now, forecast and target."""
    values = data.values() or [0.0, 1.0]
    marks = round_ticks(from_nought(min(values), max(values)), max(values))
    texts = [say(mark) for mark in marks]
    box = Box(width, height, max(len(text) for text in texts) * LETTER + 14, width - 10, 22, height - 26)
    up = Scale(float(marks[0]), float(marks[-1]), box.bottom, box.top)
    years = _years(data.times())
    across = Scale(years[0], years[-1] + 1, box.left, box.right)
    dots = _spots(data.measured(), across, up)
    forecast = _spots(_joined(data), across, up)
    milestones = _spots([(year + 1, value) for year, value in data.required], across, up)
    target = None if data.target is None else up(data.target)
    return PathDrawing(
        box, tuple(Tick(up(float(mark)), text) for mark, text in zip(marks, texts, strict=True)), _named(years, across),
        _runs(data, across, up), dots, line(milestones), milestones, line(forecast), forecast[-1] if forecast else None, target,
        _labels(box, dots[-1] if dots else None, forecast[-1] if forecast else None, target, words),
    )  # fmt: skip


def line(spots: Sequence[Spot]) -> str:
    """The points of a polyline as SVG writes them."""
    return " ".join(f"{spot.x},{spot.y}" for spot in spots)


def _spots(points: Sequence[tuple[float, float]], across: Scale, up: Scale) -> tuple[Spot, ...]:
    return tuple(Spot(across(x), up(value)) for x, value in points)


def _joined(data: PathData) -> list[tuple[float, float]]:
    """The forecast begins where measuring ended."""
    measured, foreseen = data.measured(), list(data.forecast)
    return [measured[-1], *foreseen] if foreseen and measured and foreseen[0][0] > measured[-1][0] else foreseen


def _runs(data: PathData, across: Scale, up: Scale) -> tuple[str, ...]:
    runs: list[list[Spot]] = [[]]
    for x, value in data.history:
        if value is None:
            runs.append([])
        else:
            runs[-1].append(Spot(across(x), up(value)))
    return tuple(line(run) for run in runs if len(run) > 1)


def _years(times: Sequence[float]) -> list[int]:
    first, last = (math.floor(min(times)), math.ceil(max(times))) if times else (0, 1)
    return list(range(first, max(last, first + 1)))


def _named(years: Sequence[int], across: Scale) -> tuple[Year, ...]:
    edges = [across(year) for year in (*years, years[-1] + 1)]
    every = max(math.ceil(5 * LETTER / max(edges[1] - edges[0], 1)), 1)
    stretches = zip(years, pairwise(edges), strict=True)
    return tuple(
        Year(round((start + end) / 2, 1), start, end, "" if at % every else str(year))
        for at, (year, (start, end)) in enumerate(stretches)
    )


def _labels(box: Box, now: Spot | None, end: Spot | None, target: float | None, words: dict[str, str]) -> tuple[Label, ...]:
    wanted: list[Label] = []
    if target is not None and words.get("target"):
        wanted.append(Label("target", box.right, target - 6, "end", words["target"]))
    if end and words.get("forecast"):
        below = target is not None and end.y > target
        wanted.append(Label("forecast", box.right, end.y + (17 if below else -10), "end", words["forecast"]))
    if now and words.get("now"):
        wanted.append(_beside(box, now, words["now"]))
    edge = [label for label in wanted if label.anchor == "end"]
    heights = spread([label.y for label in edge], gap=LINE, low=box.top - 6, high=box.bottom - 4)
    moved = dict(zip((label.kind for label in edge), heights, strict=True))
    return tuple(label._replace(y=round(moved.get(label.kind, label.y), 1)) for label in wanted)


def _beside(box: Box, now: Spot, text: str) -> Label:
    """The latest value stands above its point, below it at the top, and before the right edge."""
    half = len(text) * LETTER / 2
    y = now.y - 10 if now.y - 10 > box.top else now.y + 20
    if now.x + half + 90 > box.right:
        return Label("now", min(now.x + half, box.right), y, "end", text)
    return Label("now", max(now.x, box.left + half), y, "middle", text)
