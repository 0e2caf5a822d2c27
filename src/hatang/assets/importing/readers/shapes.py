"""Zipped Shapefiles: shapes, table, projection and letters, each from its own part."""

from __future__ import annotations

import codecs
import datetime as dt
import io
import warnings
from pathlib import PurePosixPath
from typing import Any

import shapefile
from django.utils.translation import gettext as _

from hatang.assets.importing.readers.archive import Archive
from hatang.assets.importing.readers.table import MOST_ROWS, Refused, Row, Table, Value, clean_value, unique
from hatang.assets.importing.readers.text import modern
from vanban.text.encodings import detect

PARTS = ("shp", "shx", "dbf", "prj", "cpg")


def read_shapefile(content: bytes) -> Table:
    """The one layer of a zipped Shapefile.

    Raises:
        Refused: no layer, several, parts missing, damaged, or letters in an unknown encoding.
    """
    archive = Archive(content)
    stem, parts = _layer(archive)
    encoding = _encoding(parts)
    try:
        with (
            warnings.catch_warnings(action="ignore"),
            shapefile.Reader(
                shp=io.BytesIO(parts["shp"]), dbf=io.BytesIO(parts["dbf"]), encoding=encoding, encodingErrors="strict"
            ) as reader,
        ):
            if reader.numRecords is not None and reader.numRecords > MOST_ROWS:
                raise Refused(_("Tệp Shapefile có quá nhiều đối tượng. Hãy tách tệp."))
            columns, rows = _rows(reader)
    except Refused:
        raise
    except UnicodeDecodeError as error:
        raise Refused(_unknown_letters()) from error
    except Exception as error:  # pyshp raises whatever it meets in broken parts
        raise Refused(_("Tệp Shapefile bị hỏng hoặc thiếu phần. Hãy xuất lại từ phần mềm bản đồ rồi nén lại.")) from error
    rows, note = _modern(rows)
    wkt = parts.get("prj", b"").decode("utf-8", errors="replace").strip("\ufeff\x00 \r\n")[:5_000]
    return Table("shp", tuple(columns), tuple(rows), wkt, stem, (note,) if note else ())


def _layer(archive: Archive) -> tuple[str, dict[str, bytes]]:
    names = {name.lower(): name for name in archive.names}
    layers = [name for name in names if name.endswith(".shp")]
    if len(layers) != 1:
        raise Refused(
            _("Trong tệp nén có %(count)d lớp. Mỗi lần hãy nén một lớp.") % {"count": len(layers)}
            if layers
            else _("Trong tệp nén không có Shapefile (.shp). Hãy nén cả .shp, .shx, .dbf và .prj vào một tệp .zip.")
        )
    base = layers[0].removesuffix("shp")
    if f"{base}dbf" not in names:
        raise Refused(_("Thiếu tệp .dbf: đó là bảng thông tin của lớp. Hãy nén cả .shp, .shx, .dbf và .prj."))
    parts = {part: archive.read(names[base + part]) for part in PARTS if base + part in names}
    return PurePosixPath(names[layers[0]]).stem, parts


def _encoding(parts: dict[str, bytes]) -> str:
    """What the .cpg says, else UTF-8 where the table is it, else single bytes where they are TCVN3 or VNI."""
    said = parts.get("cpg", b"").decode("ascii", errors="ignore").strip().lower().removeprefix("ansi ")
    for name in (said, f"cp{said}"):
        try:
            if said:
                return codecs.lookup(name).name
        except (LookupError, ValueError):
            continue
    try:
        parts["dbf"][32:].decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        if detect(parts["dbf"][32:].decode("latin-1")) != "unicode":
            return "latin-1"
    raise Refused(_unknown_letters())


def _unknown_letters() -> str:
    return _("Chữ trong bảng .dbf không phải UTF-8 và không rõ bảng mã. Hãy xuất lại lớp với bảng mã UTF-8 (kèm tệp .cpg).")


def _rows(reader: Any) -> tuple[list[str], list[Row]]:
    fields = [field[0] for field in reader.fields if field[0] != "DeletionFlag"]
    columns = unique(fields)
    rows = []
    for number, entry in enumerate(reader.iterShapeRecords(), 1):
        if number > MOST_ROWS:
            raise Refused(_("Tệp Shapefile có quá nhiều đối tượng. Hãy tách tệp."))
        values = {column: _value(value) for column, value in zip(columns, list(entry.record), strict=False)}
        rows.append(_row(number, values, entry.shape))
    return columns, rows


def _row(number: int, values: dict[str, Value], shape: Any) -> Row:
    if shape.shapeType == shapefile.NULL:
        return Row(number, values)
    try:
        found = shape.__geo_interface__
    except Exception:  # as above: a broken shape spoils its own row only
        return Row(number, values, wrong={"": _("Tọa độ của hình không đọc được.")})
    return Row(number, values, {"type": found["type"], "coordinates": found["coordinates"]} if found["coordinates"] else None)


def _value(value: Any) -> Value:
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}" if value.year >= 1000 else None
    if isinstance(value, bytes):
        return clean_value(value.decode("latin-1"))
    return clean_value(int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 10**15 else value)


def _modern(rows: list[Row]) -> tuple[list[Row], str]:
    """The rows with TCVN3 or VNI letters turned into Unicode, judged over the whole table; and the note that tells of it."""
    texts = [value for row in rows for value in row.values.values() if isinstance(value, str)]
    whole, note = modern("\n".join(text.replace("\n", " ") for text in texts))
    if not note:
        return rows, ""
    fresh = iter(whole.split("\n"))
    for row in rows:
        row.values.update({name: next(fresh) for name, value in row.values.items() if isinstance(value, str)})
    return rows, note
