"""The page of one asset: its facts, the two lengths, its story, its place, and who may change it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hatang.assets.rules.lengths import compare
from hatang.assets.services import add_photo, change
from hatang.assets.tests.examples import make_asset, make_village
from hatang.assets.tests.test_photos import photograph
from hatang.commune.roles import Role
from hatang.tests.factories import inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("stated", "measured", "verdict"),
    [
        ("1000", "1000", "agree"),
        ("1050", "1000", "agree"),
        ("1051", "1000", "longer"),
        ("949", "1000", "shorter"),
        ("1.2", "1200", "unit"),
        ("1", "500", "shorter"),
    ],
)
def test_the_record_is_set_against_the_map(stated, measured, verdict):
    assert compare(Decimal(stated), Decimal(measured)).verdict == verdict


@pytest.mark.parametrize(("stated", "measured"), [(None, "1000"), ("1000", None), (None, None), ("0", "1000")])
def test_one_length_alone_is_set_against_nothing(stated, measured):
    assert compare(stated and Decimal(stated), measured and Decimal(measured)) is None


def test_the_page_says_what_is_known(browser, coordinator):
    with inside(coordinator):
        village = make_village()
        asset = make_asset(
            name="Đường mẫu", village=village, drawn=True, stated_length_m=Decimal(1200), owner="UBND xã Thí Dụ", built_year=2019
        )
    html = browser.get(f"/so-cong-trinh/{asset.pk}/").content.decode()
    for words in (
        "Đường mẫu",
        village.name,
        "Bê tông",
        "UBND xã Thí Dụ",
        "2019",
        "1.200",
        "Hồ sơ ghi dài hơn bản đồ 203",
        "20,4%",
    ):
        assert words in html
    assert f"/so-cong-trinh/{asset.pk}/hinh.geojson" in html


def test_the_story_is_told_from_the_trail(browser, coordinator):
    with inside(coordinator):
        asset = make_asset()
        asset.condition = "poor"
        change(asset, reason="mưa lũ")
    html = browser.get(f"/so-cong-trinh/{asset.pk}/").content.decode()
    story = html[html.index("Diễn biến") :]
    assert story.index("Sửa sổ công trình") < story.index("mưa lũ") < story.index("Thêm vào sổ công trình")
    assert "Tình trạng: Chưa đánh giá → Xuống cấp" in story


@pytest.mark.parametrize(("role", "may"), [(Role.COORDINATOR, True), (Role.CHAIR, False), (Role.PROVINCE_VIEWER, False)])
def test_only_who_may_write_is_offered_to(commune, coordinator, role, may):
    with inside(coordinator):
        asset = make_asset()
    html = signed_in(make_member(commune, role)).get(f"/so-cong-trinh/{asset.pk}/").content.decode()
    assert (f"/so-cong-trinh/{asset.pk}/sua/" in html) == may
    assert ("Thêm ảnh" in html) == may


def test_an_asset_without_a_shape_has_no_map_and_says_what_to_do(browser, coordinator):
    with inside(coordinator):
        asset = make_asset()
    html = browser.get(f"/so-cong-trinh/{asset.pk}/").content.decode()
    assert "data-map=" not in html
    assert "Vẽ công trình trên bản đồ" in html


def test_the_page_needs_few_queries_however_long_the_story(browser, coordinator, django_assert_max_num_queries):
    with inside(coordinator):
        asset = make_asset(drawn=True, village=make_village())
    for more in (1, 8):
        with inside(coordinator):
            for number in range(more):
                asset.note = f"{more} {number}"
                change(asset)
                add_photo(asset, photograph(colour=(more, number, 0)), "anh.jpg")
        with django_assert_max_num_queries(12):
            assert browser.get(f"/so-cong-trinh/{asset.pk}/").status_code == 200


ADDRESSES = ["", "hinh.geojson", "anh.geojson", "sua/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_asset_of_another_commune_is_no_page(browser, address):
    stranger = make_member(make_commune())
    with inside(stranger):
        asset = make_asset(drawn=True)
    assert browser.get(f"/so-cong-trinh/{asset.pk}/{address}").status_code == 404


@pytest.mark.parametrize("address", ["sua/", "dua-ra/", "dua-lai/", "anh/"])
def test_the_asset_of_another_commune_cannot_be_written(browser, address):
    stranger = make_member(make_commune())
    with inside(stranger):
        asset = make_asset()
    assert browser.post(f"/so-cong-trinh/{asset.pk}/{address}", {"reason": "x"}).status_code == 404
    with inside(stranger):
        asset.refresh_from_db()
        assert (asset.is_retired, asset.revision) == (False, 1)
