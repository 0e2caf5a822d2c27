"""The outline of a commune as a path of SVG, from the reference boundaries that come with the product."""

from __future__ import annotations

import json
import math
from functools import lru_cache
from pathlib import Path
from typing import Any

BOUNDARIES = Path(__file__).parent / "data" / "thai_nguyen_communes_tiny.geojson"
SIZE = 100.0


@lru_cache(maxsize=256)
def silhouette(code: str) -> str:
    """The `d` of a path in a box of 100 by 100, north up; empty where the product has no boundary of this commune.

    The boundary is for reference only and has no legal value (see data/LICENCE-NOTE.md).
    """
    for feature in json.loads(BOUNDARIES.read_text(encoding="utf-8"))["features"]:
        if str(feature["properties"].get("code")) == code:
            return _path(_rings(feature["geometry"]))
    return ""


def _rings(geometry: dict[str, Any]) -> list[list[list[float]]]:
    shapes = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    return [ring for shape in shapes for ring in shape]


def _path(rings: list[list[list[float]]]) -> str:
    narrowing = math.cos(math.radians(rings[0][0][1]))
    flat = [[(point[0] * narrowing, -point[1]) for point in ring] for ring in rings]
    west, north = (min(point[axis] for ring in flat for point in ring) for axis in (0, 1))
    east, south = (max(point[axis] for ring in flat for point in ring) for axis in (0, 1))
    scale = SIZE / max(east - west, south - north)
    shift = ((SIZE - (east - west) * scale) / 2, (SIZE - (south - north) * scale) / 2)
    drawn = (
        "L".join(f"{(x - west) * scale + shift[0]:.1f} {(y - north) * scale + shift[1]:.1f}" for x, y in ring) for ring in flat
    )
    return "".join(f"M{ring}Z" for ring in drawn)
