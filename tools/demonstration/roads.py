"""Roads of the four classes, with surfaces that come near the share that is wanted of each."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from shapely.geometry import LineString, Point

from tools.demonstration.ground import Ground, Spot, metres, split

SHARES = {"commune": 0.92, "axis": 0.64, "alley": 0.48, "field": 0.31}
HARD = {"commune": "asphalt", "axis": "concrete", "alley": "concrete", "field": "concrete"}
SOFT = {"commune": "gravel", "axis": "gravel", "alley": "earth", "field": "earth"}
WIDTHS = {"commune": 5.5, "axis": 3.5, "alley": 2.5, "field": 2.5}
LONGEST = {"commune": 1600, "axis": 1200, "alley": 700, "field": 900}
COMMUNE_LENGTH, AXIS_LENGTH, ALLEY_LENGTH, FIELD_LENGTH = 24_000, 38_000, 30_000, 17_000


@dataclass
class Segment:
    """A stretch of road: its class, line, length in metres and the village it lies in."""

    of: str
    line: LineString
    length: float
    village: int
    surface: str = ""


def roads(place: Ground, spots: Sequence[Spot]) -> list[Segment]:
    """All roads of the commune."""
    links = _links(place, spots)
    lines: dict[str, list[LineString]] = {"commune": [], "axis": []}
    for line in links:
        short = sum(one.length for one in lines["commune"]) + line.length / 2 < COMMUNE_LENGTH
        lines["commune" if short else "axis"].append(line)
    lines["axis"] += _branches(place, spots, AXIS_LENGTH - sum(one.length for one in lines["axis"]), (800, 1500))
    lines["alley"] = _branches(place, spots, ALLEY_LENGTH, (180, 520))
    lines["field"] = _branches(place, spots, FIELD_LENGTH, (400, 900), start=(250, 700))
    found = [segment for of, ways in lines.items() for way in ways for segment in _segments(place, spots, of, way)]
    for of in SHARES:
        _surface(place, [segment for segment in found if segment.of == of], SHARES[of])
    return found


def nearest(spots: Sequence[Spot], point: Point) -> int:
    """The village a point belongs to."""
    return min(range(len(spots)), key=lambda at: math.dist(spots[at], (point.x, point.y)))


def _links(place: Ground, spots: Sequence[Spot]) -> list[LineString]:
    """The shortest ways that join all villages, from the middle of the commune outwards."""
    middle = place.outline.centroid
    joined, lines = [nearest(spots, middle)], []
    while len(joined) < len(spots):
        pairs = [(one, other) for one in joined for other in range(len(spots)) if other not in joined]
        for one, other in sorted(pairs, key=lambda pair: math.dist(spots[pair[0]], spots[pair[1]])):
            line = place.wind(spots[one], spots[other])
            if line is not None:
                joined.append(other)
                lines.append(line)
                break
    return lines


def _branches(
    place: Ground, spots: Sequence[Spot], wanted: float, far: tuple[float, float], start: tuple[float, float] = (0, 260)
) -> list[LineString]:
    """Short ways around the villages, in turn, until there are enough."""
    found: list[LineString] = []
    for at in _turns(len(spots)):
        if sum(line.length for line in found) >= wanted:
            return found
        here = place.near(spots[at], *start)
        line = place.wind(here, place.near(here, *far), sway=0.22)
        if line is not None:
            found.append(line)
    return found


def _turns(count: int) -> Iterator[int]:
    while True:
        yield from range(count)


def _segments(place: Ground, spots: Sequence[Spot], of: str, way: LineString) -> list[Segment]:
    parts = split(way, LONGEST[of])
    return [Segment(of, part, metres(place, part), nearest(spots, part.interpolate(0.5, normalized=True))) for part in parts]


def _surface(place: Ground, segments: list[Segment], share: float) -> None:
    """Harden stretches, those of some villages sooner than of others, until the share is reached as nearly as they allow."""
    wanted = share * sum(segment.length for segment in segments)
    luck = {segment.village: 0.0 for segment in segments}
    for village in sorted(luck):
        luck[village] = place.chance.uniform(0, 1)
    done = 0.0
    for segment in sorted(segments, key=lambda one: luck[one.village] + place.chance.uniform(0, 1.4)):
        hard = done + segment.length / 2 < wanted
        segment.surface = HARD[segment.of] if hard else SOFT[segment.of]
        done += segment.length if hard else 0
