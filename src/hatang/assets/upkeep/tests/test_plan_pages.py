"""The maintenance plan on screen and in Excel."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest

from hatang.assets.models import MaintenanceLine, MaintenancePlan
from hatang.assets.upkeep import services
from hatang.assets.upkeep.tests.examples import a_unit, an_asset, somebody
from hatang.commune.roles import Role
from hatang.tests.factories import inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db
BASE = "/so-cong-trinh/bao-tri/ke-hoach"
TODAY = dt.date.today()
YEAR = TODAY.year


def text_of(answer):
    return answer.content.decode()


def a_line(plan, job="Phát quang", **values):
    given = {"period": f"{plan.year}-Q2", "unit": a_unit(), "cost": 2_000_000, **values}
    return services.put_line(plan, MaintenanceLine(job=job, **given))


@pytest.fixture
def chair(commune):
    return signed_in(make_member(commune, Role.CHAIR, "Chủ Tịch Mẫu"))


@pytest.fixture
def plan(coordinator):
    with inside(coordinator):
        found = services.draft_plan(YEAR)
        a_line(found, asset=an_asset())
        return found


def test_a_plan_is_drawn_up_approved_and_ticked_off(browser, chair, coordinator):
    assert "Chưa có kế hoạch bảo trì" in text_of(browser.get(f"{BASE}/"))
    browser.post(f"{BASE}/lap/", {"year": YEAR})
    with inside(coordinator):
        asset, unit, plan = an_asset("Kênh Ví Dụ"), a_unit(), MaintenancePlan.objects.get()
    assert f"?cong-trinh={asset.pk}" in text_of(browser.get(f"{BASE}/{plan.pk}/chon/?tim=kenh"))
    sent = {"job": "Nạo vét", "work": "service", "period": f"{YEAR}-01", "way": "community", "unit": unit.pk, "cost": "1,5 triệu"}
    assert browser.post(f"{BASE}/{plan.pk}/them/?cong-trinh={asset.pk}", sent).status_code == 302
    page = text_of(browser.get(f"{BASE}/"))
    for words in ("Nạo vét", "Kênh Ví Dụ", "1.500.000 đồng", "Cộng đồng", "Dự thảo", "Chủ tịch hoặc Phó Chủ tịch duyệt"):
        assert words in page
    assert browser.post(f"{BASE}/{plan.pk}/duyet/", {}).status_code == 403
    assert chair.post(f"{BASE}/{plan.pk}/duyet/", {"document": "Số 3/QĐ-UBND"}).status_code == 302
    with inside(coordinator):
        line = MaintenanceLine.objects.get()
        assert (line.cost, line.asset, line.plan.state) == (1_500_000, asset, "approved")
    early = browser.post(f"{BASE}/viec/{line.pk}/xong/", {"on": f"{YEAR - 1}-12-31", "note": "Đủ tuyến"})
    assert f"không thể trước năm của kế hoạch ({YEAR})" in text_of(early)
    done = {"on": TODAY.isoformat(), "actual_cost": "1.200.000", "note": "Đủ tuyến"}
    assert browser.post(f"{BASE}/viec/{line.pk}/xong/", done).status_code == 302
    page = text_of(browser.get(f"{BASE}/"))
    for words in ("Số 3/QĐ-UBND", "1.200.000 đồng", "Đủ tuyến", "1 / 1 việc"):
        assert words in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [({"cost": "hai triệu"}, "không phải là số tiền"), ({"cost": "-5"}, "từ 0 đồng"), ({"period": f"{YEAR + 1}-Q1"}, "Thời gian"),
     ({"job": ""}, "Tên công việc")],
)  # fmt: skip
def test_a_wrong_line_says_what_is_wrong_and_keeps_the_rest(browser, coordinator, plan, wrong, said):
    with inside(coordinator):
        unit = a_unit()
    sent = {"job": "Nạo vét", "work": "service", "period": f"{YEAR}-Q1", "way": "self", "unit": unit.pk, "cost": "1",
            "source": "Quỹ thôn mẫu", **wrong}  # fmt: skip
    answer = browser.post(f"{BASE}/{plan.pk}/them/", sent)
    assert answer.status_code == 400
    assert said in text_of(answer)
    assert "Quỹ thôn mẫu" in text_of(answer)


def test_what_is_late_is_marked_once_the_plan_is_in_force(browser, chair, coordinator):
    with inside(coordinator):
        old = services.draft_plan(YEAR - 1)
        a_line(old)
    assert "quá hạn" not in text_of(browser.get(f"{BASE}/?nam={YEAR - 1}"))
    chair.post(f"{BASE}/{old.pk}/duyet/", {})
    assert "1 việc quá hạn" in text_of(browser.get(f"{BASE}/?nam={YEAR - 1}"))


def test_next_year_is_offered_last_years_jobs(browser, plan):
    page = text_of(browser.get(f"{BASE}/?nam={YEAR + 1}"))
    assert "Chép các việc" in page
    browser.post(f"{BASE}/lap/", {"year": YEAR + 1, "copy": "on"})
    assert "Phát quang" in text_of(browser.get(f"{BASE}/?nam={YEAR + 1}"))


def test_a_plan_in_force_is_changed_only_after_a_leader_opens_it(browser, chair, coordinator, plan):
    chair.post(f"{BASE}/{plan.pk}/duyet/", {})
    with inside(coordinator):
        line = MaintenanceLine.objects.get()
    browser.post(f"{BASE}/viec/{line.pk}/bo/")
    assert "lãnh đạo xã mở lại" in text_of(browser.get(f"{BASE}/"))
    chair.post(f"{BASE}/{plan.pk}/dieu-chinh/", {"reason": ""})
    assert "cần ghi lý do" in text_of(chair.get(f"{BASE}/"))
    chair.post(f"{BASE}/{plan.pk}/dieu-chinh/", {"reason": "Sau mưa lũ"})
    assert "Sau mưa lũ" in text_of(browser.get(f"{BASE}/"))
    browser.post(f"{BASE}/viec/{line.pk}/bo/")
    with inside(coordinator):
        assert not MaintenanceLine.objects.exists()


def test_only_the_unit_that_does_it_or_the_coordinator_ticks_a_line(commune, coordinator, plan, chair):
    chair.post(f"{BASE}/{plan.pk}/duyet/", {})
    own = signed_in(somebody(commune, Role.OFFICER, "Người Sửa Mẫu", unit="Tổ sửa chữa mẫu"))
    other = signed_in(somebody(commune, Role.OFFICER, "Người Khác Mẫu"))
    with inside(coordinator):
        line = MaintenanceLine.objects.get()
    sent = {"on": TODAY.isoformat()}
    assert other.post(f"{BASE}/viec/{line.pk}/xong/", sent).status_code == 403
    assert own.post(f"{BASE}/viec/{line.pk}/xong/", sent).status_code == 302


def test_an_officer_plans_only_the_own_sector(commune, coordinator, plan):
    water = signed_in(somebody(commune, Role.OFFICER, "Cán Bộ Nước Mẫu", sectors=("water",)))
    with inside(coordinator):
        line = MaintenanceLine.objects.get()
    assert water.get(f"{BASE}/viec/{line.pk}/").status_code == 403
    assert water.post(f"{BASE}/viec/{line.pk}/bo/").status_code == 403
    assert water.get(f"{BASE}/{plan.pk}/them/?cong-trinh={line.asset_id}").status_code == 403
    assert water.get(f"{BASE}/{plan.pk}/them/").status_code == 200


def test_the_workbook_holds_numbers_days_and_harmless_text(browser, chair, coordinator, plan):
    with inside(coordinator):
        line = a_line(plan, job='=HYPERLINK("http://vi.du")', period=f"{YEAR}-01", cost=1_234_567, source="@SUM(A1)\x07")
    chair.post(f"{BASE}/{plan.pk}/duyet/", {})
    browser.post(f"{BASE}/viec/{line.pk}/xong/", {"on": TODAY.isoformat(), "actual_cost": "1.000.000", "note": "+84"})
    answer = browser.get(f"{BASE}/{plan.pk}/ke-hoach.xlsx")
    assert f"ke-hoach-bao-tri-{YEAR}.xlsx" in answer["Content-Disposition"]
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    first, second, totals = sheet.iter_rows(min_row=6, max_row=8)
    assert (first[1].value, first[1].data_type, first[1].quotePrefix) == ('=HYPERLINK("http://vi.du")', "s", True)
    assert first[8].value == "@SUM(A1)"
    assert (first[7].value, first[7].number_format) == (1_234_567, "#,##0")
    assert (first[9].value.date(), first[9].number_format) == (TODAY, "dd/mm/yyyy")
    assert (first[10].value, first[11].value, first[11].data_type) == (1_000_000, "+84", "s")
    assert second[2].value == "Cụm loa Ví Dụ"
    assert (totals[7].value, totals[10].value) == (3_234_567, 1_000_000)
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def test_another_commune_finds_no_plan(coordinator, plan):
    outsider = signed_in(make_member(make_commune()))
    with inside(coordinator):
        line = MaintenanceLine.objects.get()
    for path in (f"/{plan.pk}/them/", f"/{plan.pk}/ke-hoach.xlsx", f"/viec/{line.pk}/", f"/viec/{line.pk}/xong/"):
        assert outsider.get(BASE + path).status_code == 404, path


@pytest.mark.parametrize("count", [1, 30])
def test_the_pages_need_few_queries_however_long_the_plan(browser, coordinator, plan, django_assert_max_num_queries, count):
    with inside(coordinator):
        for number in range(count):
            a_line(plan, job=f"Việc {number}", unit=a_unit(f"Tổ {number}"), asset=an_asset(f"Loa {number}"))
        line = MaintenanceLine.objects.first()
        services.approve(plan)
    for path in ("/", f"/{plan.pk}/chon/", f"/{plan.pk}/them/", f"/{plan.pk}/ke-hoach.xlsx", f"/viec/{line.pk}/",
                 f"/viec/{line.pk}/xong/", "/../"):  # fmt: skip
        with django_assert_max_num_queries(12):
            assert browser.get(BASE + path if path != "/../" else "/so-cong-trinh/bao-tri/").status_code == 200, path
