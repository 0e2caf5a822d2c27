"""Which works are worth comparing in full: those that lie near, touch the same asset, or share a proper name."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, radians

from hatang.projects.overlap.rules import names
from hatang.projects.overlap.rules.values import Thresholds

Box = tuple[float, float, float, float]  # west, south, east, north in degrees
METRES = 111_320.0  # a degree of latitude


def box_around(box: Box, metres: float) -> Box:
    """A box with so many metres around it."""
    west, south, east, north = box
    high = metres / METRES
    wide = high / max(cos(radians((south + north) / 2)), 0.01)
    return west - wide, south - high, east + wide, north + high


def meets(first: Box, second: Box) -> bool:
    """Whether two boxes touch."""
    return first[0] <= second[2] and second[0] <= first[2] and first[1] <= second[3] and second[1] <= first[3]


def named_like(name: str, lines: Thresholds) -> Callable[[str], bool]:
    """The question whether a name is alike enough to this one to be compared in full."""
    said = names.read(name)

    def ask(other: str) -> bool:
        found = names.read(other)
        if names.same_thing(said, found) is False:
            return False
        return names.alike(said, found, same=lines.alike).score >= lines.placed

    return ask
