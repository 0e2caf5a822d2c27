"""Asking units for sections, seeing what is missing, reminding, and how what is late climbs."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from hatang.commune.models import Membership
from hatang.commune.roles import Role
from hatang.core.models import AuditEvent
from hatang.reports.models import ReportSection
from hatang.reports.services import ask, hand_in, remind
from hatang.reports.tests.examples import make_ground, make_report
from hatang.reports.tests.test_pages import member, section, words
from hatang.tests.factories import inside, signed_in

pytestmark = pytest.mark.django_db
TODAY = dt.date.today()
NOTICES = "/bao-cao/nhac/"


@pytest.fixture
def report(coordinator, tmp_path):
    with inside(coordinator):
        return make_report(make_ground(tmp_path)[0], unit=coordinator.unit)


@pytest.fixture
def officer(commune) -> Membership:
    return member(commune, Role.OFFICER, "Phòng Văn hóa Ví Dụ")


def give(browser, report, code, unit, due):
    address = f"/bao-cao/{report.pk}/muc/{section(report, code).pk}/giao/"
    return browser.post(address, {"unit": unit or "", "due_on": f"{due:%d/%m/%Y}" if due else ""}, follow=True)


def test_the_coordinator_asks_a_unit_for_a_section_and_sees_it_missing(browser, report, officer):
    said = words(give(browser, report, "next", officer.unit_id, TODAY + dt.timedelta(days=3)))
    assert "Đã giao mục này." in said
    asked = section(report, "next")
    assert (asked.unit_id, asked.due_on) == (officer.unit_id, TODAY + dt.timedelta(days=3))
    assert re.search("NHIỆM VỤ TRỌNG TÂM KỲ TỚI Phòng Văn hóa Ví Dụ", said)
    address = f"/bao-cao/{report.pk}/muc/{asked.pk}/"
    assert signed_in(officer).post(address, {"text": "Việc tới", "revision": "1", "viec": "nop"}).status_code == 302
    assert section(report, "next").state == "handed_in"


def test_a_section_given_to_another_unit_is_missing_again(report, officer, coordinator):
    with inside(coordinator):
        row = ReportSection.objects.get(report=report, code="next")
        hand_in(row)
        assert ask(row, officer.unit, TODAY).is_missing
        hand_in(ReportSection.objects.get(pk=row.pk))
        assert not ask(row, officer.unit, TODAY + dt.timedelta(days=1)).is_missing


@pytest.mark.parametrize(("due", "why"), [(None, "Hãy ghi hạn nộp"), (TODAY - dt.timedelta(days=1), "Hạn nộp đã qua")])
def test_a_wrong_day_is_said_and_nothing_written(browser, report, officer, due, why):
    before = section(report, "next").unit_id
    assert why in words(give(browser, report, "next", officer.unit_id, due))
    assert section(report, "next").unit_id == before


def test_only_the_coordinator_asks_and_reminds(report, officer, coordinator):
    browser = signed_in(officer)
    assert give(browser, report, "next", officer.unit_id, TODAY).status_code == 403
    assert browser.post(f"/bao-cao/{report.pk}/nhac/").status_code == 403
    assert browser.get(f"/bao-cao/{report.pk}/giao/").status_code == 403


def test_a_reminder_stands_where_the_officer_begins_and_is_sent_once_a_day(browser, report, officer, coordinator):
    give(browser, report, "next", officer.unit_id, TODAY + dt.timedelta(days=3))
    desk = signed_in(officer)
    assert f'data-notices="{NOTICES}"' in desk.get("/").content.decode()
    assert "đã nhắc" not in words(desk.get(NOTICES))
    remind_one = {"don-vi": officer.unit_id}
    assert "Đã nhắc 1 đơn vị." in words(browser.post(f"/bao-cao/{report.pk}/nhac/", remind_one, follow=True))
    assert "hôm nay đã nhắc rồi" in words(browser.post(f"/bao-cao/{report.pk}/nhac/", remind_one, follow=True))
    for address in (NOTICES, "/bao-cao/"):
        said = words(desk.get(address))
        assert "Đơn vị bạn còn 1 mục chưa nộp của Báo cáo quý – Quý III/2026" in said
        assert f"đã nhắc ngày {TODAY:%d/%m/%Y}" in said
    with inside(coordinator):
        assert AuditEvent.objects.filter(action="report.remind").count() == 1
        hand_in(ReportSection.objects.get(report=report, code="next"))
    assert "chưa nộp" not in words(desk.get(NOTICES))


def test_a_section_handed_in_is_not_reminded_of(report, coordinator):
    with inside(coordinator):
        for row in ReportSection.objects.filter(report=report):
            hand_in(row)
        assert remind(report) == 0


@pytest.mark.parametrize(
    ("late", "told"),
    [(2, set()), (3, {Role.COORDINATOR}), (7, {Role.COORDINATOR, Role.VICE_CHAIR}),
     (14, {Role.COORDINATOR, Role.VICE_CHAIR, Role.CHAIR})],
)  # fmt: skip
def test_what_is_late_climbs_as_figures_do(report, commune, coordinator, late, told):
    with inside(coordinator):
        rows = ReportSection.objects.filter(report=report)
        rows.update(unit=None)
        rows.filter(code="next").update(unit=coordinator.unit, due_on=TODAY - dt.timedelta(days=late))
    people = {
        Role.COORDINATOR: coordinator,
        **{role: member(commune, role, f"Đơn vị {role}") for role in (Role.VICE_CHAIR, Role.CHAIR)},
    }
    found = {role for role, one in people.items() if "1 mục báo cáo quá hạn" in words(signed_in(one).get(NOTICES))}
    assert found == told


@pytest.mark.parametrize("ending", ["{}/giao/", "nhac/", "{}/muc/{}/giao/"])
def test_the_pages_need_few_queries_whatever_is_asked(browser, report, coordinator, ending, django_assert_max_num_queries):
    address = "/bao-cao/" + ending.format(report.pk, section(report, "next").pk)
    with inside(coordinator):
        ReportSection.objects.filter(report=report).update(unit=coordinator.unit, due_on=TODAY - dt.timedelta(days=20))
        remind(report)
    with django_assert_max_num_queries(12):
        answer = browser.get(address)
    assert answer.status_code == 200
    assert not re.search(r"<script(?![^>]*\bsrc=)|\sstyle=|\son\w+=", answer.content.decode())
