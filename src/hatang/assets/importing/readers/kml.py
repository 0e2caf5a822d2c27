"""KML and KMZ: placemarks with their data; links to other servers are never followed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from hatang.assets.importing.readers.archive import Archive
from hatang.assets.importing.readers.markup import Element, child, local, named, opened, words
from hatang.assets.importing.readers.table import Refused, Row, Table, Value

NAME, NOTE, FOLDER = "name", "description", "Thư mục"
SINGLE = ("Point", "LineString", "LinearRing", "Polygon")
MANY = {"Point": "MultiPoint", "LineString": "MultiLineString", "Polygon": "MultiPolygon"}


def read_kmz(content: bytes) -> Table:
    """The main document of a KMZ; raises as `read_kml` does."""
    archive = Archive(content)
    names = [name for name in archive.names if name.lower().endswith(".kml")]
    if not names:
        raise Refused(_("Trong tệp KMZ không có tệp KML nào."))
    return read_kml(archive.read(next((name for name in names if name.lower() == "doc.kml"), names[0])))


def read_kml(content: bytes) -> Table:
    """The placemarks of a KML file as rows.

    Raises:
        Refused: not KML, or nothing in it but links to other servers.
    """
    root = opened(content)
    if local(root) != "kml":
        raise Refused(_("Tệp này không phải KML."))
    linked = next(named(root, "NetworkLink"), None) is not None
    rows = tuple(_row(number, folder, mark) for number, (folder, mark) in enumerate(_placemarks(root), 1))
    if linked and not rows:
        raise Refused(_("Tệp KML chỉ chứa liên kết tới máy chủ khác. Hãy xuất chính các đối tượng ra tệp."))
    notes = (_("Liên kết mạng trong tệp không được mở."),) if linked else ()
    columns = dict.fromkeys(column for row in rows for column in row.values)
    return Table("kml", tuple(columns), rows, "EPSG:4326", words(_title(root)), notes)


def _title(root: Element) -> Element | None:
    return next((found for inner in root if (found := child(inner, "name")) is not None), None)


def _placemarks(root: Element) -> Iterator[tuple[str, Element]]:
    """Each placemark with the name of its folder."""
    folders: dict[int, str] = {}
    for folder in named(root, "Folder"):
        name = words(child(folder, "name"))
        folders |= {id(mark): name for mark in folder if local(mark) == "Placemark"}
    return ((folders.get(id(mark), ""), mark) for mark in named(root, "Placemark"))


def _row(number: int, folder: str, mark: Element) -> Row:
    values: dict[str, Value] = {NAME: words(child(mark, NAME)) or None, NOTE: words(child(mark, NOTE)) or None}
    if folder:
        values[FOLDER] = folder
    for data in named(mark, "Data"):
        values[str(data.get("name", ""))[:120] or NOTE] = words(child(data, "value")) or None
    for data in named(mark, "SimpleData"):
        values[str(data.get("name", ""))[:120] or NOTE] = words(data) or None
    try:
        return Row(number, values, _shape(mark))
    except (ValueError, IndexError):
        return Row(number, values, wrong={"": _("Tọa độ của hình không đọc được.")})


def _shape(mark: Element) -> dict[str, Any] | None:
    """The shape of a placemark; several of one sort become one of several parts."""
    parts = [_one(element) for element in _outermost(mark)]
    if len(parts) <= 1:
        return parts[0] if parts else None
    if len({part["type"] for part in parts}) > 1:
        raise ValueError("mixed")
    return {"type": MANY[parts[0]["type"]], "coordinates": [part["coordinates"] for part in parts]}


def _outermost(mark: Element) -> list[Element]:
    """Shapes that are no part of another: the rings of an area belong to it."""
    rings = {id(ring) for area in named(mark, "Polygon") for ring in named(area, "LinearRing")}
    return [element for element in named(mark, *SINGLE) if id(element) not in rings]


def _one(element: Element) -> dict[str, Any]:
    kind = local(element)
    if kind == "Point":
        return {"type": "Point", "coordinates": _points(element)[0]}
    if kind != "Polygon":
        return {"type": "LineString", "coordinates": _points(element)}
    outer, inner = child(element, "outerBoundaryIs"), [part for part in element if local(part) == "innerBoundaryIs"]
    if outer is None:
        raise ValueError("no edge")
    return {"type": "Polygon", "coordinates": [_points(outer), *map(_points, inner)]}


def _points(element: Element) -> list[list[float]]:
    text = next((inner.text or "" for inner in named(element, "coordinates")), "")
    return [[float(number) for number in point.split(",")[:2]] for point in text.split()]
