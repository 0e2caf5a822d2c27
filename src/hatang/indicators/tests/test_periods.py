"""The page of periods: who opens, locks and re-opens, and how late figures are chased."""

from __future__ import annotations

import datetime as dt

import pytest

from hatang.commune.roles import Role
from hatang.core.periods import NotAPeriod
from hatang.indicators.models import ReportingPeriod, ReportingSettings
from hatang.indicators.selectors.periods import to_open
from hatang.indicators.services import open_period
from hatang.tests.factories import inside, make_member, signed_in

PERIODS = "/chi-tieu/so-lieu/ky/"


@pytest.mark.parametrize("code", ["2026-05", "2026-06-15", "2026-2030", "quý 2"])
def test_only_quarters_halves_and_years_are_reported(as_coordinator, code):
    with pytest.raises(NotAPeriod):
        open_period(code)


def test_what_may_be_opened_is_near_today_and_not_there_yet(as_coordinator):
    known = [open_period("2026-Q2")]
    codes = [period.code for period in to_open(dt.date(2026, 5, 20), known)]
    assert codes == ["2026-Q1", "2026-Q3", "2025-H2", "2026-H1", "2026-H2", "2025", "2026", "2027"]


def test_a_coordinator_opens_and_locks_and_a_leader_opens_again(browser, coordinator):
    with inside(coordinator):
        period = open_period("2026-Q2")
    assert "Hãy ghi lý do" in browser.post(f"{PERIODS}{period.pk}/khoa/", {"reason": ""}, follow=True).content.decode()
    browser.post(f"{PERIODS}{period.pk}/khoa/", {"reason": "Đã chốt"})
    assert "Đã chốt" in browser.get(PERIODS).content.decode()
    assert browser.post(f"{PERIODS}{period.pk}/mo-lai/", {"reason": "sửa"}).status_code == 403
    chair = make_member(coordinator.commune, Role.CHAIR)
    signed_in(chair).post(f"{PERIODS}{period.pk}/mo-lai/", {"reason": "Thôn Ví Dụ nộp bổ sung"})
    with inside(coordinator):
        period.refresh_from_db()
    assert (period.state, period.reason, period.changed_by) == ("open", "Thôn Ví Dụ nộp bổ sung", chair.user)


def test_a_period_is_opened_with_a_due_day_that_may_be_moved(browser, coordinator):
    page = browser.get(PERIODS).content.decode()
    code = page.split('<option value="')[1].split('"')[0]
    browser.post(PERIODS, {"code": code, "due_on": "20/01/2027"})
    with inside(coordinator):
        period = ReportingPeriod.objects.get(code=code)
    assert period.due_on == dt.date(2027, 1, 20)
    browser.post(f"{PERIODS}{period.pk}/han/", {"due_on": "25/01/2027"})
    assert "phải viết như" in browser.post(f"{PERIODS}{period.pk}/han/", {"due_on": "mai"}, follow=True).content.decode()
    with inside(coordinator):
        period.refresh_from_db()
    assert period.due_on == dt.date(2027, 1, 25)


def test_days_climb_in_order(browser, coordinator):
    wrong = {"days_to_coordinator": 5, "days_to_vice_chair": 4, "days_to_chair": 14, "jump_percent": 30}
    assert "tăng dần" in browser.post(f"{PERIODS}cach-nhac/", wrong).content.decode()
    browser.post(f"{PERIODS}cach-nhac/", {**wrong, "days_to_vice_chair": 9})
    with inside(coordinator):
        assert ReportingSettings.objects.get().days_to_vice_chair == 9


def test_an_officer_reads_but_does_not_manage(commune):
    browser = signed_in(make_member(commune, Role.OFFICER))
    assert browser.get(PERIODS).status_code == 200
    assert browser.post(f"{PERIODS}cach-nhac/", {}).status_code == 403
    browser.post(PERIODS, {"code": "2026"})
    with inside(make_member(commune)):
        assert not ReportingPeriod.objects.exists()
