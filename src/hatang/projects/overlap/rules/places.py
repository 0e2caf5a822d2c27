"""How much two shapes are one place. Shapes lie in metres on a flat ground."""

from __future__ import annotations

from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from hatang.projects.overlap.rules.values import Fact, Reason, Thresholds


@dataclass(frozen=True, slots=True)
class PlaceLikeness:
    """From 0 (apart) to 1 (one place), and what was measured."""

    score: float
    reason: Reason


def alike(first: BaseGeometry, second: BaseGeometry, lines: Thresholds) -> PlaceLikeness:
    """How much two shapes are one place: lines by the stretch they share, areas by the ground they share, points by distance."""
    if first.length and second.length and not first.area and not second.area:
        return _stretches(first, second, lines)
    if first.area and second.area:
        return _grounds(first, second, lines)
    return _points(first, second, lines)


def _stretches(first: BaseGeometry, second: BaseGeometry, lines: Thresholds) -> PlaceLikeness:
    """The share of the shorter line that follows the other: a stretch of a longer road is all on it, a crossing hardly."""
    short, long = sorted((first, second), key=lambda line: line.length)
    if short.distance(long) > lines.along:
        return _apart(short, long)
    share = short.intersection(long.buffer(lines.along)).length / short.length
    touching = 2 * lines.along / short.length  # roads that meet end to end or cross share this much without being one
    score = max(0.0, (share - touching) / (1 - touching)) if touching < 0.5 else share * 0.5
    return PlaceLikeness(score, Reason(Fact.SAME_STRETCH, {"share": round(share, 3), "metres": lines.along}))


def _grounds(first: BaseGeometry, second: BaseGeometry, lines: Thresholds) -> PlaceLikeness:
    share = first.intersection(second).area / min(first.area, second.area)
    if not share:
        return _points(first, second, lines)
    return PlaceLikeness(share, Reason(Fact.SAME_GROUND, {"share": round(share, 3)}))


def _points(first: BaseGeometry, second: BaseGeometry, lines: Thresholds) -> PlaceLikeness:
    """One place up to `near`, then less and less; a point beside a line or in an area says less than two points do."""
    away = first.distance(second)
    if away > lines.near * lines.far:
        return _apart(first, second)
    near = 1.0 if away <= lines.near else 1 - (away - lines.near) / (lines.near * (lines.far - 1))
    mixed = bool(first.length) != bool(second.length)
    return PlaceLikeness(near * (0.7 if mixed else 1), Reason(Fact.NEAR, {"metres": round(away)}))


def _apart(first: BaseGeometry, second: BaseGeometry) -> PlaceLikeness:
    return PlaceLikeness(0.0, Reason(Fact.APART, {"metres": round(first.distance(second))}))
