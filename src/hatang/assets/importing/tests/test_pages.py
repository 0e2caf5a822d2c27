"""The pages: from the upload to the inventory in a browser; who may; how many queries."""

from __future__ import annotations

import io

import pytest
from django.urls import reverse

from hatang.assets.importing.tests.examples import HEAD, LINE, ROADS, excel, geojson, make_villages
from hatang.assets.models import Asset, AssetImport
from hatang.commune.roles import Role
from hatang.tests.factories import inside, make_commune, make_member, signed_in


def sent(browser, content: bytes, name: str = "duong.xlsx", **more: str):
    file = io.BytesIO(content)
    file.name = name
    return browser.post(reverse("asset-import"), {"file": file, **more}, follow=True)


def shown(answer) -> dict[str, str]:
    """The form of columns as it stands on the page."""
    form = answer.context["form"]
    return {"kind": form.kind, **{field.name: field.value() or "" for field in form}}


def previewed(browser, content: bytes, name: str = "duong.xlsx", **more: str):
    matching = sent(browser, content, name)
    return browser.post(matching.redirect_chain[-1][0], {**shown(matching), **more}, follow=True)


@pytest.fixture
def villages(coordinator):
    with inside(coordinator):
        return make_villages()


def test_a_file_goes_through_every_page_to_the_inventory(browser, coordinator, villages):
    answer = previewed(browser, excel([*ROADS, ("Đ03", "Đường sai", "Thôn Lạ", "Đường xã", "Đất", "x", 1)]))
    words = answer.content.decode()
    assert "Xác nhận, ghi 2 dòng vào sổ" in words
    assert "Xã không có thôn “Thôn Lạ”" in words
    answer = browser.post(reverse("asset-import-confirm", args=[answer.context["found"].pk]), follow=True)
    assert "Đã ghi vào sổ công trình" in answer.content.decode()
    with inside(coordinator):
        assert Asset.objects.count() == 2


def test_a_refused_file_is_told_on_the_page_and_nothing_is_kept(browser, coordinator):
    answer = sent(browser, b"<kml><Placemark>", "a.kml")
    assert answer.status_code == 400
    assert "bị hỏng" in answer.content.decode()
    with inside(coordinator):
        assert not AssetImport.objects.exists()


def test_one_value_may_stand_for_the_whole_file(browser, coordinator, villages):
    shape = {"type": "LineString", "coordinates": LINE}
    matching = sent(browser, geojson((shape, {"name": "Đường mẫu"})), "vet-gps.geojson", kind="road_segment")
    said = {"f-a:class": "=axis", "f-a:surface": "=concrete", "f-village": f"={villages[0].pk}"}
    answer = browser.post(matching.redirect_chain[-1][0], {**shown(matching), **said}, follow=True)
    browser.post(reverse("asset-import-confirm", args=[answer.context["found"].pk]))
    with inside(coordinator):
        road = Asset.objects.get()
    assert (road.attributes, road.village_id) == ({"class": "axis", "surface": "concrete"}, villages[0].pk)
    assert road.measured_length_m > 400


def test_a_column_cannot_serve_two_fields(browser, villages):
    matching = sent(browser, excel())
    wrong = {**shown(matching), "f-note": shown(matching)["f-name"]}
    answer = browser.post(matching.redirect_chain[-1][0], wrong)
    assert answer.status_code == 400
    assert "Cột này đã dùng cho mục khác" in answer.content.decode()


def test_another_kind_may_be_chosen_before_the_columns(browser, villages):
    matching = sent(browser, excel())
    answer = browser.get(matching.redirect_chain[-1][0], {"loai": "canal"})
    assert "f-a:lined" in answer.context["form"].fields


def test_coordinates_ask_for_their_system(browser, villages):
    shape = {"type": "LineString", "coordinates": [[448_400, 2_456_000], [448_800, 2_456_000]]}
    matching = sent(browser, geojson((shape, {"name": "Đường mẫu"})), "a.geojson", kind="road_segment")
    answer = browser.post(matching.redirect_chain[-1][0], {**shown(matching), "system": ""})
    assert "Hãy chọn hệ tọa độ" in answer.content.decode()


def test_an_officer_brings_in_what_the_unit_is_in_charge_of_only(commune, browser, villages):
    officer = make_member(make_commune(), Role.OFFICER)
    officer.unit.sectors = ["culture"]
    with inside(officer):
        officer.unit.save()
    theirs = signed_in(officer)
    assert "Đoạn đường" not in theirs.get(reverse("asset-import")).content.decode()
    matching = sent(theirs, excel(), "danh-sach.xlsx")
    assert matching.context["form"] is None
    assert theirs.get(matching.redirect_chain[-1][0], {"loai": "road_segment"}).status_code == 403
    assert sent(theirs, excel(), kind="road_segment").status_code == 400


def test_another_communes_import_is_not_there(browser, villages):
    pk = previewed(browser, excel()).context["found"].pk
    stranger = signed_in(make_member(make_commune()))
    for name in ("page", "match", "preview", "shapes", "progress"):
        assert stranger.get(reverse(f"asset-import-{name}", args=[pk])).status_code == 404
    for name in ("confirm", "abandon", "answer"):
        assert stranger.post(reverse(f"asset-import-{name}", args=[pk])).status_code == 404


@pytest.mark.parametrize("rows", [5, 200])
def test_pages_ask_the_database_the_same_whatever_the_size(browser, villages, django_assert_max_num_queries, rows):
    roads = [(f"Đ{number}", f"Đường {number}", "Ví Dụ 1", "Đường xã", "Đất", number + 1, 2) for number in range(rows)]
    matching = sent(browser, excel(roads))
    with django_assert_max_num_queries(12):
        browser.get(matching.redirect_chain[-1][0])
    preview = browser.post(matching.redirect_chain[-1][0], shown(matching), follow=True)
    with django_assert_max_num_queries(12):
        browser.get(preview.redirect_chain[-1][0])
    with django_assert_max_num_queries(12):
        browser.get(reverse("asset-import"))


def test_files_are_given_out(browser, villages):
    for name in ("asset-template", "asset-export", "asset-export-geojson"):
        answer = browser.get(reverse(name, args=["road_segment"]))
        assert (answer.status_code, answer["X-Content-Type-Options"]) == (200, "nosniff")
        assert "attachment" in answer["Content-Disposition"]
        assert browser.get(reverse(name, args=["khong-co"])).status_code == 404


def test_a_large_file_is_read_and_written_in_the_background(browser, coordinator, villages, django_capture_on_commit_callbacks):
    roads = [(f"Đ{number}", f"Đường {number}", "Ví Dụ 1", "Đường xã", "Đất", number + 1, 2) for number in range(350)]
    matching = sent(browser, excel(roads, HEAD))
    with django_capture_on_commit_callbacks(execute=True):
        waiting = browser.post(matching.redirect_chain[-1][0], shown(matching), follow=True)
    assert "Đang đối chiếu với sổ" in waiting.content.decode()
    pk = waiting.context["found"].pk
    assert browser.get(reverse("asset-import-progress", args=[pk]))["HX-Refresh"] == "true"
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(reverse("asset-import-confirm", args=[pk]))
    with inside(coordinator):
        assert Asset.objects.count() == 350
