"""GPX of phones and hand-held receivers: tracks and routes are lines, waypoints are points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from hatang.assets.importing.readers.markup import Element, child, local, named, opened, words
from hatang.assets.importing.readers.table import Refused, Row, Table

COLUMNS = ("name", "desc", "cmt", "type")


def read_gpx(content: bytes) -> Table:
    """Tracks, routes and waypoints as rows.

    Raises:
        Refused: not GPX.
    """
    root = opened(content)
    if local(root) != "gpx":
        raise Refused(_("Tệp này không phải GPX."))
    things = [element for element in root if local(element) in {"trk", "rte", "wpt"}]
    rows = tuple(_row(number, element) for number, element in enumerate(things, 1))
    columns = [name for name in COLUMNS if any(row.values[name] for row in rows)]
    return Table("gpx", tuple(columns or COLUMNS[:1]), rows, "EPSG:4326")


def _row(number: int, element: Element) -> Row:
    values: Any = {name: words(child(element, name)) or None for name in COLUMNS}
    try:
        return Row(number, values, _shape(element))
    except (ValueError, TypeError):
        return Row(number, values, wrong={"": _("Tọa độ của hình không đọc được.")})


def _shape(element: Element) -> dict[str, Any] | None:
    if local(element) == "wpt":
        return {"type": "Point", "coordinates": _point(element)}
    lines = [line for line in _lines(element) if len(line) > 1]
    if not lines:
        return None
    return (
        {"type": "LineString", "coordinates": lines[0]} if len(lines) == 1 else {"type": "MultiLineString", "coordinates": lines}
    )


def _lines(element: Element) -> Iterator[list[list[float]]]:
    if local(element) == "rte":
        yield [_point(point) for point in named(element, "rtept")]
    for segment in named(element, "trkseg"):
        yield [_point(point) for point in named(segment, "trkpt")]


def _point(element: Element) -> list[float]:
    return [float(element.get("lon")), float(element.get("lat"))]
