"""The inventory as a list: filters, search as Vietnamese do, the order of the alphabet, pages, and how many queries it takes."""

from __future__ import annotations

import re

import pytest

from hatang.assets import selectors
from hatang.assets.selectors import Filter
from hatang.assets.services import retire
from hatang.assets.tests.examples import make_asset, make_village
from hatang.commune.roles import Role
from hatang.tests.factories import inside, make_member, signed_in

pytestmark = pytest.mark.django_db


def names(browser, query=""):
    page = browser.get(f"/so-cong-trinh/{query}").content.decode()
    return re.findall(r'<th scope="row"><a href="/so-cong-trinh/\d+/">([^<]+)</a>', page)


@pytest.fixture
def inventory(coordinator):
    with inside(coordinator):
        village = make_village("thôn Ví Dụ Một")
        make_asset("road_segment", "Đường hạ tầng mẫu", code="D-07", village=village, condition="bad")
        make_asset("road_segment", "Đường hòa bình mẫu", condition="good", working="not_working")
        make_asset("school", "Trường mẫu")
    return village


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?tim=ha+tang", {"Đường hạ tầng mẫu"}),
        ("?tim=DUONG", {"Đường hạ tầng mẫu", "Đường hòa bình mẫu"}),
        ("?tim=hoà+bình", {"Đường hòa bình mẫu"}),
        ("?tim=d-07", {"Đường hạ tầng mẫu"}),
        ("?tim=khong+co+gi", set()),
        ("?linh_vuc=education", {"Trường mẫu"}),
        ("?loai=road_segment&tinh_trang=bad", {"Đường hạ tầng mẫu"}),
        ("?hoat_dong=not_working", {"Đường hòa bình mẫu"}),
        ("?da_dua_ra=on", set()),
        ("?loai=lau-dai&thon=xyz", {"Đường hạ tầng mẫu", "Đường hòa bình mẫu", "Trường mẫu"}),
    ],
)
def test_a_filter_finds(browser, inventory, query, found):
    assert set(names(browser, query)) == found


def test_a_village_has_its_own(browser, inventory):
    assert names(browser, f"?thon={inventory.pk}") == ["Đường hạ tầng mẫu"]


def test_what_was_taken_out_is_found_only_when_asked_for(browser, coordinator):
    with inside(coordinator):
        retire(make_asset(name="Đường cũ mẫu"), reason="trùng")
        make_asset(name="Đường mới mẫu")
    assert names(browser) == ["Đường mới mẫu"]
    assert names(browser, "?da_dua_ra=on") == ["Đường cũ mẫu"]


def test_names_stand_in_the_order_of_the_vietnamese_alphabet(browser, coordinator):
    wanted = ["Ao mẫu", "Ăn mẫu", "Ấm mẫu", "Dốc mẫu", "Đèo mẫu", "Ô mẫu", "Ơn mẫu", "Xa mẫu"]
    with inside(coordinator):
        for name in reversed(wanted):
            make_asset(name=name)
    assert names(browser) == wanted


def test_numbers_in_names_stand_as_numbers_and_lengths_are_whole(browser, coordinator):
    with inside(coordinator):
        for number in (10, 2, 1):
            make_asset(name=f"Đường mẫu {number}", stated_length_m="1500.25")
    assert names(browser) == ["Đường mẫu 1", "Đường mẫu 2", "Đường mẫu 10"]
    assert "1.500,25</td>" in browser.get("/so-cong-trinh/").content.decode()


def test_kinds_stand_in_the_order_of_the_sectors(browser, coordinator):
    with inside(coordinator):
        make_asset("school", "A mẫu")
        make_asset("road_segment", "B mẫu")
    assert names(browser) == ["B mẫu", "A mẫu"]


def test_a_village_head_sees_the_own_village_first_and_marked(commune):
    head = make_member(commune, Role.VILLAGE_HEAD)
    with inside(head):
        own, other = make_village(), make_village()
        head.unit = own.unit
        head.save()
        make_asset("road_segment", "A mẫu", village=other)
        make_asset("school", "B mẫu", village=own)
    browser = signed_in(head)
    assert names(browser) == ["B mẫu", "A mẫu"]
    assert browser.get("/so-cong-trinh/").content.decode().count("thôn của bạn") == 1


def test_a_long_list_has_pages_that_keep_the_filter(browser, coordinator):
    with inside(coordinator):
        for number in range(55):
            make_asset(name=f"Đường mẫu {number:02d}")
    first, second = names(browser, "?loai=road_segment"), names(browser, "?loai=road_segment&trang=2")
    assert (len(first), len(second), set(first) & set(second)) == (50, 5, set())
    assert 'href="?loai=road_segment&amp;trang=2"' in browser.get("/so-cong-trinh/?loai=road_segment").content.decode()
    assert names(browser, "?trang=99") == names(browser, "?trang=2")


def test_counts_by_kind_leave_out_what_was_taken_out(as_coordinator):
    make_asset("school")
    make_asset("road_segment")
    retire(make_asset("road_segment"), reason="trùng")
    assert [(kind.code, count) for kind, count in selectors.counts_by_kind()] == [("road_segment", 1), ("school", 1)]


def test_an_empty_inventory_says_what_to_do(browser, commune):
    assert "Sổ công trình còn trống" in browser.get("/so-cong-trinh/").content.decode()
    assert "Không có công trình nào khớp" in browser.get("/so-cong-trinh/?tim=gi").content.decode()
    reader = signed_in(make_member(commune, Role.CHAIR))
    assert "Phòng chuyên môn của từng lĩnh vực" in reader.get("/so-cong-trinh/").content.decode()


def test_the_page_needs_few_queries_whatever_its_length(browser, coordinator, django_assert_max_num_queries):
    for more in (2, 60):
        with inside(coordinator):
            village = make_village()
            for _ in range(more):
                make_asset(village=village, drawn=True)
        with django_assert_max_num_queries(12):
            assert browser.get("/so-cong-trinh/").status_code == 200


def test_a_filter_of_nothing_is_everything(as_coordinator):
    make_asset()
    assert selectors.rows(Filter()).count() == 1
