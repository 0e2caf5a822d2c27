"""The yearly plan: draft, approved by a leader, amended with a reason, ticked line by line, copied to the next year."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from hatang.assets.models import MaintenanceLine, MaintenancePlan
from hatang.assets.services import retire
from hatang.assets.upkeep import services
from hatang.assets.upkeep.tests.examples import a_unit, an_asset
from hatang.core.models import AuditEvent

pytestmark = pytest.mark.django_db
DAY = dt.date(2026, 5, 5)


def a_line(plan, job="Phát quang", **values):
    given = {"period": f"{plan.year}-Q2", "unit": a_unit(), "cost": 2_000_000, **values}
    return services.put_line(plan, MaintenanceLine(job=job, **given))


@pytest.fixture
def plan(as_coordinator):
    found = services.draft_plan(2026)
    a_line(found, asset=an_asset())
    return found


def test_a_year_has_one_plan(plan):
    assert services.draft_plan(2026) == plan
    assert MaintenancePlan.objects.count() == 1


def test_a_plan_in_force_is_not_changed_until_it_is_taken_back_with_a_reason(plan):
    services.approve(plan, document="Số 01/QĐ-UBND")
    line = plan.lines.get()
    for attempt in (lambda: a_line(plan), lambda: services.change_line(line), lambda: services.remove_line(line),
                    lambda: services.approve(plan)):  # fmt: skip
        with pytest.raises(services.NotInDraft, match="đã duyệt"):
            attempt()
    services.amend(plan, reason="Bổ sung sau mưa lũ")
    a_line(plan, job="Vét rãnh")
    assert services.approve(plan).amendments == 1
    actions = AuditEvent.objects.filter(subject_type="assets.maintenanceplan").order_by("sequence")
    assert [event.action for event in actions] == [
        "maintenance.draft", "maintenance.approve", "maintenance.amend", "maintenance.approve",
    ]  # fmt: skip


def test_an_empty_plan_is_not_approved(as_coordinator):
    with pytest.raises(services.NotInDraft, match="chưa có việc nào"):
        services.approve(services.draft_plan(2026))


def test_lines_are_ticked_only_in_a_plan_in_force_and_what_is_done_is_not_removed(plan):
    line = plan.lines.get()
    with pytest.raises(services.NotInDraft, match="dự thảo"):
        services.finish(line, on=DAY, actual_cost=1_500_000)
    services.approve(plan)
    services.finish(line, on=DAY, actual_cost=1_500_000, note="Đủ 3 tuyến")
    services.amend(plan, reason="Điều chỉnh")
    with pytest.raises(services.NotInDraft, match="làm xong"):
        services.remove_line(MaintenanceLine.objects.get())


def test_next_year_starts_from_this_year_without_what_was_done_and_what_no_longer_stands(plan):
    services.approve(plan)
    services.finish(plan.lines.get(), on=DAY, actual_cost=1_500_000)
    services.amend(plan, reason="Thêm việc")
    gone = an_asset("Cụm loa đã bỏ")
    a_line(plan, job="Sửa loa", asset=gone, period="2026-11")
    a_line(plan, job="Trực bão", period="2026-Q3")
    retire(gone, reason="tháo dỡ")
    copy = services.draft_plan(2027, copied=plan)
    lines = list(copy.lines.order_by("pk"))
    assert [(line.job, line.period, line.done_on, line.actual_cost) for line in lines] == [
        ("Phát quang", "2027-Q2", None, None), ("Trực bão", "2027-Q3", None, None),
    ]  # fmt: skip


@pytest.mark.parametrize("wrong", [{"cost": -1}, {"actual_cost": 5}])
def test_the_database_refuses_money_that_cannot_be(plan, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        MaintenanceLine.objects.update(**wrong)
