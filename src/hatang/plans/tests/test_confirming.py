"""Confirming makes the plan in force: all of it, once, as reviewed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hatang.commune.models import Unit
from hatang.core.audit import chain_breaks
from hatang.plans import services
from hatang.plans.models import (
    Assignment,
    DocumentReference,
    OfficialDocument,
    Plan,
    PlanItem,
    ReviewItem,
    Schedule,
    Target,
    Task,
    TaskQuantity,
)  # fmt: skip
from hatang.plans.selectors import plans_in_force
from hatang.tests.factories import make_import, make_plan, short_plan

pytestmark = pytest.mark.django_db


def test_the_bundled_plan_becomes_a_plan_a_person_recognises(as_coordinator, tmp_path):
    plan = make_plan(tmp_path)
    assert (plan.period_start, plan.period_end) == (2026, 2030)
    assert plan.document.signer_name == "Nguyễn Quốc Hội"
    assert Target.objects.filter(plan=plan).count() == 19
    assert Target.objects.filter(plan=plan, unit="%").count() == 17
    assert set(Target.objects.values_list("sector", flat=True)) == set(dict(Target._meta.get_field("sector").choices))
    canals = TaskQuantity.objects.get(unit="km")
    assert (canals.value, canals.approximate) == (Decimal(5), True)
    assert Task.objects.filter(quantities__unit="bộ", quantities__value=10).count() == 1
    assert Assignment.objects.filter(role="directs").count() == 1
    assert Assignment.objects.get(role="leads").unit == Unit.objects.get(name="Phòng Kinh tế")
    assert Schedule.objects.filter(every="quarter").count() == 1
    assert DocumentReference.objects.count() == 3
    assert PlanItem.objects.filter(depth=1).count() == 5


def test_confirming_twice_gives_the_same_plan(as_coordinator, tmp_path):
    plan_import = make_import(tmp_path, short_plan())
    assert services.confirm(plan_import) == services.confirm(plan_import)
    assert Plan.objects.count() == 1


def test_corrections_enter_and_dropped_items_do_not(as_coordinator, tmp_path):
    plan_import = make_import(tmp_path, short_plan())
    road, water = ReviewItem.objects.select_related("plan_import").filter(kind="target").order_by("start")
    services.edit(road, {"value": 85.5})
    services.drop(water)
    services.confirm(plan_import)
    assert [target.value for target in Target.objects.all()] == [Decimal("85.5")]


def test_nothing_to_follow_is_no_plan_and_nothing_is_half_written(as_coordinator, tmp_path):
    plan_import = make_import(tmp_path, short_plan())
    for item in ReviewItem.objects.select_related("plan_import"):
        services.drop(item)
    with pytest.raises(services.NotReady):
        services.confirm(plan_import)
    assert not OfficialDocument.objects.exists()


def test_an_abandoned_import_is_not_confirmed(as_coordinator, tmp_path):
    plan_import = make_import(tmp_path, short_plan())
    services.abandon(plan_import)
    with pytest.raises(services.NotReady):
        services.confirm(plan_import)


def test_a_fault_in_the_middle_leaves_nothing(as_coordinator, tmp_path, monkeypatch):
    from hatang.plans.services import confirming

    plan_import = make_import(tmp_path, short_plan())
    monkeypatch.setattr(confirming, "_rows", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        services.confirm(plan_import)
    assert not Plan.objects.exists()
    assert not OfficialDocument.objects.exists()
    assert chain_breaks() == []


def test_a_new_version_takes_the_place_of_the_old_one_and_keeps_it(as_coordinator, tmp_path):
    old = make_plan(tmp_path, short_plan())
    new = make_plan(tmp_path, short_plan(road=90))
    assert plans_in_force() == [new]
    assert Plan.objects.get(pk=old.pk).replaced_by == new
    assert Target.objects.filter(plan=old).exists()


def test_another_plan_stands_beside_those_in_force(as_coordinator, tmp_path):
    road = make_plan(tmp_path, short_plan())
    school = make_plan(tmp_path, short_plan().replace("Phát triển hạ tầng xã Thí Dụ", "Tăng cường cơ sở vật chất trường học"))
    later = make_plan(tmp_path, short_plan().replace("2026 - 2030", "2031 - 2035"))
    assert plans_in_force() == [later, school, road]


def test_a_person_decides_what_is_replaced(as_coordinator, tmp_path):
    road = make_plan(tmp_path, short_plan())
    plan_import = make_import(tmp_path, short_plan(road=90))
    assert plan_import.replaces == road
    services.choose_replaced(plan_import, None)
    assert services.confirm(plan_import).replaces is None
    with pytest.raises(services.NotInReview):
        services.choose_replaced(plan_import, road)


def test_the_choice_is_made_on_the_page_of_confirmation(coordinator, browser, tmp_path):
    from hatang.plans.models import PlanImport
    from hatang.tests.factories import inside

    with inside(coordinator):
        road = make_plan(tmp_path, short_plan())
        plan_import = make_import(tmp_path, short_plan(road=90))
    page = browser.get(f"/ke-hoach/nhap/{plan_import.pk}/xac-nhan/").content.decode()
    assert f'<option value="{road.pk}" selected>' in page
    address = f"/ke-hoach/nhap/{plan_import.pk}/thay/"
    for value, wanted in (("", None), (road.pk, road.pk), (10**6, road.pk)):
        browser.post(address, {"replaces": value})
        with inside(coordinator):
            assert PlanImport.objects.get(pk=plan_import.pk).replaces_id == wanted


def test_two_versions_cannot_both_replace_the_same_plan(as_coordinator, tmp_path):
    make_plan(tmp_path, short_plan())
    one, two = make_import(tmp_path, short_plan(road=90)), make_import(tmp_path, short_plan(road=95))
    services.confirm(one)
    with pytest.raises(services.NotReady):
        services.confirm(two)


def test_the_page_shows_what_changes_before_it_does(coordinator, browser, tmp_path):
    from hatang.tests.factories import inside

    with inside(coordinator):
        make_plan(tmp_path, short_plan())
        plan_import = make_import(tmp_path, short_plan(road=90, length=7))
    html = browser.get(f"/ke-hoach/nhap/{plan_import.pk}/xac-nhan/").content.decode()
    assert "<strong>từ 90% trở lên</strong>" in html
    assert "<strong>7 km</strong>" in html
    assert "Không còn" not in html
    answer = browser.post(f"/ke-hoach/nhap/{plan_import.pk}/xac-nhan/", follow=True)
    assert "Đã xác nhận" in answer.content.decode()
