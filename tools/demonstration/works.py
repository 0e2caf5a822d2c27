"""Roads, crossings, canals and power, as rows of the inventory. Every name says that it is illustrative."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from tools.demonstration.ground import Ground, Spot, metres
from tools.demonstration.roads import WIDTHS, Segment

Row = dict[str, Any]
CLASSES = {"commune": "Đường xã", "axis": "Đường trục thôn", "alley": "Đường ngõ", "field": "Đường nội đồng"}
HOUSEHOLDS = (118, 96, 143, 74, 88, 131, 67, 109, 92, 156, 81, 59, 102, 84)


def row(place: Ground, kind: str, name: str, village: int | None, where: BaseGeometry, **more: Any) -> Row:
    """One asset; what is not an attribute of its kind is named with a trailing underscore."""
    attributes = {key: value for key, value in more.items() if not key.endswith("_")}
    rest = {key[:-1]: value for key, value in more.items() if key.endswith("_")}
    shape = place.frame.degrees(where)
    return {"kind": kind, "name": f"{name} (minh họa)", "village": village, **rest, "attributes": attributes, "geometry": shape}


def works(place: Ground, spots: Sequence[Spot], segments: Sequence[Segment]) -> list[Row]:
    """All that runs through the land."""
    parts = (_roads(place, segments), _crossings(place, segments), _canals(place, spots), _power(place, spots))
    return [entry for part in parts for entry in part]


def thon(village: int) -> str:
    """What a village is called."""
    return f"thôn Minh Họa {village + 1}"


def _roads(place: Ground, segments: Sequence[Segment]) -> Iterator[Row]:
    seen: dict[tuple[str, int], int] = {}
    for segment in segments:
        number = seen[segment.of, segment.village] = seen.get((segment.of, segment.village), 0) + 1
        hard = segment.surface in {"asphalt", "concrete"}
        state = place.chance.choices(("good", "fair", "poor"), (5, 3, 1) if hard else (1, 4, 5))[0]
        yield row(
            place,
            "road_segment",
            f"{CLASSES[segment.of]} đoạn {number}, {thon(segment.village)}",
            segment.village,
            segment.line,
            condition_=state,
            working_="working",
            built_year_=place.chance.randint(2008, 2025) if hard else None,
            surface=segment.surface,
            width=WIDTHS[segment.of] if hard else WIDTHS[segment.of] - 0.5,
            **{"class": segment.of},
        )


def _crossings(place: Ground, segments: Sequence[Segment]) -> Iterator[Row]:
    kinds = [
        ("bridge", "Cầu", "good", 18),
        ("spillway", "Tràn", "poor", 22),
        ("footbridge", "Cầu dân sinh", "bad", 14),
        ("culvert", "Cống", "fair", 4),
        ("spillway", "Tràn", "fair", 16),
        ("bridge", "Cầu", "fair", 12),
        ("culvert", "Cống", "poor", 3),
    ]
    longest = sorted((one for one in segments if one.of in {"commune", "axis"}), key=lambda one: -one.length)
    for segment, (kind, word, state, span) in zip(longest, kinds, strict=False):
        where = segment.line.interpolate(0.4, normalized=True)
        working = "partly" if state == "bad" else "working"
        name = f"{word} trên đường {thon(segment.village)}"
        yield row(place, "crossing", name, segment.village, where, condition_=state, working_=working, type=kind, span=span)


def _canals(place: Ground, spots: Sequence[Spot]) -> Iterator[Row]:
    for village in (0, 1, 2, 3, 5, 7, 8, 9, 10, 12, 2, 9):
        line = None
        while line is None or metres(place, line) < 500:
            line = place.wind(place.near(spots[village], 300, 800), place.near(spots[village], 600, 1400), sway=0.1)
        length = metres(place, line)
        share = place.chance.choice((0.0, 0.35, 0.5, 0.6, 0.8, 1.0))
        yield row(
            place,
            "canal",
            f"Mương tưới {thon(village)}",
            village,
            line,
            condition_=("poor", "fair", "good")[int(share * 2.5)],
            working_="working" if share else "partly",
            lined=round(length * share, 1),
            served=round(length / 110, 1),
        )
    for village, kind, word in ((1, "dam", "Đập dâng"), (5, "pump", "Trạm bơm"), (9, "dam", "Đập dâng")):
        where = Point(place.near(spots[village], 500, 1000))
        working = "not_working" if kind == "pump" else "working"
        yield row(place, "water_source", f"{word} {thon(village)}", village, where, working_=working, type=kind, served=9.5)


def _power(place: Ground, spots: Sequence[Spot]) -> Iterator[Row]:
    for village, households in enumerate(HOUSEHOLDS):
        unsafe = {3: 9, 6: 14, 11: 11, 13: 4}.get(village, 0)
        here = Point(place.near(spots[village], 40, 160))
        yield row(
            place,
            "power_service",
            f"Cấp điện {thon(village)}",
            village,
            here,
            working_="working",
            households=households,
            safe=households - unsafe,
        )
        if village % 2 == 0:
            yield row(
                place,
                "transformer",
                f"Trạm biến áp {thon(village)}",
                village,
                Point(place.near(spots[village], 80, 300)),
                condition_="fair",
                working_="working",
                capacity=100,
                households=households,
            )
