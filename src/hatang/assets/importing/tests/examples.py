"""Files of places that do not exist, and the way from a file to its preview."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import shapefile
from openpyxl import Workbook

from hatang.assets.importing import services
from hatang.assets.importing.forms import MatchForm
from hatang.assets.models import AssetImport, AssetImportRow
from hatang.commune.models import Village
from hatang.commune.selectors import villages
from hatang.commune.services import create_village

HEAD = ("Mã", "Tên đường", "Thôn", "Loại đường", "Mặt đường", "Chiều dài (m)", "Bề rộng (m)")
ROADS = (
    ("Đ01", "Đường mẫu một", "Thôn Ví Dụ 1", "Đường trục thôn, liên thôn", "Bê tông", 420.5, 3),
    ("Đ02", "Đường mẫu hai", "Ví Dụ 2", "Đường ngõ, xóm", "Đất", 150, 2.5),
)
LINE = [[106.0, 22.2], [106.004, 22.2]]
PRJ = (
    'PROJCS["VN2000_TM3_10630",GEOGCS["GCS_VN_2000",DATUM["D_Vietnam_2000",SPHEROID["WGS_1984",6378137.0,298.257223563]],'
    'PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],'
    'PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",106.5],'
    'PARAMETER["Scale_Factor",0.9999],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
)


def make_villages(count: int = 3) -> list[Village]:
    """Villages that do not exist, in the commune in scope."""
    return [create_village(f"Thôn Ví Dụ {number}") for number in range(1, count + 1)]


def excel(rows: Iterable[Sequence[Any]] = ROADS, head: Sequence[str] = HEAD, above: Sequence[Sequence[Any]] = ()) -> bytes:
    """A workbook as an office makes one."""
    file = Workbook()
    for row in (*above, head, *rows):
        file.active.append(list(row))
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def csv(rows: Iterable[Sequence[Any]] = ROADS, head: Sequence[str] = HEAD, mark: str = ";", coding: str = "utf-8-sig") -> bytes:
    """The same as CSV; numbers the Vietnamese way."""
    lines = [mark.join(_cell(cell, mark) for cell in row) for row in (head, *rows)]
    return "\r\n".join(lines).encode(coding)


def _cell(value: Any, mark: str) -> str:
    text = str(value).replace(".", ",") if isinstance(value, float) else str(value)
    return f'"{text}"' if mark in text else text


def geojson(*features: tuple[Any, dict[str, Any]], **more: Any) -> bytes:
    """A collection of shapes with their properties."""
    entries = [{"type": "Feature", "geometry": shape, "properties": values} for shape, values in features]
    return json.dumps({"type": "FeatureCollection", "features": entries, **more}, ensure_ascii=False).encode()


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def shape_parts(rows: Iterable[tuple[Any, str, str]], encoding: str = "utf-8", prj: str = PRJ) -> dict[str, bytes]:
    """The parts of a Shapefile of lines with a name and a surface."""
    shp, shx, dbf = io.BytesIO(), io.BytesIO(), io.BytesIO()
    with shapefile.Writer(shp=shp, shx=shx, dbf=dbf, shapeType=shapefile.POLYLINE, encoding=encoding) as writer:
        writer.field("TEN_DUONG", "C", 80)
        writer.field("MAT_DUONG", "C", 40)
        for line, name, surface in rows:
            writer.line([line])
            writer.record(name, surface)
    parts = {"lop/duong.shp": shp, "lop/duong.shx": shx, "lop/duong.dbf": dbf}
    found = {name: part.getvalue() for name, part in parts.items()}
    return {**found, "lop/duong.prj": prj.encode()} if prj else found


def kml(*marks: str, before: str = "") -> bytes:
    """A KML file of placemarks."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        + before
        + '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Đường</name>'
        "<Folder><name>Thôn Ví Dụ 1</name>" + "".join(marks) + "</Folder></Document></kml>"
    ).encode()


MARK = (
    "<Placemark><name>Đường mẫu một</name><description><![CDATA[<b>rải</b> nhựa]]></description><ExtendedData>"
    '<Data name="Mặt đường"><value>Nhựa</value></Data></ExtendedData>'
    "<LineString><coordinates>106.0,22.2,5 106.004,22.2,5</coordinates></LineString></Placemark>"
)
GPX = (
    '<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">'
    '<wpt lat="22.2" lon="106.0"><name>Cống mẫu</name></wpt>'
    '<trk><name>Đường mẫu một</name><trkseg><trkpt lat="22.2" lon="106.0"/><trkpt lat="22.2" lon="106.004"/></trkseg></trk></gpx>'
).encode()


def upload(content: bytes, name: str, kind: str = "") -> AssetImport:
    """A file uploaded in the commune in scope."""
    return AssetImport.objects.get(pk=services.start(io.BytesIO(content), name, kind=kind).pk)


def previewed(content: bytes, name: str, kind: str = "", **said: str) -> AssetImport:
    """A file uploaded and matched as guessed; `said` overrides what the form shows first (`system`, `f-name`, …)."""
    waiting = upload(content, name, kind)
    shown = {**MatchForm.initial_of(waiting, waiting.mapping), **{key.replace("__", "-"): value for key, value in said.items()}}
    form = MatchForm(waiting, waiting.kind, villages(), shown)
    assert form.is_valid(), form.errors
    services.match(waiting, kind=waiting.kind, system=form.cleaned_data["system"], mapping=form.mapping())
    return AssetImport.objects.get(pk=waiting.pk)


def rows_of(waiting: AssetImport) -> list[AssetImportRow]:
    """The rows of an import in their order."""
    return list(AssetImportRow.objects.filter(asset_import=waiting).order_by("number"))


def outcomes(waiting: AssetImport) -> list[str]:
    """What each row would do."""
    return [row.outcome for row in rows_of(waiting)]


def problems(row: AssetImportRow) -> dict[str, str]:
    """What is wrong with a row, by field."""
    return dict(row.result["problems"])


def by_office(content: bytes, folder: Path) -> bytes:
    """A workbook opened and saved again by LibreOffice."""
    path, out = folder / "so.xlsx", folder / "ra"
    path.write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder / 'office'}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (out / "so.xlsx").read_bytes()
