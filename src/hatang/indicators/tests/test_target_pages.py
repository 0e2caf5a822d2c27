"""The pages of targets: what they show, how many queries they need, who may write."""

from __future__ import annotations

import gzip
import re
from decimal import Decimal
from io import BytesIO

import pytest

from hatang.assets.models import Asset
from hatang.assets.services import add
from hatang.commune.roles import Role
from hatang.indicators.catalogue import catalogue
from hatang.indicators.models import Indicator, Milestone, TargetBinding
from hatang.indicators.services import recompute
from hatang.indicators.tests.ground import approved, bound, make_period, make_villages
from hatang.plans.models import Target
from hatang.tests.factories import inside, make_commune, make_member, make_plan, signed_in

pytestmark = pytest.mark.django_db
SQUARE = {"type": "Polygon", "coordinates": [[[105.8, 22.1], [105.9, 22.1], [105.9, 22.2], [105.8, 22.1]]]}
LINE = {"type": "LineString", "coordinates": [[105.85, 22.12], [105.86, 22.13]]}


@pytest.fixture
def bindings(coordinator, tmp_path):
    """The bundled plan with every target bound, two quarters reported by three villages, and a road on the map."""
    with inside(coordinator):
        found = bound(make_plan(tmp_path))
        villages = make_villages(3)
        villages[0].geometry = SQUARE
        villages[0].save()
        for number, code in enumerate(("2026-Q1", "2026-Q2")):
            report(found, villages, make_period(code), number)
        attributes = {"class": "axis", "surface": "concrete"}
        add(Asset(kind="road_segment", name="Đoạn Ví Dụ", village=villages[0], attributes=attributes, stated_length_m=1000,
                  geometry=LINE))  # fmt: skip
        return found


def report(bindings, villages, period, number):
    for code in ("roads.axis", "irrigation.area", "water.households"):
        for village in villages:
            approved(bindings[code].indicator, period, village, 40 + 10 * number, 100, note="đo bằng thước dây")
    approved(bindings["health.criteria"].indicator, period, None, 1, 1)
    recompute()


def page(browser, address):
    answer = browser.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def of(bindings, code, ending=""):
    return f"/chi-tieu/muc-tieu/{bindings[code].target_id}/{ending}"


def test_the_list_says_where_each_target_stands(browser, bindings):
    said = words(page(browser, "/chi-tieu/"))
    assert "Tỷ lệ diện tích đất sản xuất nông nghiệp được tưới, tiêu chủ động" in said
    assert "50%" in said
    assert "Đã trả lời có, nhưng chưa có văn bản minh chứng." in said
    assert said.count("Chưa có số liệu nào được duyệt") == 15


def test_a_target_shows_its_figure_and_the_story_behind_it(browser, bindings):
    said = words(page(browser, of(bindings, "irrigation.area")))
    assert "150/300 ha" in said
    assert "3/3 thôn báo kỳ này." in said
    assert "đo bằng thước dây" in said
    assert "thôn Ví Dụ 2" in said
    assert "cuối năm 2029" in said
    assert "Chưa dự báo" in said


def test_what_was_reported_is_held_against_the_inventory(browser, bindings):
    said = words(page(browser, of(bindings, "roads.axis")))
    assert "Sổ công trình đếm được 1/1 km (100%); số liệu báo cáo đã duyệt là 150/300 km (50%)." in said
    assert "Mẫu số khác nhau" in said
    assert "thôn Ví Dụ 1: sổ 1/1 km (100%), báo cáo 50/100 km (50%)" in said


def test_the_assets_behind_a_figure_are_one_click_away(browser, bindings):
    html = page(browser, of(bindings, "roads.axis"))
    assert of(bindings, "roads.axis", "cong-trinh/") in html
    said = words(page(browser, of(bindings, "roads.axis", "cong-trinh/")))
    assert "Đoạn Ví Dụ" in said
    assert browser.get(of(bindings, "irrigation.area", "cong-trinh/")).status_code == 404


def test_the_map_tones_villages_and_assets_by_how_they_stand(browser, bindings):
    (village,) = browser.get(of(bindings, "irrigation.area", "thon.geojson")).json()["features"]
    assert (village["properties"]["name"], village["properties"]["tone"]) == ("thôn Ví Dụ 1", "warn")
    (asset,) = browser.get(of(bindings, "roads.axis", "cong-trinh.geojson")).json()["features"]
    assert (asset["properties"]["name"], asset["properties"]["tone"]) == ("Đoạn Ví Dụ", "good")


def test_a_sector_has_its_targets_tasks_and_assets(browser, bindings):
    said = words(page(browser, "/chi-tieu/linh-vuc/transport/"))
    assert "Tỷ lệ đường trục thôn, liên thôn được cứng hóa" in said
    assert "Đoạn đường 1" in said
    assert "một số cầu, cống, tràn dân sinh" in said
    assert browser.get("/chi-tieu/linh-vuc/khong-co/").status_code == 404


ADDRESSES = [
    "/chi-tieu/",
    "/chi-tieu/linh-vuc/transport/",
    "/chi-tieu/danh-muc/",
    "road/",
    "road/cong-trinh/",
    "road/thon.geojson",
]


def resolved(bindings, address):
    return address.replace("road/", of(bindings, "roads.axis")) if address.startswith("road") else address


@pytest.mark.parametrize("address", ADDRESSES)
def test_pages_need_few_queries_however_long_the_history(browser, coordinator, bindings, address, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        browser.get(resolved(bindings, address))
    with inside(coordinator):
        villages = make_villages(6, first=4)
        for number, code in enumerate(("2026-Q3", "2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4", "2028-Q1", "2028-Q2")):
            report(bindings, villages, make_period(code), number % 3)
    with django_assert_max_num_queries(12):
        assert browser.get(resolved(bindings, address)).status_code == 200


@pytest.mark.parametrize(
    "address", [*ADDRESSES[:-1], "road/gan/", "road/lo-trinh/", "road/minh-chung/", "/chi-tieu/danh-muc/them/"]
)
def test_pages_are_light_and_carry_no_inline_script_or_style(browser, bindings, address):
    answer = browser.get(resolved(bindings, address))
    assert answer.status_code == 200
    assert len(gzip.compress(answer.content)) < 40_000
    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=", answer.content.decode())


def test_one_press_binds_every_target_of_the_plan(browser, coordinator, tmp_path):
    with inside(coordinator):
        plan = make_plan(tmp_path)
    assert "19 mục tiêu chưa gắn" in words(page(browser, "/chi-tieu/"))
    answer = browser.post(f"/chi-tieu/gan-tat-ca/{plan.pk}/", follow=True)
    assert "Đã gắn 19 mục tiêu với chỉ tiêu." in words(answer.content.decode())


def test_a_target_is_bound_by_hand(browser, coordinator, bindings):
    address = of(bindings, "roads.axis", "gan/")
    assert re.search(r'name="value" value="80', page(browser, address))
    asked = {"indicator": bindings["roads.axis"].indicator_id, "comparator": ">=", "value": "90", "year": "2029"}
    assert browser.post(address, asked).status_code == 302
    wrong = browser.post(address, {**asked, "value": ""})
    assert "Yêu cầu này cần một giá trị." in wrong.content.decode()
    with inside(coordinator):
        binding = TargetBinding.objects.get(pk=bindings["roads.axis"].pk)
        assert (binding.value, binding.year) == (90, 2029)


def test_milestones_are_edited_and_laid_anew(browser, coordinator, bindings):
    address, pk = of(bindings, "irrigation.area", "lo-trinh/"), bindings["irrigation.area"].pk
    form = {f"comparator-{year}": ">=" for year in range(2026, 2030)}
    assert browser.post(address, {**form, "value-2026": "50,5", "value-2028": "70"}).status_code == 302
    with inside(coordinator):
        rows = list(Milestone.objects.filter(binding=pk).order_by("year").values_list("year", "value"))
        assert rows == [(2026, Decimal("50.5")), (2028, 70)]
    browser.post(address, {**form, "lai": "1"})
    with inside(coordinator):
        assert Milestone.objects.filter(binding=pk).count() == 4


def test_a_document_proves_a_kept_state(browser, bindings):
    address = of(bindings, "health.criteria", "minh-chung/")
    assert "Hãy ghi số, ký hiệu văn bản hoặc đính kèm tệp." in browser.post(address, {"reference": ""}).content.decode()
    file = BytesIO(b"%PDF-1.4 quyet dinh")
    file.name = "quyet-dinh.pdf"
    assert browser.post(address, {"reference": "Quyết định số 12/QĐ-VD", "file": file}).status_code == 302
    said = words(page(browser, of(bindings, "health.criteria")))
    assert "Quyết định số 12/QĐ-VD" in said
    assert "Đã đạt" in said
    assert browser.get(of(bindings, "health.criteria", "minh-chung/tep/"))["Content-Disposition"].startswith("attachment")


def test_the_catalogue_is_taken_over_and_added_to(browser, coordinator):
    browser.post("/chi-tieu/danh-muc/lay/", {"code": "roads.axis"})
    own = {"name": "Số cầu dân sinh", "sector": "transport", "kind": "count", "level": "commune", "frequency": "year"}
    assert browser.post("/chi-tieu/danh-muc/them/", own).status_code == 302
    wrong = browser.post("/chi-tieu/danh-muc/them/", {**own, "kind": "ratio"})
    assert "Chỉ tiêu tỷ lệ cần nói rõ tử số và mẫu số đếm gì." in wrong.content.decode()
    with inside(coordinator):
        assert sorted(Indicator.objects.values_list("code", flat=True)) == ["own.1", "roads.axis"]
    browser.post("/chi-tieu/danh-muc/lay/")
    with inside(coordinator):
        assert Indicator.objects.count() == len(catalogue()) + 1


@pytest.mark.parametrize("role", [Role.VILLAGE_HEAD, Role.OFFICER, Role.CHAIR, Role.PROVINCE_VIEWER])
def test_others_read_and_do_not_write(coordinator, bindings, role):
    browser = signed_in(make_member(coordinator.commune, role))
    assert browser.get(of(bindings, "roads.axis")).status_code == 200
    for ending in ("gan/", "lo-trinh/", "minh-chung/"):
        assert browser.post(of(bindings, "roads.axis", ending), {}).status_code == 403
    assert browser.post("/chi-tieu/danh-muc/lay/").status_code == 403


def test_another_communes_targets_are_not_there(bindings):
    browser = signed_in(make_member(make_commune()))
    for code in ("roads.axis", "health.criteria"):
        for ending in ("", "gan/", "cong-trinh/", "thon.geojson", "minh-chung/tep/"):
            assert browser.get(of(bindings, code, ending)).status_code == 404


def test_the_way_back_to_the_plan_is_there(browser, coordinator, bindings):
    with inside(coordinator):
        target = Target.objects.get(pk=bindings["roads.axis"].target_id)
    assert f"/ke-hoach/{target.plan_id}/#muc-{target.order}" in page(browser, of(bindings, "roads.axis"))
