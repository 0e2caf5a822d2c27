"""What maps fetch: the component's own form of features, filtered like the list, and only of one's own commune."""

from __future__ import annotations

import json

import pytest

from hatang.assets.tests.examples import LINE, make_asset, make_village
from hatang.commune import boundaries
from hatang.core.places.geometry import area_m2
from hatang.tests.factories import inside, make_commune, make_member

pytestmark = pytest.mark.django_db


def features(browser, address="/so-cong-trinh/hinh.geojson"):
    return browser.get(address).json()["features"]


def test_a_feature_is_what_the_map_component_draws(browser, coordinator):
    with inside(coordinator):
        village = make_village()
        asset = make_asset(name="Đường mẫu", drawn=True, village=village, condition="fair")
        make_asset()
    (feature,) = features(browser)
    assert feature["id"] == str(asset.pk)
    assert feature["geometry"] == LINE
    about = feature["properties"]
    assert (about["name"], about["link"], about["tone"]) == ("Đường mẫu", f"/so-cong-trinh/{asset.pk}/", "good")
    pairs = dict(about["pairs"])
    assert pairs["Thôn"] == village.name
    assert pairs["Mặt đường"] == "Bê tông"
    assert pairs["Tình trạng"] == "Trung bình"
    assert pairs["Chiều dài"].endswith(" m")


@pytest.mark.parametrize(
    ("kind", "about", "tone"),
    [
        ("road_segment", {"attributes": {"class": "axis", "surface": "earth"}, "condition": "good"}, "warn"),
        ("road_segment", {"attributes": {"class": "axis", "surface": "asphalt"}, "condition": "bad"}, "good"),
        ("road_segment", {"working": "not_working"}, "bad"),
        ("school", {"condition": "good"}, "good"),
        ("school", {"condition": "fair"}, "warn"),
        ("school", {"condition": "poor"}, "bad"),
        ("school", {}, "none"),
        ("school", {"condition": "good", "working": "not_working"}, "bad"),
    ],
)
def test_the_tone_says_how_it_stands(browser, coordinator, kind, about, tone):
    with inside(coordinator):
        make_asset(kind, drawn=True, **about)
    assert features(browser)[0]["properties"]["tone"] == tone


def test_shapes_are_filtered_like_the_list(browser, coordinator):
    with inside(coordinator):
        village = make_village()
        make_asset("school", drawn=True, village=village)
        make_asset("road_segment", drawn=True)
    assert len(features(browser)) == 2
    assert len(features(browser, f"/so-cong-trinh/hinh.geojson?thon={village.pk}")) == 1
    assert len(features(browser, "/so-cong-trinh/hinh.geojson?loai=road_segment")) == 1


def test_another_communes_shapes_are_not_there(browser):
    stranger = make_member(make_commune())
    with inside(stranger):
        make_asset(drawn=True, village=make_village())
    assert features(browser) == []
    assert features(browser, "/thon/hinh.geojson") == []


def test_shapes_take_few_queries_however_many(browser, coordinator, django_assert_max_num_queries):
    for more in (1, 40):
        with inside(coordinator):
            for _ in range(more):
                make_asset(drawn=True, village=make_village())
        with django_assert_max_num_queries(12):
            features(browser)


def test_the_ground_of_the_real_commune_is_the_reference_boundary(client):
    (outline,) = features(client, "/ban-do/01981/ranh-gioi.geojson")
    assert outline["properties"]["name"].lower() == "xã vĩnh thông"
    assert 50e6 < area_m2(outline["geometry"]) < 500e6
    assert len(features(client, "/ban-do/01981/lan-can.geojson")) >= 3
    assert boundaries.geometry_of("01981") is not None


def test_the_map_of_the_list_asks_for_its_own_commune_and_filter(browser, commune, coordinator):
    import html
    import re

    with inside(coordinator):
        make_asset("school", drawn=True)
    page = browser.get("/so-cong-trinh/?loai=school&trang=1").content.decode()
    config = json.loads(html.unescape(re.search(r'data-map="([^"]+)"', page)[1]))
    assert config["boundary"] == f"/ban-do/{commune.code}/ranh-gioi.geojson"
    assert config["layers"][0]["url"] == "/so-cong-trinh/hinh.geojson?loai=school"
