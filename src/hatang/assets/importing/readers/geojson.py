"""GeoJSON: features with their properties; the old `crs` member is heard."""

from __future__ import annotations

import json
from typing import Any

from django.utils.translation import gettext as _

from hatang.assets.importing.readers.table import Refused, Row, Table, Value, clean_value, unique
from hatang.assets.importing.readers.text import decode


def read_geojson(content: bytes) -> Table:
    """The features of a GeoJSON file as rows.

    Raises:
        Refused: not GeoJSON.
    """
    text, note = decode(content)
    try:
        data = json.loads(text.removeprefix("\ufeff"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise Refused(_("Tệp GeoJSON bị hỏng hoặc tải lên chưa hết. Hãy xuất lại từ phần mềm bản đồ.")) from error
    features = _features(data)
    properties = [entry["properties"] if isinstance(entry.get("properties"), dict) else {} for entry in features]
    keys = list(dict.fromkeys(key for values in properties for key in values))
    names = dict(zip(keys, unique(keys), strict=True))
    rows = tuple(
        Row(number, {names[key]: _plain(value) for key, value in values.items()}, *_shape(entry.get("geometry")))
        for number, (entry, values) in enumerate(zip(features, properties, strict=True), 1)
    )
    title = str(data.get("name", "")) if isinstance(data.get("name"), str) else ""
    return Table("geojson", tuple(names.values()), rows, _system(data), title, (note,) if note else ())


def _no_number(name: str) -> float:
    raise ValueError(name)


def _features(data: Any) -> list[dict[str, Any]]:
    kind = data.get("type") if isinstance(data, dict) else None
    if kind == "Feature":
        return [data]
    features = data.get("features") if kind == "FeatureCollection" else None
    if not isinstance(features, list) or not all(isinstance(entry, dict) for entry in features):
        raise Refused(_("Tệp này không phải GeoJSON: không thấy danh sách đối tượng (FeatureCollection)."))
    return features


def _shape(geometry: Any) -> tuple[dict[str, Any] | None, dict[str, str]]:
    if geometry is None:
        return None, {}
    if not isinstance(geometry, dict) or "coordinates" not in geometry:
        return None, {"": _("Hình phải là điểm, đường hoặc vùng; nhóm hình lẫn lộn không nhập được.")}
    return geometry, {}


def _plain(value: Any) -> Value:
    return clean_value(json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value)


def _system(data: dict[str, Any]) -> str:
    """What the old `crs` member names: urn:ogc:def:crs:EPSG::9213 gives EPSG:9213."""
    crs = data.get("crs")
    named = crs.get("properties") if isinstance(crs, dict) else None
    name = str(named.get("name", "")) if isinstance(named, dict) else ""
    code = name.rsplit(":", 1)[-1]
    if "CRS84" in name:
        return "EPSG:4326"
    return f"EPSG:{code}" if "EPSG" in name and code.isascii() and code.isdigit() else ""
