"""The inventory given out: a kind as Excel or GeoJSON, in the layout that is read back, so that a round trip changes nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from shapely import to_wkt
from shapely.geometry import shape

from hatang.assets.importing import sheets
from hatang.assets.importing.fields import fields_of
from hatang.assets.importing.ground import ground_of
from hatang.assets.importing.rules.header import fold
from hatang.commune.models import Commune, Unit
from hatang.commune.selectors import villages
from hatang.core.spreadsheets.text import number
from hatang.core.tenancy import current_commune_id

DECIMALS = 7


def template(kind: str) -> bytes:
    """An empty Excel file of a kind."""
    return sheets.sheet(kind, _commune(), _villages(), _units())


def excel(kind: str) -> bytes:
    """The assets of a kind as Excel; a shape longer than a cell holds is left out, which on the way back changes nothing."""
    return sheets.sheet(kind, _commune(), _villages(), _units(), ({**row, "shape": _wkt(found)} for row, found in rows(kind)))


def geojson(kind: str) -> dict[str, Any]:
    """The assets of a kind as GeoJSON in WGS84; properties by the headings of the Excel file."""
    headings = {code: entry.heading for code, entry in fields_of(kind).items()}
    features = [
        {
            "type": "Feature",
            "geometry": found,
            "properties": {headings[code]: _plain(value) for code, value in row.items() if value not in (None, "")},
        }
        for row, found in rows(kind)
    ]
    return {"type": "FeatureCollection", "name": kind, "features": features}


def rows(kind: str) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None]]:
    """The assets of a kind that are in use: values in words by the codes of fields, and the shape."""
    ground, fields = ground_of(), fields_of(kind)
    units = dict(Unit.objects.values_list("pk", "name"))
    for known in ground.known:
        if known.kind != kind or known.retired:
            continue
        row = {code: fields[code].words(value) for code, value in known.values.items() if code in fields}
        row["village"] = ground.villages.get(known.values["village"] or 0)
        row["operator"] = units.get(known.values["operator"] or 0)
        row["id"] = known.pk
        yield row, known.geometry


def file_name(kind: str, end: str) -> str:
    """The name of a file of a kind, in plain letters."""
    return f"so-cong-trinh-{fold(str(kind)).replace(' ', '-')}.{end}"


def _wkt(found: dict[str, Any] | None) -> str:
    text = to_wkt(shape(found), rounding_precision=DECIMALS) if found else ""
    return text if len(text) <= sheets.LONGEST else ""


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return number(value)
    return f"{value:%d/%m/%Y}" if isinstance(value, dt.date) else value


def _commune() -> str:
    return str(Commune.objects.get(pk=current_commune_id()).full_name)


def _villages() -> list[str]:
    return [village.name for village in villages()]


def _units() -> list[str]:
    return list(Unit.objects.filter(is_active=True).order_by("folded_name").values_list("name", flat=True))
