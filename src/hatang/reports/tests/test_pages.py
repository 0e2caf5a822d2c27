"""The pages of reports: from one button to a published report with its signed copy."""

from __future__ import annotations

import datetime as dt
import io
import re

import pytest
from django.utils import timezone

from hatang.commune.models import Membership, Unit
from hatang.commune.roles import Role
from hatang.commune.services import add_member, create_unit
from hatang.core.models import AuditEvent
from hatang.indicators.tests.ground import make_period
from hatang.projects.models import Obstacle
from hatang.projects.tests.examples import make_project
from hatang.reports.models import Report, ReportSection
from hatang.reports.services import hand_in
from hatang.reports.tests.examples import Q2, TODAY, fill, make_ground, make_report
from hatang.tests.factories import inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"


@pytest.fixture
def ground(coordinator, tmp_path):
    with inside(coordinator):
        return make_ground(tmp_path)


@pytest.fixture
def report(ground, coordinator):
    with inside(coordinator):
        return make_report(ground[0], unit=coordinator.unit)


def member(commune, role, unit="Lãnh đạo UBND xã", sectors=()) -> Membership:
    person = make_member(make_commune(), role)
    with inside(Membership(commune=commune, user=person.user)):
        place = create_unit(unit, Unit.Kind.DIVISION)
        place.sectors = list(sectors)
        place.save()
        person.is_active = True
        added = add_member(person.user, place, role)
    with inside(person):
        Membership.objects.filter(pk=person.pk).update(is_active=False)
    return added


def words(answer):
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def step(browser, report, verb, **data):
    return browser.post(f"/bao-cao/{report.pk}/buoc/{verb}/", data, follow=True)


def test_one_button_makes_the_report(browser, ground, coordinator, monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_: TODAY)
    page = words(browser.get("/bao-cao/"))
    assert "Lập báo cáo quý III/2026" in page
    assert "Lập báo cáo năm 2025" not in page  # the plan begins in 2026
    said = words(browser.post("/bao-cao/lap/", {"kind": "quarterly", "period": "2026-Q3"}, follow=True))
    assert "Đã lập bản thảo" in said
    assert "II. KẾT QUẢ THỰC HIỆN MỤC TIÊU" in said
    assert "Lập báo cáo quý III/2026" not in words(browser.get("/bao-cao/"))


@pytest.mark.parametrize(("kind", "period"), [("quarterly", "lạ"), ("khong-co", "2026-Q3"), ("quarterly", "2199-Q1")])
def test_a_wrong_wish_ends_in_a_sentence(browser, ground, kind, period):
    said = words(browser.post("/bao-cao/lap/", {"kind": kind, "period": period}, follow=True))
    assert re.search("Chưa lưu được", said)
    assert re.search("không đúng|không nằm trong|chưa bắt đầu|hợp lệ", said)
    with inside_of(ground):
        assert not Report.objects.exists()


def inside_of(ground):
    from hatang.core.tenancy import commune_scope

    return commune_scope(ground[0].commune_id)


def test_figures_in_the_text_lead_to_where_they_come_from(browser, report, ground):
    html = browser.get(f"/bao-cao/{report.pk}/").content.decode()
    target = ground[1]["irrigation.area"].target_id
    assert f'<a class="reports__figure" href="/chi-tieu/muc-tieu/{target}/">' in html


def test_what_a_person_wrote_is_kept_when_somebody_else_was_faster(browser, report):
    address = f"/bao-cao/{report.pk}/muc/{section(report, 'next').pk}/"
    browser.post(address, {"text": "Bản thứ nhất", "revision": "1", "viec": "luu"})
    answer = browser.post(address, {"text": "Bản thứ hai", "revision": "1", "viec": "luu"})
    said = words(answer)
    assert "Người khác vừa sửa mục này" in said
    assert "Bản thứ nhất" in said
    assert "Bản thứ hai" in said
    assert section(report, "next").text == "Bản thứ nhất"
    browser.post(address, {"text": "Bản gộp", "revision": "2", "viec": "nop"})
    assert (section(report, "next").text, section(report, "next").state) == ("Bản gộp", "handed_in")


def section(report, code):
    from hatang.core.tenancy import commune_scope

    with commune_scope(report.commune_id):
        return ReportSection.objects.get(report=report, code=code)


def test_an_officer_writes_the_own_units_section_only(report, commune, coordinator):
    officer = member(commune, Role.OFFICER, "Phòng Văn hóa Ví Dụ")
    with inside(coordinator):
        ReportSection.objects.filter(report=report, code="sector.culture").update(unit=officer.unit)
    browser = signed_in(officer)
    own, other = section(report, "sector.culture").pk, section(report, "next").pk
    assert browser.get(f"/bao-cao/{report.pk}/muc/{own}/").status_code == 200
    assert browser.get(f"/bao-cao/{report.pk}/muc/{other}/").status_code == 403
    assert browser.post("/bao-cao/lap/", {"kind": "quarterly", "period": Q2}).status_code == 403
    assert step(browser, report, "review").status_code == 403


def test_the_way_to_a_published_report(browser, report, commune, coordinator):
    assert "Còn mục đơn vị chưa nộp" in words(step(browser, report, "review"))
    with inside(coordinator):
        for one in ReportSection.objects.filter(report=report, unit__isnull=False):
            hand_in(one)
    step(browser, report, "review")
    assert "Đã trình ký." in words(step(browser, report, "submit"))
    assert step(browser, report, "issue", number="12").status_code == 403
    chair = signed_in(member(commune, Role.CHAIR))
    today = f"{dt.date.today():%d/%m/%Y}"
    missing = words(step(chair, report, "issue", number="", date=today, signer="Nguyễn Văn Mẫu", role="chair"))
    assert "Chưa lưu được" in missing
    issued = words(step(chair, report, "issue", number="12", date=today, signer="Nguyễn Văn Mẫu", role="chair"))
    assert "12/BC-UBND" in issued
    assert "Đã công bố báo cáo." in words(step(chair, report, "publish"))
    file = io.BytesIO(PDF)
    file.name = "ban-ky.pdf"
    said = words(chair.post(f"/bao-cao/{report.pk}/ban-ky/", {"upload": file}, follow=True))
    assert "Đã lưu bản ký" in said
    assert b"".join(chair.get(f"/bao-cao/{report.pk}/ban-ky/tep/").streaming_content) == PDF
    with inside(coordinator):
        event = AuditEvent.objects.get(action="report.attach")
        assert event.after["sha256"] == Report.objects.get().signed_file.sha256


def test_the_province_sees_issued_reports_only(report, commune, coordinator):
    browser = signed_in(member(commune, Role.PROVINCE_VIEWER, "Cơ quan Ví Dụ"))
    assert browser.get(f"/bao-cao/{report.pk}/").status_code == 404
    assert browser.get(f"/bao-cao/{report.pk}/bao-cao.docx").status_code == 404
    with inside(coordinator):
        Report.objects.filter(pk=report.pk).update(state="issued", number="1", issued_on=TODAY)
    assert browser.get(f"/bao-cao/{report.pk}/").status_code == 200


def test_another_communes_report_is_not_there(report, db):
    stranger = signed_in(make_member(make_commune()))
    for ending in ("", "so-lieu/", "so-sanh/", "bao-cao.docx", "phu-luc.xlsx", "ban-ky/tep/"):
        assert stranger.get(f"/bao-cao/{report.pk}/{ending}").status_code == 404


def test_two_reports_stand_side_by_side(browser, ground, report, coordinator):
    assert "Chưa có báo cáo cùng loại" in words(browser.get(f"/bao-cao/{report.pk}/so-sanh/"))
    with inside(coordinator):
        make_report(ground[0], Q2)
    said = words(browser.get(f"/bao-cao/{report.pk}/so-sanh/"))
    assert "Quý II/2026 Quý III/2026" in said


def test_files_come_down_whole(browser, report):
    word, excel = (browser.get(f"/bao-cao/{report.pk}/{name}") for name in ("bao-cao.docx", "phu-luc.xlsx"))
    assert word.content[:2] == excel.content[:2] == b"PK"
    assert 'filename="bao-cao-2026-Q3.docx"' in word["Content-Disposition"]


ADDRESSES = ["", "{}/", "{}/ban-pdf/", "{}/so-lieu/", "{}/so-sanh/", "{}/muc/{}/"]


@pytest.mark.parametrize("ending", ADDRESSES)
def test_pages_need_few_queries_whatever_there_is(browser, ground, report, coordinator, ending, django_assert_max_num_queries):
    address = "/bao-cao/" + ending.format(report.pk, section(report, "next").pk)
    with django_assert_max_num_queries(12):
        browser.get(address)
    with inside(coordinator):
        plan, bindings, villages = ground
        for number, code in enumerate(("2025-Q3", "2025-Q4", "2026-Q1")):
            fill(bindings, villages, make_period(code), number)
            make_report(plan, code)
        for number in range(6):
            work = make_project()
            Obstacle.objects.create(project=work, cause="land", what=f"Chưa bàn giao đoạn {number}", found_on=TODAY)
        from hatang.reports.services import refresh

        refresh(report, today=TODAY)
    with django_assert_max_num_queries(12):
        answer = browser.get(address)
    assert answer.status_code == 200
    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=", answer.content.decode())
