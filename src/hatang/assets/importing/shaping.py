"""The shape of a row, from wherever the file has it, as checked WGS84."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from shapely import from_wkt, get_coordinates
from shapely.errors import GEOSException, ShapelyError
from shapely.geometry import mapping, shape

from hatang.assets.importing.rules import coordinates
from hatang.assets.importing.rules.coordinates import Point
from hatang.assets.kinds import Kind
from hatang.core.places.geometry import BadGeometry, Geometry, check

SORTS = {"point": gettext_lazy("điểm"), "line": gettext_lazy("đường"), "area": gettext_lazy("vùng")}
LOOKED_AT = 400  # rows whose points are looked at to tell the system
Values = Mapping[str, Any]


class NoShape(ValueError):
    """The shape cannot be used; the message says why, `field` says where the fault lies."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


def raw_of(own: Geometry | None, given: Values) -> Geometry | None:
    """The shape in the file's own coordinates: the row's own, the one written in a cell, or a point from two columns.

    Raises:
        NoShape: what is given cannot be read.
    """
    if own is not None:
        return own
    if given.get("shape"):
        return _written(str(given["shape"]))
    first, second = given.get("x"), given.get("y")
    if first is None and second is None:
        return None
    if first is None or second is None:
        raise NoShape("x" if first is None else "y", _("Cần cả hai tọa độ."))
    pair = []
    for name, value in (("x", first), ("y", second)):
        try:
            pair.append(coordinates.number(value))
        except ValueError as error:
            raise NoShape(name, _("“%(text)s” không phải là tọa độ.") % {"text": str(value)[:40]}) from error
    return {"type": "Point", "coordinates": list(coordinates.ordered(*pair))}


def _written(text: str) -> Geometry:
    try:
        if text.lstrip().startswith("{"):
            return dict(json.loads(text))
        found: Any = from_wkt(text.split(";", 1)[1] if text.upper().startswith("SRID=") else text)
        flat = mapping(found)
        return {"type": flat["type"], "coordinates": flat["coordinates"]}
    except (GEOSException, ShapelyError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise NoShape(
            "shape", _("Hình không đọc được. Hãy ghi theo dạng WKT, ví dụ LINESTRING (106.1 22.2, 106.2 22.3).")
        ) from error


def placed(raw: Geometry, system: str, *, swapped: bool) -> Geometry:
    """A shape of the file as checked WGS84.

    Raises:
        NoShape: it leads nowhere, is no shape, or is not in the system that was chosen.
    """
    try:
        return check(_single(coordinates.shape_to_wgs84(raw, system, swapped=swapped)))
    except BadGeometry as error:
        raise NoShape("shape", str(error)) from error
    except (GEOSException, ShapelyError, ValueError, TypeError, KeyError, IndexError) as error:
        raise NoShape("shape", _("Tọa độ không thuộc hệ tọa độ đã chọn. Hãy chọn lại hệ tọa độ của tệp.")) from error


def _single(geometry: Geometry) -> Geometry:
    """A shape of one part as what it is."""
    parts: Any = geometry.get("coordinates") or ()
    if str(geometry.get("type", "")).startswith("Multi") and len(parts) == 1:
        return {"type": geometry["type"].removeprefix("Multi"), "coordinates": parts[0]}
    return geometry


def hold_to_kind(geometry: Geometry, kind: Kind) -> None:
    """Raise `NoShape` where this kind of asset has another sort of shape."""
    name = geometry["type"]
    found = "point" if "Point" in name else "line" if "Line" in name else "area"
    if found not in kind.shapes:
        wanted = ", ".join(str(SORTS[sort]) for sort in kind.shapes)
        told = {"kind": kind.label, "wanted": wanted, "found": SORTS[found]}
        raise NoShape("shape", _("%(kind)s cần hình là %(wanted)s; trong tệp là %(found)s.") % told)


def points_of(shapes: Iterable[Geometry]) -> Iterator[Point]:
    """One point of each of the first shapes, as the file has them."""
    for raw in islice(shapes, LOOKED_AT):
        try:
            found = get_coordinates(shape(raw))
        except (GEOSException, ShapelyError, ValueError, TypeError, KeyError, IndexError):
            continue
        if len(found):
            yield float(found[0][0]), float(found[0][1])


def is_swapped(points: Iterable[Point]) -> bool:
    """Whether most points have north before east."""
    found = [coordinates.ordered(*point) != point for point in points]
    return sum(found) * 2 > len(found)
