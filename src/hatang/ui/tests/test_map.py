"""Maps in a real browser on the design page: looked at, walked by keyboard, drawn on, and whole without script."""

from __future__ import annotations

import json
import re

import pytest

from hatang.core.places.geometry import area_m2, length_m
from hatang.tests.browsing import chromium, page_of  # noqa: F401 - fixtures
from hatang.tests.test_journey import WIDTHS, assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.django_db(transaction=True)]


@pytest.fixture
def visit(page_of):  # noqa: F811
    """The design page with both maps drawn."""

    def opened(width=1440, dark=False, before=None, ready=True, **options):
        page = page_of(None, width, color_scheme="dark" if dark else "light", **options)
        if before:
            before(page)
        page.goto("/giao-dien/")
        if ready:
            page.locator("[data-map-ready]").nth(1).wait_for()
        return page

    return opened


def seen(page):
    return page.locator("#ban-do-mau")


def drawn(page):
    return page.locator("#ban-do-ve")


def do(page, name):
    drawn(page).locator(f'[data-do="{name}"]').click()


def geometry(page):
    text = page.locator("#hinh-mau").input_value()
    return json.loads(text) if text else None


def choose(page, kind):
    drawn(page).get_by_label(kind, exact=True).check()


def touch(page, *points):
    """Touch the canvas of drawing at shares of its width and height."""
    canvas = drawn(page).locator(".map__canvas")
    canvas.scroll_into_view_if_needed()
    box = canvas.bounding_box()
    for x, y in points:
        page.mouse.click(box["x"] + box["width"] * x, box["y"] + box["height"] * y)


def said(page):
    return drawn(page).locator("[data-map-measure]").inner_text()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_a_page_with_maps_is_accessible_and_says_nothing_wrong(visit, width, dark):
    page = visit(width, dark)
    assert seen(page).locator(".map-shape, .map-point").count() >= 8
    assert_accessible(page, f"maps at {width}")


def test_a_button_opens_the_popup_and_gets_the_keyboard_back(visit):
    page = visit()
    button = page.locator("[data-map-show]")
    button.focus()
    page.keyboard.press("Enter")
    popup = page.get_by_role("dialog", name="Đường mẫu thôn Ví Dụ 3")
    popup.wait_for()
    assert "Chiều dài" in popup.inner_text()
    assert popup.evaluate("box => box.contains(document.activeElement)")
    assert_accessible(page, "an open popup")
    page.keyboard.press("Escape")
    popup.wait_for(state="detached")
    assert button.evaluate("node => node === document.activeElement")


def test_the_arrows_walk_over_all_things_of_the_map_as_one_stop(visit):
    page = visit()
    stops = seen(page).locator('.leaflet-interactive[role="button"]')
    assert seen(page).locator('.leaflet-interactive[tabindex="0"]').count() == 1
    stops.first.focus()
    names = []
    for _ in range(stops.count()):
        names.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        page.keyboard.press("ArrowRight")
    assert len(set(names)) == stops.count()
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == names[0]
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name=names[-1]).wait_for()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == names[-1]


def test_a_touch_beside_a_thin_line_opens_it(visit):
    page = visit()
    line = seen(page).locator("path.map-tone--bad").first
    line.scroll_into_view_if_needed()
    place = line.evaluate("""path => {
        const at = path.getPointAtLength(path.getTotalLength() * 0.1);
        const { x, y } = new DOMPoint(at.x, at.y).matrixTransform(path.getScreenCTM());
        return [x, y];
    }""")
    page.mouse.click(place[0] + 10, place[1])
    page.get_by_role("dialog").wait_for()


def test_a_layer_is_switched_off_and_on(visit):
    page = visit()
    roads = seen(page).locator("path.map-layer--line.leaflet-interactive")
    before = roads.count()
    seen(page).get_by_label("Đường", exact=True).uncheck()
    assert roads.count() == 0
    assert seen(page).locator('.leaflet-interactive[tabindex="0"]').count() == 1
    seen(page).get_by_label("Đường", exact=True).check()
    assert roads.count() == before


def hostile(page):
    name = "<img src=x onerror=alert(1)>"
    properties = {"name": name, "pairs": [[name, name]], "link": "javascript:alert(1)", "link_text": "đi", "tone": "x onload"}
    feature = {"type": "Feature", "id": "la", "properties": properties, "geometry": {"type": "Point", "coordinates": [0, 0]}}
    body = json.dumps({"type": "FeatureCollection", "features": [feature]})
    page.route("**/sample-places*.geojson", lambda route: route.fulfill(body=body, content_type="application/json"))


def test_what_the_data_say_is_shown_as_text_and_leads_nowhere_else(visit):
    page = visit(before=hostile)
    seen(page).locator(".map-point.leaflet-interactive").click()
    popup = page.get_by_role("dialog")
    popup.wait_for()
    assert "<img src=x onerror=alert(1)>" in popup.inner_text()
    assert popup.locator("img, .map-card a").count() == 0
    assert page.complaints == []


def test_a_layer_that_does_not_come_is_said_and_the_rest_is_there(visit):
    page = visit(before=lambda page: page.route("**/sample-roads*.geojson", lambda route: route.abort()))
    assert "Chưa tải được lớp “Đường”" in seen(page).locator("[data-map-status]").inner_text()
    assert seen(page).locator(".map-point.leaflet-interactive").count() >= 3


def test_a_map_that_cannot_be_had_is_said_in_words(visit):
    page = visit(before=lambda page: page.route("**/leaflet*.js", lambda route: route.abort()), ready=False)
    page.get_by_text("Chưa tải được bản đồ").first.wait_for()
    assert drawn(page).locator("[data-map-edit]").is_hidden()


def test_a_line_is_drawn_into_the_field_with_the_servers_length(visit):
    page = visit()
    choose(page, "Đường")
    touch(page, (0.4, 0.3), (0.5, 0.55), (0.62, 0.4))
    line = geometry(page)
    assert (line["type"], len(line["coordinates"])) == ("LineString", 3)
    amount, unit = re.search(r"Chiều dài: ([\d.,]+) (m|km)\.", said(page)).groups()
    metres = float(amount.replace(".", "").replace(",", ".")) * (1000 if unit == "km" else 1)
    assert metres == pytest.approx(length_m(line), rel=0.001)
    assert "3 đỉnh, đang chọn đỉnh 3/3" in said(page)
    assert page.complaints == []


def test_an_area_is_drawn_closed_with_the_servers_area(visit):
    page = visit()
    choose(page, "Vùng")
    touch(page, (0.45, 0.3), (0.55, 0.3), (0.55, 0.6), (0.45, 0.6))
    area = geometry(page)
    assert (area["type"], len(area["coordinates"][0])) == ("Polygon", 5)
    assert area["coordinates"][0][0] == area["coordinates"][0][-1]
    hectares = float(re.search(r"Diện tích: ([\d.,]+) ha", said(page))[1].replace(".", "").replace(",", "."))
    assert hectares * 10_000 == pytest.approx(area_m2(area), rel=0.001)


def test_every_step_can_be_undone_and_taken_further(visit):
    page = visit()
    choose(page, "Đường")
    touch(page, (0.4, 0.3), (0.5, 0.5), (0.6, 0.3))
    whole = geometry(page)
    do(page, "previous")
    do(page, "delete")
    assert len(geometry(page)["coordinates"]) == 2
    do(page, "undo")
    assert geometry(page) == whole
    assert "Đã hoàn tác." in said(page)
    do(page, "clear")
    assert geometry(page) is None
    do(page, "undo")
    assert geometry(page) == whole


def test_a_vertex_is_dragged_and_one_is_put_between(visit):
    page = visit()
    choose(page, "Đường")
    touch(page, (0.35, 0.4), (0.6, 0.4))
    before = geometry(page)["coordinates"]
    handle = drawn(page).locator(".map-vertex--between").bounding_box()
    page.mouse.click(handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2)
    assert len(geometry(page)["coordinates"]) == 3
    last = drawn(page).locator(".map-vertex:not(.map-vertex--between)").last.bounding_box()
    page.mouse.move(last["x"] + last["width"] / 2, last["y"] + last["height"] / 2)
    page.mouse.down()
    page.mouse.move(last["x"] + 40, last["y"] + 60, steps=5)
    page.mouse.up()
    after = geometry(page)["coordinates"]
    assert (after[0], len(after)) == (before[0], 3)
    assert after[-1] != before[-1]


def test_a_line_is_drawn_by_keyboard_alone(visit):
    page = visit()
    choose(page, "Đường")
    canvas = drawn(page).locator(".map__canvas")
    for keys in ([], ["ArrowRight", "ArrowRight"], ["ArrowDown"]):
        canvas.focus()
        for key in keys:
            page.keyboard.press(key)
            page.wait_for_timeout(400)  # the map glides
        drawn(page).locator('[data-do="here"]').focus()
        page.keyboard.press("Enter")
    first, second, third = geometry(page)["coordinates"]
    assert second[0] > first[0]
    assert third[1] < second[1]


def test_what_is_typed_into_the_field_is_drawn_and_what_cannot_be_read_is_kept(visit):
    page = visit()
    field = page.locator("#hinh-mau")
    field.fill('{"type": "LineString", "coordinates": [[0, 0], [0.01, 0.01]]}')
    field.blur()
    assert "Chiều dài: 1,57 km" in said(page) or "Chiều dài: 1.569" in said(page)
    field.fill("không phải hình")
    field.blur()
    assert "không đọc được" in said(page)
    assert field.input_value() == "không phải hình"


def test_shapes_of_several_parts_and_holes_stay_whole(visit):
    page = visit()
    holed = [[[0, 0], [0.02, 0], [0.02, 0.02], [0, 0]], [[0.008, 0.004], [0.012, 0.004], [0.012, 0.008], [0.008, 0.004]]]
    other = [[[0.03, 0], [0.04, 0], [0.04, 0.01], [0.03, 0]]]
    whole = {"type": "MultiPolygon", "coordinates": [holed, other]}
    page.locator("#hinh-mau").fill(json.dumps(whole))
    page.locator("#hinh-mau").blur()
    do(page, "move")
    moved = geometry(page)
    assert moved["type"] == "MultiPolygon"
    assert [len(part) for part in moved["coordinates"]] == [2, 1]
    assert moved["coordinates"][0] == holed


LINES = [
    [[105.9, 22.1], [105.90001, 22.1]],
    [[105.9, 22.1], [105.95, 22.18], [106.02, 22.11]],
    [[0, 0], [0, 0.5]],
    [[102.2, 8.6], [102.25, 8.6]],
]


def measured(page, shape):
    return page.evaluate(
        """async (shape) => {
            const loaded = performance.getEntriesByType("resource").map((one) => one.name);
            return (await import(loaded.find((name) => name.includes("/measure.")))).measure(shape);
        }""",
        shape,
    )


def test_lengths_and_areas_agree_with_the_servers(visit):
    page = visit()
    for path in LINES:
        ours = measured(page, {"kind": "LineString", "groups": [[path]]})
        assert ours["length"] == pytest.approx(length_m({"type": "LineString", "coordinates": path}), rel=1e-5)
    ring = [[105.9, 22.1], [105.95, 22.1], [105.95, 22.18], [105.88, 22.15]]
    hole = [[105.92, 22.12], [105.93, 22.12], [105.93, 22.13]]
    ours = measured(page, {"kind": "Polygon", "groups": [[ring, hole]]})
    server = {"type": "Polygon", "coordinates": [[*ring, ring[0]], [*hole, hole[0]][::-1]]}
    assert ours["area"] == pytest.approx(area_m2(server), rel=1e-4)


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_the_page_is_whole_without_script(visit, width):
    page = visit(width, ready=False, java_script_enabled=False)
    assert "Bản đồ cần trình duyệt bật JavaScript" in seen(page).locator("noscript").inner_text()
    assert seen(page).locator(".map__canvas").bounding_box()["height"] < 160
    assert seen(page).get_by_text("Chú giải").is_visible()
    assert drawn(page).locator("[data-map-edit]").is_hidden()
    assert page.locator("#hinh-mau").is_editable()


def test_one_finger_is_the_pages_until_the_button_gives_it_to_the_map(visit):
    page = visit(360, has_touch=True, is_mobile=True)
    canvas = seen(page).locator(".map__canvas")
    assert canvas.evaluate("node => getComputedStyle(node).touchAction") == "pan-x pan-y"
    seen(page).get_by_role("button", name="Kéo bản đồ bằng một ngón").tap()
    assert canvas.evaluate("node => getComputedStyle(node).touchAction") == "none"


def test_those_who_asked_for_calm_get_no_motion(visit):
    page = visit(reduced_motion="reduce")
    assert page.locator(".leaflet-zoom-anim, .leaflet-fade-anim").count() == 0
