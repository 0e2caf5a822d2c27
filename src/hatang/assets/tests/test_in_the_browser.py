"""The inventory in a real browser: a village and a road are drawn, compared, saved and found; every page is accessible."""

from __future__ import annotations

import pytest

from hatang.tests.browsing import chromium, page_of  # noqa: F401 - fixtures
from hatang.tests.factories import make_commune, make_member
from hatang.tests.test_journey import WIDTHS, assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]

CANAL = '{"type": "LineString", "coordinates": [[105.98, 22.2], [105.99, 22.21]]}'


@pytest.fixture
def coordinator():
    """Who writes the inventory of a commune that has nothing yet."""
    return make_member(make_commune())


def draw(page, *points):
    page.locator("[data-map-ready]").wait_for()
    canvas = page.locator(".map__canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    for x, y in points:
        page.mouse.click(box["x"] + box["width"] * x, box["y"] + box["height"] * y)


@pytest.mark.parametrize("name", WIDTHS)
def test_a_village_and_a_road_are_drawn_and_found(page_of, coordinator, name):  # noqa: F811
    page = page_of(coordinator, WIDTHS[name])
    page.goto("/thon/them/")
    assert_accessible(page, "the form of a village")
    page.get_by_label("Tên thôn").fill(f"thôn Ví Dụ {name}")
    page.get_by_label("Số hộ").fill("48")
    draw(page, (0.5, 0.5))
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_role("heading", name=f"thôn Ví Dụ {name}").wait_for()
    page.locator("[data-map-ready]").wait_for()
    assert_accessible(page, "a village")

    page.goto("/so-cong-trinh/them/road_segment/")
    page.get_by_label("Tên", exact=True).fill(f"Đường mẫu {name}")
    page.get_by_label("Loại đường").select_option(label="Đường trục thôn, liên thôn")
    page.get_by_label("Mặt đường", exact=True).select_option(label="Bê tông")
    draw(page, (0.45, 0.5), (0.6, 0.62))
    measured = page.locator("[data-map-measure]")
    assert "Chiều dài:" in measured.inner_text()
    page.get_by_label("Chiều dài theo hồ sơ (m)").fill("12,5")
    assert "Hồ sơ ghi 12,5 m: hình vẽ dài hơn" in measured.inner_text()
    assert_accessible(page, "the form of a road")
    page.get_by_label("Năm xây dựng").fill("1066")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_role("alert").wait_for()
    page.locator("[data-map-ready]").wait_for()
    assert "2 đỉnh" in measured.inner_text()
    assert_accessible(page, "the form with an error")
    page.get_by_label("Năm xây dựng").fill("2019")
    page.get_by_label("Thôn", exact=True).select_option(label=f"thôn Ví Dụ {name}")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_role("heading", name=f"Đường mẫu {name}").wait_for()
    page.locator("[data-map-ready]").wait_for()
    assert page.get_by_text("12,5 m", exact=True).is_visible()
    assert_accessible(page, "an asset")

    page.goto("/so-cong-trinh/?tim=duong+mau")
    page.locator("[data-map-ready]").wait_for()
    assert_accessible(page, "the list")
    page.locator("[data-map-show]").first.click()
    page.get_by_role("dialog").get_by_role("link", name="Xem chi tiết").click()
    page.get_by_role("heading", name="Đường mẫu").wait_for()
    page.goto("/thon/")
    assert_accessible(page, "the villages")


def test_a_shape_is_kept_by_the_form_without_script(page_of, coordinator):  # noqa: F811
    page = page_of(coordinator, 360, java_script_enabled=False)
    page.goto("/so-cong-trinh/them/canal/")
    page.get_by_label("Tên", exact=True).fill("Mương mẫu")
    page.get_by_label("Chiều dài đã kiên cố hóa").fill("1.200")
    page.get_by_label("Hình trên bản đồ (GeoJSON)").fill(CANAL)
    page.get_by_role("button", name="Lưu", exact=True).click()
    main = page.get_by_role("main").inner_text()
    assert "Mương mẫu" in main
    assert "1.200 m" in main
    assert "1.513,08 m" in main
