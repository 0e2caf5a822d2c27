"""The thresholds of works: all on one page with what they do, set by the coordinator, and in force from then on."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from hatang.commune.roles import Role
from hatang.core.models import AuditEvent
from hatang.projects.models import WorksSettings
from hatang.projects.rules.lateness import silent_days
from hatang.projects.tests.examples import DAY, make_project
from hatang.projects.thresholds.words import EDITED, GROUPS
from hatang.tests.factories import inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db
PAGE, CHANGE = "/cong-trinh/nguong/", "/cong-trinh/nguong/dat/"
GIVEN = {"late_after_days": 7, "silent_after_days": 15, "paid_ahead_points": 25, "paid_behind_points": 40, "idle_months": 4,
         "year_end_percent": 90}  # fmt: skip


@pytest.mark.parametrize(
    ("reported", "days"), [(None, None), (DAY, None), (DAY - dt.timedelta(30), None), (DAY - dt.timedelta(31), 31)]
)
def test_silence_is_counted_from_the_last_report(reported, days):
    assert silent_days(reported, DAY, allowed=30) == days


def test_every_threshold_is_told_once_with_its_source():
    told = [one.name for _code, _label, some in GROUPS for one in some]
    columns = {field.name for field in WorksSettings._meta.fields} - {"id", "commune"}
    assert sorted(told) == sorted(columns)
    assert all("cần kiểm chứng" in str(one.source) for _code, _label, some in GROUPS for one in some)


def test_the_page_says_the_proposals_until_the_commune_has_its_own(browser):
    html = browser.get(PAGE).content.decode()
    assert "Xã chưa đặt mức nào" in html
    assert "Công trình được coi là chậm khi mốc tới đã qua" in html
    browser.post(CHANGE, {**GIVEN, "reason": "Nghị quyết ví dụ"})
    html = browser.get(PAGE).content.decode()
    assert "Xã chưa đặt mức nào" not in html
    assert "gợi ý 30" in html


def test_the_coordinator_sets_them_with_a_reason_and_leaves_what_leaders_decide(browser, coordinator):
    with inside(coordinator):
        WorksSettings.objects.create(overlap_metres=70)
    assert "id_reason_error" in browser.post(CHANGE, GIVEN).content.decode()
    assert browser.post(CHANGE, {**GIVEN, "overlap_metres": 1, "reason": "Nghị quyết ví dụ"}).status_code == 302
    with inside(coordinator):
        kept = WorksSettings.objects.get()
        assert {name: getattr(kept, name) for name in GIVEN} == GIVEN
        assert kept.overlap_metres == 70
        told = AuditEvent.objects.get(action="work.thresholds")
        assert (told.reason, told.before["late_after_days"], told.after["late_after_days"]) == ("Nghị quyết ví dụ", 0, 7)
    assert set(GIVEN) == {one.name for one in EDITED}


@pytest.mark.parametrize("role", [Role.OFFICER, Role.CHAIR, Role.INSPECTOR, Role.VILLAGE_HEAD])
def test_others_read_them_only(commune, role):
    other = signed_in(make_member(commune, role))
    assert other.get(PAGE).status_code == 200
    assert CHANGE not in other.get(PAGE).content.decode()
    assert other.post(CHANGE, {**GIVEN, "reason": "x"}).status_code == 403


def test_each_commune_has_its_own(browser, coordinator):
    browser.post(CHANGE, {**GIVEN, "reason": "Nghị quyết ví dụ"})
    other = signed_in(make_member(make_commune(), Role.COORDINATOR))
    assert "Xã chưa đặt mức nào" in other.get(PAGE).content.decode()


def test_days_of_grace_and_of_silence_work_at_once(browser, coordinator):
    today = timezone.localdate()
    with inside(coordinator):
        facts = {"phase": "construction", "stage": "under_way", "construction": "started"}
        work = make_project("Đường ví dụ lặng", reported_on=today - dt.timedelta(20), next_due=today - dt.timedelta(5), **facts)
    pages = (f"/cong-trinh/{work.pk}/", f"/cong-trinh/{work.pk}/tien-do/")
    assert not [page for page in pages if "chưa có báo cáo tiến độ" in browser.get(page).content.decode()]
    assert "Đường ví dụ lặng" in browser.get("/cong-trinh/?cham=on").content.decode()
    browser.post(CHANGE, {**GIVEN, "reason": "Nghị quyết ví dụ"})
    assert all("Đã 20 ngày chưa có báo cáo tiến độ" in browser.get(page).content.decode() for page in pages)
    assert "Đường ví dụ lặng" not in browser.get("/cong-trinh/?cham=on").content.decode()


def test_the_pages_need_few_queries(browser, django_assert_max_num_queries):
    for page in (PAGE, CHANGE):
        with django_assert_max_num_queries(12):
            assert browser.get(page).status_code == 200
