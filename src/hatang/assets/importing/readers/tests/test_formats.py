"""Each format is read into the same plain table."""

from __future__ import annotations

import pytest

from hatang.assets.importing.readers import Refused, read
from hatang.assets.importing.tests.examples import (
    GPX,
    HEAD,
    LINE,
    MARK,
    PRJ,
    ROADS,
    csv,
    excel,
    geojson,
    kml,
    shape_parts,
    zipped,
)

LINES = {"type": "LineString", "coordinates": LINE}


def test_excel_below_its_titles_and_a_row_of_column_numbers():
    above = [("UBND XÃ THÍ DỤ",), ("Danh sách đường",), ()]
    table = read(excel([range(1, 8), *ROADS], above=above), "duong.xlsx")
    assert (table.format, table.columns) == ("xlsx", HEAD)
    assert [row.number for row in table.rows] == [6, 7]
    assert table.rows[0].values["Chiều dài (m)"] == 420.5
    assert "Danh sách đường" in table.title


def test_formulas_and_errors_are_wrong_cells_not_wrong_files():
    table = read(excel([("Đ01", "Đường mẫu", "Ví Dụ", "", "", "=1+1", "=A1")]), "duong.xlsx")
    assert set(table.rows[0].wrong) == {"Chiều dài (m)", "Bề rộng (m)"}


def test_a_value_merged_downwards_stands_in_each_row():
    import io

    from openpyxl import load_workbook

    file = load_workbook(io.BytesIO(excel()))
    file.active.merge_cells("C2:C3")
    out = io.BytesIO()
    file.save(out)
    assert [row.values["Thôn"] for row in read(out.getvalue(), "duong.xlsx").rows] == ["Thôn Ví Dụ 1", "Thôn Ví Dụ 1"]


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_whatever_its_marks_and_its_unicode(mark, coding):
    table = read(csv(mark=mark, coding=coding), "duong.csv")
    assert table.columns == HEAD
    assert table.rows[1].values["Tên đường"] == "Đường mẫu hai"


def test_old_letters_become_unicode_and_are_told_of():
    text = "M·;Tªn ®­êng;Th«n\r\n1;§­êng trôc th«n;VÝ Dô\r\n"
    table = read(text.encode("latin-1"), "duong.csv")
    assert table.rows[0].values["Tên đường"] == "Đường trục thôn"
    assert "TCVN3" in table.notes[0]


def test_letters_that_cannot_be_told_are_refused_with_what_to_do():
    with pytest.raises(Refused, match="CSV UTF-8"):
        read("Tên;Thôn\r\nĐường".encode("cp1258", errors="replace") + b"\xf0\xcc\r\n", "duong.csv")


def test_geojson_with_its_old_member_crs():
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::9213"}}
    table = read(geojson((LINES, {"name": "Đường mẫu", "rong": 3}), (None, {}), crs=crs), "duong.geojson")
    assert (table.system, table.columns) == ("EPSG:9213", ("name", "rong"))
    assert table.rows[0].shape == LINES
    assert table.rows[1].shape is None


def test_kml_with_data_folders_and_descriptions_without_markup():
    table = read(kml(MARK), "duong.kml")
    row = table.rows[0]
    assert row.values == {"name": "Đường mẫu một", "description": "rải nhựa", "Thư mục": "Thôn Ví Dụ 1", "Mặt đường": "Nhựa"}
    assert row.shape == LINES


def test_kml_of_several_parts_and_areas_with_holes():
    many = "<Placemark><name>a</name><MultiGeometry>{}</MultiGeometry></Placemark>"
    line = "<LineString><coordinates>106,22 106.1,22</coordinates></LineString>"
    ring = "<LinearRing><coordinates>{}</coordinates></LinearRing>"
    square = ring.format("106,22 106.1,22 106.1,22.1 106,22")
    area = (
        f"<Placemark><Polygon><outerBoundaryIs>{square}</outerBoundaryIs>"
        f"<innerBoundaryIs>{square}</innerBoundaryIs></Polygon></Placemark>"
    )
    table = read(
        kml(many.format(line + line), area, many.format(line + "<Point><coordinates>1,2</coordinates></Point>")), "a.kml"
    )
    assert [row.shape and row.shape["type"] for row in table.rows] == ["MultiLineString", "Polygon", None]
    assert len(table.rows[1].shape["coordinates"]) == 2
    assert "" in table.rows[2].wrong


def test_kmz_is_the_kml_in_it():
    assert read(zipped({"doc.kml": kml(MARK), "files/a.png": b"x"}), "duong.kmz").rows == read(kml(MARK), "a.kml").rows


def test_gpx_tracks_are_lines_and_waypoints_points():
    table = read(GPX, "di.gpx")
    assert [row.shape["type"] for row in table.rows] == ["Point", "LineString"]
    assert table.rows[1].shape["coordinates"] == LINE


def test_a_zipped_shapefile_with_its_projection():
    line = [(448_400.0, 2_456_000.0), (448_800.0, 2_456_000.0)]
    table = read(zipped(shape_parts([(line, "Đường mẫu một", "Bê tông")])), "lop.zip")
    assert (table.format, table.columns, table.system) == ("shp", ("TEN_DUONG", "MAT_DUONG"), PRJ)
    assert table.rows[0].values == {"TEN_DUONG": "Đường mẫu một", "MAT_DUONG": "Bê tông"}
    assert table.rows[0].shape["coordinates"] == [list(point) for point in line]


def test_a_shapefile_in_old_letters_becomes_unicode():
    parts = shape_parts([([(0, 0), (1, 1)], "§­êng trôc th«n §Ìo Giã", "Bª t«ng")], encoding="latin-1")
    table = read(zipped(parts), "lop.zip")
    assert table.rows[0].values["TEN_DUONG"] == "Đường trục thôn Đèo Gió"
    assert "TCVN3" in table.notes[0]


def test_a_shapefile_in_unknown_letters_is_refused():
    parts = shape_parts([([(0, 0), (1, 1)], "\xd0\xf0", "x")], encoding="latin-1")
    with pytest.raises(Refused, match="UTF-8"):
        read(zipped(parts), "lop.zip")
