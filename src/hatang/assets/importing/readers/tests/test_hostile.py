"""Hostile and broken files end in one sentence, whatever is in them."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hatang.assets.importing.readers import LARGEST, Refused, read
from hatang.assets.importing.readers.table import MOST_ROWS, Table
from hatang.assets.importing.tests.examples import GPX, MARK, csv, excel, geojson, kml, shape_parts, zipped

DTD = '<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
LINE = {"type": "LineString", "coordinates": [[106, 22], [106.1, 22]]}
SHAPES = shape_parts([([(0, 0), (1, 1)], "Đường mẫu", "Đất")])


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.shp", b"\x00" * 50_000_000)
    return out.getvalue()


def locked() -> bytes:
    """A zip whose parts say they have a password."""
    content = bytearray(zipped(SHAPES))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + at] |= 1
            place = content.find(mark, place + 4)
    return bytes(content)


REFUSED = {
    "nothing": (b"", "a.csv", "Tệp rỗng"),
    "white space": (b"  \r\n", "a.csv", "Tệp rỗng"),
    "too large": (b"a" * (LARGEST + 1), "a.csv", "20 MB"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "a.csv", "không đọc loại tệp"),
    "a program": (b"MZ\x00\x01\x00" * 50, "a.csv", "không đọc loại tệp"),
    "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "a.xls", "Excel đời cũ"),
    "entities": (kml(MARK, before=DTD), "a.kml", "khai báo lạ"),
    "entities of files": (kml(MARK, before=OUTSIDE), "a.kml", "khai báo lạ"),
    "gpx with entities": (OUTSIDE.encode() + GPX.split(b"?>")[1], "a.gpx", "khai báo lạ"),
    "only links": (b"<kml><NetworkLink><Link><href>http://a.example/</href></Link></NetworkLink></kml>", "a.kml", "liên kết"),
    "broken markup": (b"<kml><Placemark>", "a.kml", "bị hỏng"),
    "other markup": (b"<html></html>", "a.kml", "không phải KML"),
    "broken json": (b'{"type": "FeatureCollection", "features": [', "a.geojson", "bị hỏng"),
    "deep json": (b"[" * 200_000, "a.geojson", "bị hỏng"),
    "no number in json": (b'{"type":"FeatureCollection","features":[{"properties":{"a":NaN}}]}', "a.geojson", "bị hỏng"),
    "other json": (b'{"a": 1}', "a.json", "không phải GeoJSON"),
    "no features": (b'{"type": "FeatureCollection", "features": []}', "a.geojson", "không có dòng"),
    "a bomb": (bomb(), "a.zip", "giải nén ra quá lớn"),
    "a way out": (zipped({"../lop.shp": b"x", "lop.dbf": b"x"}), "a.zip", "tên tệp lạ"),
    "an absolute way out": (zipped({"/etc/lop.shp": b"x"}), "a.zip", "tên tệp lạ"),
    "a password": (locked(), "a.zip", "mật khẩu"),
    "no layer": (zipped({"a.txt": b"x"}), "a.zip", "không có Shapefile"),
    "two layers": (zipped({**SHAPES, "b.shp": b"x"}), "a.zip", "2 lớp"),
    "no table": (zipped({"lop.shp": SHAPES["lop/duong.shp"]}), "a.zip", ".dbf"),
    "half a zip": (zipped(SHAPES)[:200], "a.zip", "bị hỏng"),
    "half a workbook": (excel()[:3000], "a.xlsx", "bị hỏng"),
    "an empty workbook": (excel([], head=()), "a.xlsx", "Không thấy bảng"),
    "too many rows": (csv([("a", "b", "c")] * (MOST_ROWS + 1), head=("Mã", "Tên", "Thôn")), "a.csv", "Hãy tách tệp"),
    "too many columns": (csv([["abc"] * 70], head=[f"c{number}" for number in range(70)]), "a.csv", "Hãy bỏ bớt cột"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_each_is_refused_with_its_sentence(name):
    content, file, sentence = REFUSED[name]
    with pytest.raises(Refused, match=sentence):
        read(content, file)


def test_macros_are_refused():
    out = io.BytesIO(excel())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"x")
    with pytest.raises(Refused, match="macro"):
        read(out.getvalue(), "a.xlsx")


def test_one_broken_shape_spoils_its_row_only():
    content = geojson((LINE, {"name": "a"}), ({"type": "LineString", "coordinates": ["x"]}, {"name": "b"}))
    table = read(content, "a.geojson")
    assert table.rows[0].shape is not None
    assert "" in table.rows[1].wrong


def test_text_no_database_keeps_is_cleaned():
    table = read(json.dumps({"type": "Feature", "properties": {"a": "x\x00y\ud800"}, "geometry": None}).encode(), "a.geojson")
    assert table.rows[0].values == {"a": "xy"}


FORMATS = {
    "a.xlsx": excel(),
    "a.csv": csv(),
    "a.geojson": geojson((LINE, {"name": "Đường mẫu", "rong": 3.5})),
    "a.kml": kml(MARK, MARK),
    "a.kmz": zipped({"doc.kml": kml(MARK)}),
    "a.gpx": GPX,
    "a.zip": zipped(SHAPES),
}


def outcome_of(content: bytes, name: str) -> str | Table:
    """A table that any database keeps, or a sentence."""
    try:
        table = read(content, name)
    except Refused as refusal:
        return str(refusal)
    json.dumps([(row.values, row.shape, row.wrong) for row in table.rows], allow_nan=False).encode()
    return table


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 20_000), st.binary(min_size=1, max_size=40), st.booleans())
def test_whatever_is_broken_in_it_the_answer_is_a_sentence_or_a_table(name, at, garbage, cut):
    content = bytearray(FORMATS[name])
    at %= len(content)
    content[at : at + len(garbage)] = garbage
    assert outcome_of(bytes(content[: at + 1] if cut else content), name)


@pytest.mark.parametrize("part", ["lop/duong.shp", "lop/duong.dbf", "lop/duong.prj"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 2_000), st.binary(min_size=1, max_size=12))
def test_whatever_is_broken_in_a_part_of_a_shapefile(part, at, garbage):
    content = bytearray(SHAPES[part])
    at %= len(content)
    content[at : at + len(garbage)] = garbage
    assert outcome_of(zipped({**SHAPES, part: bytes(content)}), "a.zip")


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["a.csv", "a.kml", "a.gpx", "a.geojson", "a.zip", "a.xlsx", "a"]))
def test_any_bytes_at_all(content, name):
    assert outcome_of(content, name)
