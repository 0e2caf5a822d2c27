"""The pages of works: what they show, how many queries they need with many works, and who may do what."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from django.utils import timezone

from hatang.commune.models import Unit, User
from hatang.commune.roles import Role
from hatang.commune.services import add_member
from hatang.core.tenancy import commune_scope
from hatang.projects import services
from hatang.projects.models import (
    AcceptanceRecord,
    BoqLine,
    Contract,
    Criterion,
    Effect,
    Gate,
    Need,
    Obstacle,
    Output,
    ProgressReport,
    Project,
    ProjectVillage,
    SavedView,
    StageStep,
    WorkDocument,
    WorkMilestone,
)
from hatang.projects.tests.examples import DAY, LINE, make_company, make_project, make_road, make_village
from hatang.projects.views.charts import code_of
from hatang.tests.factories import inside, make_member, signed_in
from vanban.text.folding import fold_for_search

pytestmark = pytest.mark.django_db
ROOM = "/cong-trinh/"


def full_work(number: int = 1) -> Project:
    """A work with something of everything."""
    village = make_village()
    work = services.propose(
        Project(
            name=f"Đường ví dụ lớn {number}", kind="group_c", sector="transport", geometry=LINE, total_investment=1_200_000_000
        ),
        [village],
    )  # fmt: skip
    services.add_milestone(WorkMilestone(project=work, name="Khởi công", baseline_on=DAY, planned_on=DAY, percent=Decimal(0)))
    services.report(ProgressReport(project=work, on=DAY, percent=Decimal("62.5")))
    services.open_obstacle(Obstacle(project=work, cause="land", what="Chưa có mặt bằng", found_on=DAY, due_on=DAY))
    services.add_effect(Effect(project=work, indicator_code="own.1", village=village, amount=Decimal("1.5"), unit="km"))
    services.add_output(Output(project=work, asset=make_road(village), asset_kind="road_segment", name="Đoạn ví dụ"))
    contract = services.write_contract(Contract(project=work, company=make_company(), kind="building", number="01", value=9))
    services.add_line(BoqLine(contract=contract, name="Bê tông", unit="m³", quantity=Decimal(3), unit_price=1_000))
    services.record_acceptance(AcceptanceRecord(project=work, contract=contract, kind="part", on=DAY))
    services.add_document(
        WorkDocument(project=work, title="Quyết định", number="1", issued_on=DAY, gate=Gate.objects.filter(kind="group_c").last())
    )
    return work


@pytest.fixture
def work(coordinator):
    with inside(coordinator):
        return full_work()


PAGES = ["", "hinh.geojson", "{pk}/", "{pk}/tien-do/", "{pk}/ho-so/", "{pk}/hop-dong/", "nhu-cau/", "nhu-cau/{need}/",
         "tieu-chi/", "van-ban-can-co/", "lap/", "lap/?cach=group_c&linh-vuc=transport", "{pk}/sua/",
         "{pk}/buoc/?viec=construction&sang=started", "{pk}/van-ban/", "{pk}/chi-tieu/", "{pk}/san-pham/",
         "{pk}/san-pham/?loai=road_segment", "{pk}/moc/", "{pk}/bao-cao/", "{pk}/vuong-mac/", "{pk}/hop-dong/them/",
         "{pk}/nghiem-thu/", "{pk}/hu-hong/", "nhu-cau/de-xuat/", "bieu-do/", "{pk}/phieu/", "{pk}/ma-qr/"]  # fmt: skip


@pytest.fixture
def need(coordinator):
    with inside(coordinator):
        about = {"village": make_village(), "sector": "transport", "name": "Đường", "reason": "Lầy", "proposed_on": DAY}
        return services.propose_need(Need(**about))


def many(count: int) -> None:
    villages = [make_village() for _ in range(4)]
    names = [f"Công trình ví dụ {number}" for number in range(count)]
    works = Project.objects.bulk_create(
        Project(name=name, folded_name=fold_for_search(name), kind="community", sector="irrigation", next_due=DAY)
        for name in names
    )
    ProjectVillage.objects.bulk_create(
        ProjectVillage(project=work, village=villages[number % 4]) for number, work in enumerate(works)
    )


@pytest.mark.parametrize("page", PAGES)
def test_pages_need_few_queries_however_many_works_there_are(
    browser, coordinator, work, need, page, django_assert_max_num_queries
):
    address = ROOM + page.format(pk=work.pk, need=need.pk)
    with django_assert_max_num_queries(12):
        assert browser.get(address).status_code == 200
    with inside(coordinator):
        many(300)
        for number in range(3):
            services.add_milestone(WorkMilestone(project=work, name=f"Mốc {number}", baseline_on=DAY, planned_on=DAY))
            services.report(ProgressReport(project=work, on=DAY + dt.timedelta(days=number + 1), percent=Decimal(70 + number)))
    with django_assert_max_num_queries(12):
        answer = browser.get(address)
    assert answer.status_code == 200
    assert not re.search(rb"<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=", answer.content)


@pytest.mark.parametrize("address", ["", "hinh.geojson"])
def test_lists_of_two_thousand_works_stay_within_the_same_queries(browser, coordinator, address, django_assert_max_num_queries):
    with inside(coordinator):
        many(2_000)
    with django_assert_max_num_queries(12):
        assert browser.get(f"{ROOM}{address}").status_code == 200


def test_one_works_page_answers_what_everybody_asks(browser, work):
    html = browser.get(f"{ROOM}{work.pk}/").content.decode()
    for words in ("Đường ví dụ lớn 1", "62,5%", "Chưa có mặt bằng", "1.200.000.000", "+1,5", "Đoạn ví dụ", "Chưa nghiệm thu"):
        assert words in html, words
    assert re.search(r"Chậm \d+ ngày", html)


def test_one_works_page_counts_what_its_other_pages_hold(browser, coordinator, work):
    with inside(coordinator):
        services.write_contract(Contract(project=work, company=make_company(), kind="design", number="02", value=1))
        services.report(ProgressReport(project=work, on=DAY, percent=Decimal(63), reason="Đo lại"))
    html = browser.get(f"{ROOM}{work.pk}/").content.decode()
    for words in ("1 báo cáo, 0 ảnh", "1 văn bản", "2 hợp đồng, 1 biên bản", "0 lượt", "0 lý do đã ghi"):
        assert words in html, words


def test_search_needs_no_diacritics_and_filters_narrow(browser, coordinator):
    with inside(coordinator):
        make_project("Đường trục thôn Ví Dụ")
        make_project("Kênh mương Ví Dụ", sector="irrigation")
    assert "Đường trục" in browser.get(f"{ROOM}?tim=duong+truc").content.decode()
    html = browser.get(f"{ROOM}?linh_vuc=irrigation").content.decode()
    assert "Kênh mương Ví Dụ" in html
    assert "Đường trục" not in html


def test_only_late_works(browser, coordinator):
    with inside(coordinator):
        make_project("Công trình chậm", next_due=dt.date(2020, 1, 1))
        make_project("Công trình kịp", next_due=dt.date(2099, 1, 1))
    html = browser.get(f"{ROOM}?cham=on").content.decode()
    assert "Công trình chậm" in html
    assert "Công trình kịp" not in html


def test_a_view_is_kept_and_dropped(browser, coordinator):
    browser.post(f"{ROOM}cach-xem/", {"name": "Giao thông", "query": "linh_vuc=transport", "shared": "on"})
    with inside(coordinator):
        view = SavedView.objects.get()
        make_project()
    assert view.is_shared
    assert "?linh_vuc=transport" in browser.get(ROOM).content.decode()
    browser.post(f"{ROOM}cach-xem/{view.pk}/bo/")
    with inside(coordinator):
        assert not SavedView.objects.exists()


def test_a_work_is_written_down_through_the_form(browser, coordinator):
    with inside(coordinator):
        village = make_village()
    form = {"name": "Đường mới", "villages": village.pk, "quantity": "1,25", "unit": "km", "total_investment": "1,2 tỷ",
            "revision": 1, "contractor": "Tổ thợ thôn Ví Dụ"}  # fmt: skip
    answer = browser.post(f"{ROOM}lap/?cach=community&linh-vuc=transport", form)
    assert answer.status_code == 302, answer.content.decode()
    with inside(coordinator):
        work = Project.objects.get()
        assert (work.quantity, work.total_investment, work.contractor.name) == (
            Decimal("1.25"),
            1_200_000_000,
            "Tổ thợ thôn Ví Dụ",
        )
        assert list(work.villages.all()) == [village]


def test_a_need_becomes_a_work(browser, coordinator, need):
    form = {"name": "Đường", "villages": need.village_id, "revision": 1}
    browser.post(f"{ROOM}lap/?cach=community&linh-vuc=transport&nhu-cau={need.pk}", form)
    with inside(coordinator):
        need.refresh_from_db()
        assert (need.state, need.project.name) == ("taken", "Đường")


def village_head(commune, village) -> object:
    with commune_scope(commune.pk):
        unit = Unit.objects.create(name=village.name, folded_name="", kind=Unit.Kind.VILLAGE, village=village)
        user = User.objects.create_user(username=f"truong-thon-{village.pk}", full_name="Trưởng Thôn Mẫu")
        return add_member(user, unit, Role.VILLAGE_HEAD)


def test_a_village_head_reports_of_the_own_village_alone(commune, coordinator, work):
    with inside(coordinator):
        own, other = work.villages.get(), make_village()
    report = {"on": DAY.isoformat(), "percent": "70", "reason": "Đo lại"}
    assert signed_in(village_head(commune, other)).post(f"{ROOM}{work.pk}/bao-cao/", report).status_code == 403
    assert signed_in(village_head(commune, own)).post(f"{ROOM}{work.pk}/bao-cao/", report).status_code == 302
    with inside(coordinator):
        assert Project.objects.get(pk=work.pk).percent == 70


def test_a_village_head_proposes_for_the_own_village_alone(commune, coordinator):
    with inside(coordinator):
        own, other = make_village(), make_village()
    phone = signed_in(village_head(commune, own))
    form = {"name": "Cầu", "sector": "transport", "reason": "Lũ cuốn", "proposed_on": DAY.isoformat(), "revision": 1}
    assert phone.post(f"{ROOM}nhu-cau/de-xuat/", {**form, "village": own.pk}).status_code == 302
    assert phone.post(f"{ROOM}nhu-cau/de-xuat/", {**form, "village": other.pk}).status_code == 200
    with inside(coordinator):
        assert Need.objects.get().village_id == own.pk


def test_leaders_decide_what_goes_into_the_plan(commune, coordinator, browser, work):
    step = f"{ROOM}{work.pk}/buoc/?viec=stage&sang=in_plan"
    assert browser.post(step, {"on": DAY.isoformat()}).status_code == 403
    chair = signed_in(_leader(coordinator))
    answer = chair.post(step, {"on": DAY.isoformat()})
    assert "Quyết định chủ trương đầu tư" in answer.content.decode()
    with inside(coordinator):
        gate = Gate.objects.get(kind="group_c", code="policy")
    paper = {f"number-{gate.pk}": "12/QĐ-UBND", f"day-{gate.pk}": DAY.isoformat()}
    assert chair.post(step, {"on": DAY.isoformat(), **paper}).status_code == 302
    with inside(coordinator):
        assert Project.objects.get(pk=work.pk).stage == "in_plan"
        assert StageStep.objects.get().document.number == "12/QĐ-UBND"


def _leader(coordinator):
    with inside(coordinator):
        user = User.objects.create_user(username="chu-tich-mau", full_name="Chủ Tịch Mẫu")
        return add_member(user, Unit.objects.get(name="Phòng Kinh tế"), Role.CHAIR)


def test_an_administrator_sees_no_works(commune):
    assert signed_in(make_member(commune, Role.ADMINISTRATOR)).get(ROOM).status_code == 403


def test_the_points_of_a_need_are_given_by_the_coordinator(browser, coordinator, need):
    with inside(coordinator):
        points = {f"points-{row.pk}": "5" for row in Criterion.objects.all()}
    browser.post(f"{ROOM}nhu-cau/{need.pk}/cham-diem/", points)
    with inside(coordinator):
        need.refresh_from_db()
    assert need.score == 50


def test_the_label_leads_to_the_work(browser, work):
    html = browser.get(f"{ROOM}{work.pk}/ma-qr/").content.decode()
    assert f"http://testserver/cong-trinh/{work.pk}/" in html
    assert "<svg" in html
    assert "Đường ví dụ lớn 1" in html


def test_the_code_on_the_label_reads_as_its_address():
    assert code_of("http://a.b/cong-trinh/1/") != code_of("http://a.b/cong-trinh/2/")


def test_the_chart_of_works_shows_plan_against_actual(browser, work):
    html = browser.get(f"{ROOM}bieu-do/").content.decode()
    assert "kế hoạch 01/06/2026" in html
    assert "Đường ví dụ lớn 1" in html


@pytest.mark.parametrize("page", ["bao-cao/", "hu-hong/", "vuong-mac/", "nghiem-thu/"])
def test_forms_start_with_today(browser, work, page):
    html = browser.get(f"{ROOM}{work.pk}/{page}").content.decode()
    assert f'value="{timezone.localdate().isoformat()}"' in html
