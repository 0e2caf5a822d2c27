"""The ground: a flat frame in metres, villages spread over the commune, lines that wind as roads in hills do."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pyproj import Geod
from shapely import MultiPoint, voronoi_polygons
from shapely.affinity import affine_transform
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, mapping, shape
from shapely.geometry.base import BaseGeometry

from hatang.commune.boundaries import geometry_of

METRES = 111_320.0
WGS84 = Geod(ellps="WGS84")
Spot = tuple[float, float]


@dataclass(frozen=True)
class Frame:
    """Degrees to metres around a place and back; near enough to draw by, lengths are measured on the ellipsoid."""

    longitude: float
    latitude: float

    @property
    def narrowing(self) -> float:
        """How much shorter a degree of longitude is here."""
        return math.cos(math.radians(self.latitude))

    def flat(self, found: BaseGeometry) -> BaseGeometry:
        """A shape in metres."""
        scale = METRES * self.narrowing
        return affine_transform(found, [scale, 0, 0, METRES, -self.longitude * scale, -self.latitude * METRES])

    def degrees(self, found: BaseGeometry) -> dict[str, Any]:
        """A shape in metres as GeoJSON, to about a metre."""
        scale = METRES * self.narrowing
        back = affine_transform(found, [1 / scale, 0, 0, 1 / METRES, self.longitude, self.latitude])
        return {"type": back.geom_type, "coordinates": _rounded(mapping(back)["coordinates"])}


@dataclass(frozen=True)
class Ground:
    """The commune in metres: its outline, and the part of it where things are put."""

    frame: Frame
    outline: Polygon
    inner: Polygon
    chance: random.Random

    def wind(self, start: Spot, end: Spot, *, sway: float = 0.16) -> LineString | None:
        """A winding line from one spot to another that stays inside; None where there is none."""
        for part in (sway, sway / 2, sway / 4, 0.0):
            line = LineString(self._bend(start, end, part))
            if self.inner.covers(line) and line.is_simple:
                return line
        return None

    def _bend(self, start: Spot, end: Spot, sway: float) -> list[Spot]:
        length = math.dist(start, end)
        if length < 110:
            return [start, end]
        push = self.chance.uniform(-sway, sway) * length
        across = ((start[1] - end[1]) / length, (end[0] - start[0]) / length)
        middle = ((start[0] + end[0]) / 2 + across[0] * push, (start[1] + end[1]) / 2 + across[1] * push)
        return [*self._bend(start, middle, sway)[:-1], *self._bend(middle, end, sway)]

    def near(self, spot: Spot, low: float, high: float) -> Spot:
        """A spot between `low` and `high` metres away, inside."""
        while True:
            angle, far = self.chance.uniform(0, math.tau), self.chance.uniform(low, high)
            found = (spot[0] + math.cos(angle) * far, spot[1] + math.sin(angle) * far)
            if self.inner.covers(Point(found)):
                return found


def ground(code: str, seed: int) -> Ground:
    """The commune with this code."""
    found = shape(geometry_of(code) or {})
    centre = found.centroid
    frame = Frame(centre.x, centre.y)
    outline = _largest(frame.flat(found))
    return Ground(frame, outline, _largest(outline.buffer(-60).simplify(25)), random.Random(seed))  # noqa: S311 - a drawing, not a secret


def villages(place: Ground, count: int) -> list[Spot]:
    """Spots spread over the commune: random ones, moved to the middle of what is nearest to them, a little uneven."""
    room = place.outline.buffer(-900)
    spots = [_random(place, room) for _ in range(count)]
    for _ in range(6):
        spots = [(cell.centroid.x, cell.centroid.y) for cell in cells(place, spots)]
        spots = [spot if room.covers(Point(spot)) else _random(place, room) for spot in spots]
    moved = [place.near(spot, 0, 350) for spot in spots]
    return sorted(moved, key=lambda spot: (-round(spot[1] / 2500), spot[0]))


def cells(place: Ground, spots: Sequence[Spot]) -> list[Polygon]:
    """The ground nearest to each spot, in their order, inside the outline."""
    found = voronoi_polygons(MultiPoint(list(spots)), extend_to=place.outline.envelope).geoms
    inner = place.outline.buffer(-15).simplify(14)
    own = [next(cell for cell in found if cell.covers(Point(spot))) for spot in spots]
    return [_largest(cell.intersection(inner)) for cell in own]


def metres(place: Ground, line: LineString) -> float:
    """The length of a line on the ellipsoid, as it will be measured from the file."""
    return float(WGS84.geometry_length(shape(place.frame.degrees(line))))


def split(line: LineString, longest: float) -> list[LineString]:
    """A line in stretches of about the same length, none longer than `longest`."""
    count = math.ceil(line.length / longest)
    points = [Point(at) for at in line.coords]
    at = [line.project(point) for point in points]
    edges = [min(at, key=lambda here: abs(here - line.length * part / count)) for part in range(count + 1)]
    return [
        LineString([p for p, here in zip(points, at, strict=True) if low <= here <= high])
        for low, high in pairwise(edges)
        if high > low
    ]


def _largest(found: BaseGeometry) -> Polygon:
    if isinstance(found, MultiPolygon):
        return max(found.geoms, key=lambda part: part.area)
    if not isinstance(found, Polygon):
        raise TypeError(found.geom_type)
    return found


def _random(place: Ground, room: BaseGeometry) -> Spot:
    west, south, east, north = room.bounds
    while True:
        spot = (place.chance.uniform(west, east), place.chance.uniform(south, north))
        if room.covers(Point(spot)):
            return spot


def _rounded(value: Any) -> Any:
    if isinstance(value[0], int | float):
        return [round(float(number), 5) for number in value]
    return [_rounded(part) for part in value]
