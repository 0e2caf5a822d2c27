"""The villages: households and place kept by the coordinator, read by everybody, with what stands in each."""

from __future__ import annotations

import json

import pytest

from hatang.assets import events
from hatang.assets.services import change_village
from hatang.assets.tests.examples import AREA, LINE, POINT, make_asset, make_village
from hatang.commune.models import Unit, Village
from hatang.commune.roles import Role
from hatang.core.models import AuditEvent
from hatang.core.sectors import Sector
from hatang.tests.factories import inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def village(coordinator):
    with inside(coordinator):
        return make_village("thôn Ví Dụ Một", 52)


def test_the_list_sums_what_is_known_and_says_what_is_not(browser, coordinator, village):
    with inside(coordinator):
        make_village("thôn Ví Dụ Hai", None)
        make_asset(village=village, working="not_working")
        make_asset(village=village)
    html = browser.get("/thon/").content.decode()
    assert "1 thôn chưa có số hộ" in html
    row = html[html.index("thôn Ví Dụ Một") :]
    assert [row.index(f">{number}</td>") for number in (52, 2, 1)] == sorted(
        row.index(f">{number}</td>") for number in (52, 2, 1)
    )


def test_households_and_place_are_kept_with_the_reason(browser, coordinator, village):
    sent = {"households": "54", "geometry": json.dumps(POINT), "reason": "rà soát quý II", "revision": 1}
    assert browser.post(f"/thon/{village.pk}/sua/", sent).url == f"/thon/{village.pk}/"
    with inside(coordinator):
        village.refresh_from_db()
        event = AuditEvent.objects.get(action="village.change")
    assert (village.households, village.geometry) == (54, POINT)
    assert (event.before["households"], event.after["households"], event.reason) == (52, 54, "rà soát quý II")
    html = browser.get(f"/thon/{village.pk}/").content.decode()
    assert "Số hộ: 52 → 54" in html
    (feature,) = browser.get("/thon/hinh.geojson").json()["features"]
    assert feature["properties"]["pairs"] == [["Số hộ", "54"]]


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"households": "-1"}, "không thể là số âm"),
        ({"households": "nhiều"}, "phải là số nguyên"),
        ({"geometry": json.dumps(LINE)}, "không phải một đường"),
        ({"geometry": "{"}, "Phần bản đồ không đọc được"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(browser, coordinator, village, changed, why):
    sent = {"households": "54", "geometry": json.dumps(AREA), "reason": "rà soát", **changed}
    html = browser.post(f"/thon/{village.pk}/sua/", sent).content.decode()
    assert why in html
    assert "rà soát" in html
    with inside(coordinator):
        village.refresh_from_db()
        assert village.households == 52


def test_what_another_saved_meanwhile_is_shown_before_it_is_written_over(browser, coordinator, village):
    first = browser.get(f"/thon/{village.pk}/sua/").context["form"]["revision"].value()
    browser.post(f"/thon/{village.pk}/sua/", {"households": "60", "revision": first})
    answer = browser.post(f"/thon/{village.pk}/sua/", {"households": "54", "reason": "rà soát", "revision": first})
    html = answer.content.decode()
    assert "Người khác vừa sửa mục này" in html
    assert "<dd>60</dd>" in html
    assert 'value="54"' in html
    with inside(coordinator):
        assert Village.objects.get(pk=village.pk).households == 60
    again = {"households": "54", "reason": "rà soát", "revision": answer.context["form"]["revision"].value()}
    assert browser.post(f"/thon/{village.pk}/sua/", again).status_code == 302
    with inside(coordinator):
        assert Village.objects.get(pk=village.pk).households == 54


def test_the_pages_of_villages_mark_the_inventory_in_the_head(browser, village):
    head = browser.get(f"/thon/{village.pk}/").content.decode().split("</header>")[0]
    assert '<a href="/so-cong-trinh/" aria-current="page">' in head
    assert head.count("aria-current") == 1


def test_nothing_changed_leaves_no_event(as_coordinator):
    village = make_village(households=10)
    change_village(village, households=10, geometry=None)
    assert not AuditEvent.objects.filter(action="village.change").exists()


def test_figures_that_divide_by_households_follow(as_coordinator, monkeypatch):
    village, told = make_village(households=10), []
    monkeypatch.setattr(events, "_listeners", [told.append])
    changed = change_village(village, households=11, geometry=None)
    change_village(changed, households=11, geometry=POINT)
    assert told == [set(Sector.values)]


def test_a_village_is_added_with_its_unit(browser, coordinator):
    sent = {"name": "  thôn  Ví Dụ Mới ", "households": "30", "geometry": json.dumps(POINT), "reason": ""}
    browser.post("/thon/them/", sent)
    with inside(coordinator):
        village = Village.objects.get(name="thôn Ví Dụ Mới")
        assert (village.households, village.geometry) == (30, POINT)
        assert Unit.objects.get(village=village).kind == Unit.Kind.VILLAGE
    assert "đã có thôn mang tên này" in browser.post("/thon/them/", sent).content.decode()


def test_a_village_shows_its_own_assets_by_kind(browser, coordinator, village):
    with inside(coordinator):
        make_asset(name="Đường trong thôn", village=village, drawn=True)
        make_asset(name="Đường ngoài thôn")
    html = browser.get(f"/thon/{village.pk}/").content.decode()
    assert "Đường trong thôn" in html
    assert "Đường ngoài thôn" not in html
    assert f"/so-cong-trinh/?thon={village.pk}&amp;loai=road_segment" in html


@pytest.mark.parametrize("role", [Role.OFFICER, Role.VILLAGE_HEAD, Role.CHAIR, Role.PROVINCE_VIEWER])
def test_others_read_and_do_not_write(commune, village, role):
    browser = signed_in(make_member(commune, role))
    assert browser.get("/thon/").status_code == 200
    assert "/sua/" not in browser.get(f"/thon/{village.pk}/").content.decode()
    assert browser.post(f"/thon/{village.pk}/sua/", {"households": "1"}).status_code == 403
    assert browser.get("/thon/them/").status_code == 403


def test_another_communes_village_is_no_page(village):
    stranger = signed_in(make_member(make_commune()))
    for answer in (stranger.get(f"/thon/{village.pk}/"), stranger.post(f"/thon/{village.pk}/sua/", {"households": "1"})):
        assert answer.status_code == 404


def test_pages_need_few_queries_whatever_their_length(browser, coordinator, village, django_assert_max_num_queries):
    for more in (1, 20):
        with inside(coordinator):
            for _ in range(more):
                make_asset(village=village, drawn=True)
                make_asset(village=make_village())
                now = Village.objects.get(pk=village.pk)
                change_village(now, households=more + Village.objects.count(), geometry=POINT)
        for address in ("/thon/", f"/thon/{village.pk}/", f"/thon/{village.pk}/sua/"):
            with django_assert_max_num_queries(12):
                assert browser.get(address).status_code == 200


def test_a_commune_without_villages_is_told_what_to_do(browser, commune):
    assert "/thon/them/" in browser.get("/thon/").content.decode()
    reader = signed_in(make_member(commune, Role.CHAIR))
    assert "Người điều phối của xã thêm các thôn" in reader.get("/thon/").content.decode()
