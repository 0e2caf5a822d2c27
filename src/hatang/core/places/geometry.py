"""Shapes as plain GeoJSON geometries in WGS84 (longitude, latitude in degrees), lengths and areas on the ellipsoid."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from pyproj import Geod
from shapely import from_geojson, get_coordinates
from shapely.errors import GEOSException
from shapely.geometry import mapping, shape
from shapely.geometry.base import BaseGeometry
from shapely.prepared import prep
from shapely.validation import explain_validity

WGS84 = Geod(ellps="WGS84")
KINDS = {"Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon"}
LARGEST = 20_000  # points of one shape: ten times the commune's own boundary
DECIMALS = 7  # about a centimetre
Geometry = dict[str, Any]
Box = tuple[float, float, float, float]


class BadGeometry(ValueError):
    """A shape cannot be used; the message says why in the reader's language."""


def read(text: str) -> Geometry:
    """The geometry written as GeoJSON text, checked; raises as `check` does."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadGeometry(_("Phần bản đồ không đọc được. Hãy vẽ lại hoặc để trống.")) from error
    return check(value)


def check(value: Any) -> Geometry:
    """The same shape with two coordinates a point, rounded to about a centimetre.

    Raises:
        BadGeometry: not a GeoJSON geometry, outside longitude and latitude, too many points, or a shape that crosses itself.
    """
    if not isinstance(value, dict) or value.get("type") not in KINDS:
        raise BadGeometry(_("Hình trên bản đồ phải là điểm, đường hoặc vùng."))
    try:
        found = from_geojson(json.dumps(value))
    except (GEOSException, TypeError, ValueError) as error:
        raise BadGeometry(_("Tọa độ của hình không đọc được.")) from error
    _measure_up(found)
    return _plain(found)


def _measure_up(found: BaseGeometry) -> None:
    points = get_coordinates(found)
    if found.is_empty or not len(points):
        raise BadGeometry(_("Hình trên bản đồ chưa có điểm nào."))
    if len(points) > LARGEST:
        raise BadGeometry(_("Hình có quá nhiều điểm (%(count)d). Hãy làm gọn hình trước khi nhập.") % {"count": len(points)})
    inside = (abs(points[:, 0]) <= 180) & (abs(points[:, 1]) <= 90)
    if not inside.all():
        raise BadGeometry(_("Tọa độ không phải kinh độ, vĩ độ WGS84. Nếu là VN-2000, hãy nhập từ tệp và chọn hệ tọa độ."))
    if not found.is_valid:
        raise BadGeometry(_("Hình tự cắt chính nó hoặc không khép kín: %(why)s.") % {"why": explain_validity(found)})


def _plain(found: BaseGeometry) -> Geometry:
    flat = mapping(found)
    return {"type": flat["type"], "coordinates": _rounded(flat["coordinates"])}


def _rounded(value: Any) -> Any:
    if value and isinstance(value[0], int | float):
        return [round(float(number), DECIMALS) for number in value[:2]]
    return [_rounded(part) for part in value]


def bounds(geometry: Geometry) -> Box:
    """West, south, east, north in degrees."""
    west, south, east, north = shape(geometry).bounds
    return west, south, east, north


def length_m(geometry: Geometry) -> float:
    """Metres along a line on the ellipsoid; nothing for points and areas."""
    return float(WGS84.geometry_length(shape(geometry))) if "LineString" in geometry["type"] else 0.0


def area_m2(geometry: Geometry) -> float:
    """Square metres inside an area on the ellipsoid; nothing for points and lines."""
    return abs(float(WGS84.geometry_area_perimeter(shape(geometry))[0])) if "Polygon" in geometry["type"] else 0.0


def centre(geometry: Geometry) -> tuple[float, float]:
    """A point on the shape where a label or a pin can stand: longitude and latitude."""
    found = shape(geometry)
    point = found.interpolate(0.5, normalized=True) if found.geom_type == "LineString" else found.representative_point()
    return float(point.x), float(point.y)


def inside(boundary: Geometry, geometry: Geometry, *, slack_degrees: float = 0.005) -> bool:
    """Whether a shape lies within a boundary, give or take half a kilometre: reference boundaries are not exact."""
    return bool(shape(boundary).buffer(slack_degrees).covers(shape(geometry)))


def fence(boundary: Geometry, *, slack_degrees: float = 0.005) -> Callable[[Geometry], bool]:
    """The question `inside` asks, made ready to be asked of many shapes."""
    ground = prep(shape(boundary).buffer(slack_degrees))
    return lambda geometry: bool(ground.covers(shape(geometry)))


def simplified(geometry: Geometry, *, metres: float) -> Geometry:
    """The same shape with fewer points, nowhere further off than about `metres`."""
    return _plain(shape(geometry).simplify(metres / 111_000, preserve_topology=True))
