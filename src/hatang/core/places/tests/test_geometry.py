"""Shapes are checked before they are kept, and measured on the ellipsoid."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hatang.core.places import geometry

COMMUNE = Path(__file__).resolve().parents[3] / "commune" / "data" / "vinh_thong_commune.geojson"
LINE = {"type": "LineString", "coordinates": [[105.9, 22.2], [105.91, 22.2]]}
BOW = {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}


def boundary():
    found = json.loads(COMMUNE.read_text(encoding="utf-8"))
    return (found["features"][0] if "features" in found else found)["geometry"]


def test_a_hundredth_of_a_degree_of_longitude_in_the_north_is_about_a_kilometre():
    assert geometry.length_m(LINE) == pytest.approx(1030.9, abs=1)
    assert geometry.area_m2(LINE) == 0


def test_the_area_of_the_commune_agrees_with_the_national_list():
    assert geometry.area_m2(geometry.check(boundary())) / 1e6 == pytest.approx(129.43, abs=0.01)


def test_a_height_is_dropped_and_digits_beyond_a_centimetre_too():
    assert geometry.check({"type": "Point", "coordinates": [105.123456789, 22, 640]})["coordinates"] == [105.1234568, 22.0]


@pytest.mark.parametrize(
    "value",
    [
        *(None, [], {}, BOW, {"type": "Circle"}, {"type": "Point"}, {"type": "GeometryCollection", "geometries": []}),
        *({"type": "Point", "coordinates": place} for place in (["a", 1], [400000, 2400000], [], [1])),
        *({"type": "LineString", "coordinates": places} for places in ([], [[1, 1]], [[i / 1000, 1] for i in range(20_001)])),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_sentence(value):
    with pytest.raises(geometry.BadGeometry, match=r"\."):
        geometry.check(value)


@pytest.mark.parametrize("text", ["", "{", "12", "[1]", '{"type":"Point","coordinates":[NaN,1]}', "[" * 5000])
def test_text_that_is_no_shape_is_refused(text):
    with pytest.raises(geometry.BadGeometry):
        geometry.read(text)


def test_inside_the_commune_give_or_take():
    middle = dict(zip(("type", "coordinates"), ("Point", list(geometry.centre(boundary()))), strict=True))
    assert geometry.inside(boundary(), middle)
    assert not geometry.inside(boundary(), {"type": "Point", "coordinates": [105.0, 21.0]})


def test_a_simplified_boundary_keeps_its_place():
    fewer = geometry.simplified(boundary(), metres=50)
    assert len(json.dumps(fewer)) < len(json.dumps(boundary())) / 2
    assert geometry.area_m2(fewer) == pytest.approx(geometry.area_m2(boundary()), rel=0.01)
