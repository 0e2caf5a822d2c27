"""Words on a chart that would stand on each other are moved apart."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], *, gap: float, low: float, high: float) -> list[float]:
    """Heights as near to the wanted ones as fit: in the same order, `gap` apart where there is room, inside `low`–`high`."""
    order = sorted(range(len(wanted)), key=lambda at: wanted[at])
    room = min(gap, (high - low) / max(len(wanted) - 1, 1))
    placed: list[float] = []
    for at in order:
        floor = placed[-1] + room if placed else low
        placed.append(min(max(wanted[at], floor), high))
    for at in range(len(placed) - 2, -1, -1):
        placed[at] = max(min(placed[at], placed[at + 1] - room), low)
    found = dict(zip(order, placed, strict=True))
    return [round(found[at], 1) for at in range(len(wanted))]
