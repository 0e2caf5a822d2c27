"""The commune's outline and its neighbours: true to the list, light, kept by browsers, open to all."""

from __future__ import annotations

import gzip

import pytest
from shapely.geometry import shape

from hatang.commune import boundaries

VINH_THONG = "01981"


def names(collection):
    return {feature["properties"]["name"] for feature in collection["features"]}


def test_a_commune_and_those_around_it():
    assert names(boundaries.boundary(VINH_THONG)) == {"Xã Vĩnh Thông"}
    assert names(boundaries.neighbours(VINH_THONG)) == {
        "Xã Hiệp Lực", "Xã Phủ Thông", "Xã Cẩm Giàng", "Xã Văn Lang", "Xã Côn Minh",
    }  # fmt: skip


def test_neighbours_of_any_commune_of_the_province_touch_it():
    ground = shape(boundaries.boundary("01840")["features"][0]["geometry"])
    around = boundaries.neighbours("01840")["features"]
    assert 3 <= len(around) <= 12
    assert all(shape(feature["geometry"]).distance(ground) < 1e-4 for feature in around)


@pytest.mark.parametrize("code", ["99999", "", "../secret"])
def test_an_unknown_commune_has_no_shape(code):
    assert boundaries.boundary(code)["features"] == boundaries.neighbours(code)["features"] == []
    assert boundaries.geometry_of(code) is None


def test_the_most_detailed_outline_is_the_one_to_test_places_with():
    detailed = shape(boundaries.geometry_of(VINH_THONG))
    light = shape(boundaries.boundary(VINH_THONG)["features"][0]["geometry"])
    assert detailed.symmetric_difference(light).area / detailed.area < 0.01
    assert shape(boundaries.geometry_of("01840")).area > 0


def test_both_together_weigh_less_than_forty_kilobytes(client, db):
    answers = [client.get(f"/ban-do/{VINH_THONG}/{name}.geojson") for name in ("ranh-gioi", "lan-can")]
    assert all(answer["Content-Type"] == "application/geo+json" for answer in answers)
    assert sum(len(gzip.compress(answer.content)) for answer in answers) < 40_000


@pytest.mark.parametrize("name", ["ranh-gioi", "lan-can"])
def test_a_browser_keeps_them_and_asks_again_cheaply(client, db, name):
    address = f"/ban-do/{VINH_THONG}/{name}.geojson"
    answer = client.get(address, headers={"accept-encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert "public" in answer["Cache-Control"]
    assert "max-age=86400" in answer["Cache-Control"]
    again = client.get(address, headers={"if-none-match": answer["ETag"]})
    assert again.status_code == 304


def test_members_may_keep_them_too(browser):
    assert "public" in browser.get(f"/ban-do/{VINH_THONG}/lan-can.geojson")["Cache-Control"]
