"""Where things come to lie: VN-2000 files, coordinates in columns, the commune's edge, lengths that differ."""

from __future__ import annotations

import pytest

from hatang.assets.importing.tests.examples import (
    excel,
    geojson,
    outcomes,
    previewed,
    problems,
    rows_of,
    shape_parts,
    zipped,
)
from hatang.commune.services import create_commune
from hatang.core.tenancy import commune_scope

NORTH, EAST = 2_456_000.0, 448_400.0  # VN-2000, 106°30′: within the reference boundary of the commune 01981
LINE = [(EAST, NORTH), (EAST + 400, NORTH)]
CLASS = {"f-a:class": "=axis", "f-a:surface": "=earth"}


@pytest.fixture(autouse=True)
def _in_a_commune_with_an_edge(db):
    with commune_scope(create_commune("01981").pk):
        yield


def said(values):
    return {key.replace("-", "__", 1): value for key, value in values.items()}


def warned(row) -> list[str]:
    return [field for field, _why in row.result["warnings"]]


@pytest.mark.parametrize("prj", ["", None])
def test_a_shapefile_lands_in_the_commune_with_and_without_its_projection(prj):
    parts = shape_parts([(LINE, "Đường mẫu", "Đất")])
    if prj == "":
        del parts["lop/duong.prj"]
    waiting = previewed(zipped(parts), "lop.zip", "road_segment", **said({"f-a:class": "=axis"}))
    row = rows_of(waiting)[0]
    assert (waiting.system, row.outcome, warned(row)) == ("9213", "new", [])
    longitude, latitude = row.geometry["coordinates"][0]
    assert (longitude, latitude) == (pytest.approx(106.0006, abs=0.002), pytest.approx(22.2006, abs=0.002))
    assert float(row.result["measured"]) == pytest.approx(400, abs=0.5)


def test_the_wrong_meridian_is_seen_by_what_lies_outside():
    content = zipped(shape_parts([(LINE, "Đường mẫu", "Đất")]))
    waiting = previewed(content, "lop.zip", "road_segment", system="9210", **said({"f-a:class": "=axis"}))
    assert waiting.counts["outside"] == 1
    assert warned(rows_of(waiting)[0]) == ["shape"]


@pytest.mark.parametrize(("x", "y"), [(NORTH, EAST), (EAST, NORTH)])
def test_surveyors_columns_in_either_order(x, y):
    rows = [("Đập mẫu", "Đập dâng", x, y)]
    waiting = previewed(excel(rows, ("Tên", "Loại công trình", "X", "Y")), "dap.xlsx", "water_source")
    assert (waiting.system, outcomes(waiting)) == ("9213", ["new"])
    assert rows_of(waiting)[0].geometry["coordinates"][0] == pytest.approx(106.0, abs=0.01)


def test_latitude_before_longitude_in_text():
    rows = [("Đập mẫu", "Đập dâng", "22,2", "106,0")]
    waiting = previewed(excel(rows, ("Tên", "Loại công trình", "Vĩ độ", "Kinh độ")), "dap.xlsx", "water_source")
    assert rows_of(waiting)[0].geometry == {"type": "Point", "coordinates": [106.0, 22.2]}


def test_degrees_read_as_metres_are_wrong_rows():
    shape = {"type": "LineString", "coordinates": [[106.0, 22.2], [106.004, 22.2]]}
    waiting = previewed(geojson((shape, {"name": "Đường mẫu"})), "a.geojson", "road_segment", system="9213", **said(CLASS))
    row = rows_of(waiting)[0]
    assert row.outcome == "wrong" or warned(row) == ["shape"]


def test_a_shape_of_another_sort_is_wrong():
    waiting = previewed(
        geojson(({"type": "Point", "coordinates": [106.0, 22.2]}, {"name": "Đường mẫu"})), "a.geojson", "road_segment",
        **said(CLASS),
    )  # fmt: skip
    assert "cần hình là đường" in problems(rows_of(waiting)[0])["shape"]


@pytest.mark.parametrize(
    ("heading", "value", "metres", "odd"),
    [("(m)", 412, "412", []), ("(km)", 0.412, "412", []), ("(m)", 0.412, "0.41", ["length"])],
)
def test_lengths_in_their_unit_beside_the_measured_one(heading, value, metres, odd):
    shape = {"type": "LineString", "coordinates": [[106.0, 22.2], [106.004, 22.2]]}
    content = geojson((shape, {"name": "Đường mẫu", f"Chiều dài {heading}": value}))
    row = rows_of(previewed(content, "a.geojson", "road_segment", **said(CLASS)))[0]
    assert (row.result["stated"], warned(row)) == (metres, odd)
    assert float(row.result["measured"]) == pytest.approx(412.4, abs=0.5)
