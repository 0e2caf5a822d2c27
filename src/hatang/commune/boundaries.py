"""Boundaries of a commune and of those that touch it, as GeoJSON for maps.

A commune's own file comes first (`outlines`); else those that come with the product, which are valid from 1 July 2025, for
reference only and without legal value (data/LICENCE-NOTE.md).
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from shapely.geometry import shape

from hatang.commune import outlines

DATA = Path(__file__).parent / "data"
PROVINCE = "thai_nguyen_communes_tiny.geojson"
SURROUNDINGS = {"01981": "vinh_thong_neighbours.geojson"}
DETAILED = {"01981": "vinh_thong_commune.geojson"}
PLACES = 5  # about a metre
Feature = dict[str, Any]


def boundary(code: str) -> dict[str, Any]:
    """The commune's own outline as a collection, drawn with the same detail as its neighbours; empty where it is not known."""
    own = outlines.own(code)
    return _collection([own]) if own else _reference(code)


@lru_cache(maxsize=64)
def _reference(code: str) -> dict[str, Any]:
    return _collection([feature for feature in _features(_file(code)) if _code(feature) == code])


@lru_cache(maxsize=64)
def neighbours(code: str) -> dict[str, Any]:
    """The communes that share a border with this one; empty where its boundary is not known."""
    features = _features(_file(code))
    own = next((feature for feature in features if _code(feature) == code), None)
    if own is None:
        return _collection([])
    ground = shape(own["geometry"])
    return _collection([other for other in features if other is not own and shape(other["geometry"]).intersects(ground)])


def geometry_of(code: str) -> dict[str, Any] | None:
    """The most detailed outline the product has of a commune, to test what lies inside; None where it has none."""
    own = outlines.own(code)
    return own["geometry"] if own else _reference_geometry(code)


@lru_cache(maxsize=64)
def _reference_geometry(code: str) -> dict[str, Any] | None:
    for feature in _features(DETAILED.get(code, PROVINCE)):
        if _code(feature) == code:
            geometry: dict[str, Any] = feature["geometry"]
            return geometry
    return None


def _file(code: str) -> str:
    return SURROUNDINGS.get(code, PROVINCE)


@lru_cache(maxsize=4)
def _features(name: str) -> list[Feature]:
    features: list[Feature] = json.loads((DATA / name).read_text(encoding="utf-8"))["features"]
    return features


def _code(feature: Feature) -> str:
    return str(feature["properties"]["code"])


def _collection(features: list[Feature]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": [_light(feature) for feature in features]}


def _light(feature: Feature) -> Feature:
    """A feature with its code and name only, its numbers rounded."""
    geometry = feature["geometry"]
    return {
        "type": "Feature",
        "id": _code(feature),
        "properties": {"code": _code(feature), "name": feature["properties"]["full_name"]},
        "geometry": {"type": geometry["type"], "coordinates": _rounded(geometry["coordinates"])},
    }


def _rounded(value: Any) -> Any:
    return [_rounded(part) for part in value] if isinstance(value, list) else round(value, PLACES)
