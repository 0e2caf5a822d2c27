"""A line the size of a word, and parts of a whole on one bar."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from hatang.ui.charts.rules.path import Spot
from hatang.ui.charts.rules.scale import Scale

EDGE = 4


def spark(values: Sequence[float | None], *, width: int, height: int) -> tuple[Spot, ...]:
    """The points of the values that there are, evenly apart, inside the box with room for the last dot."""
    known = [(at, float(value)) for at, value in enumerate(values) if value is not None]
    if not known:
        return ()
    low, high = min(value for _, value in known), max(value for _, value in known)
    flat = low == high
    up = Scale(low - 1 if flat else low, high + 1 if flat else high, height - EDGE, EDGE)
    across = Scale(0, max(len(values) - 1, 1), EDGE, width - EDGE)
    return tuple(Spot(across(at), up(value)) for at, value in known)


def shares(parts: Sequence[float]) -> list[tuple[float, float]]:
    """Where each part of the whole begins and how long it is, in hundredths; nothing for a whole of nothing."""
    whole = float(sum(parts))
    if whole <= 0:
        return [(0.0, 0.0) for _ in parts]
    ends = [round(100 * end / whole, 2) for end in accumulate(float(part) for part in parts)]
    return [(start, round(end - start, 2)) for start, end in zip([0.0, *ends], ends, strict=False)]
