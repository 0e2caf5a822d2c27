"""The outline a commune brings itself, from a GeoJSON file: where the product has none, or a better one is at hand.

Outlines are public facts and belong to no row: they lie beside the stored files, so that a backup holds them.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from shapely import union_all
from shapely.geometry import mapping, shape

from hatang.core.places.geometry import BadGeometry, Geometry, check

LARGEST = 10 * 1024 * 1024


def own(code: str) -> dict[str, Any] | None:
    """The commune's own outline as a feature; None where it brought none."""
    path = _path(code)
    try:
        changed = path.stat().st_mtime_ns
    except OSError:
        return None
    return _read(path, changed)


def version(code: str) -> int:
    """A number that changes with the commune's own outline; 0 without one."""
    path = _path(code)
    return path.stat().st_mtime_ns if path.is_file() else 0


def keep(code: str, name: str, content: bytes) -> None:
    """Take over the outline of a commune.

    Raises:
        BadGeometry: no GeoJSON, no area, too large, or not longitude and latitude.
    """
    feature = {"type": "Feature", "properties": {"code": code, "full_name": name}, "geometry": _area(content)}
    path = _path(code)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_suffix(".part")
    beside.write_text(json.dumps(feature, ensure_ascii=False), encoding="utf-8")
    beside.replace(path)


def _path(code: str) -> Path:
    return Path(settings.MEDIA_ROOT) / "boundaries" / f"{code if code.isdigit() else 0}.geojson"


@lru_cache(maxsize=16)
def _read(path: Path, changed: int) -> dict[str, Any]:
    del changed
    feature: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return feature


def _area(content: bytes) -> Geometry:
    """All areas of a file as one; lines and points in it are left out."""
    if len(content) > LARGEST:
        raise BadGeometry(_("Tệp ranh giới quá lớn. Hãy làm gọn hình trước khi nhập."))
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise BadGeometry(_("Tệp không phải GeoJSON.")) from error
    areas = [check(part) for part in _geometries(value) if isinstance(part, dict) and "Polygon" in str(part.get("type"))]
    if not areas:
        raise BadGeometry(_("Tệp không có vùng nào: ranh giới phải là vùng khép kín (Polygon)."))
    return check(json.loads(json.dumps(mapping(union_all([shape(area) for area in areas])))))


def _geometries(value: Any) -> list[Any]:
    if not isinstance(value, dict):
        return []
    if value.get("type") == "FeatureCollection":
        features = value.get("features")
        return [part for feature in features for part in _geometries(feature)] if isinstance(features, list) else []
    return [value.get("geometry")] if value.get("type") == "Feature" else [value]
