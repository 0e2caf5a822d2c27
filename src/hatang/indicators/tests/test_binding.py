"""Targets of the plan tied to what measures them, the way to each, and the documents behind kept states."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pytest

from hatang.core.models import AuditEvent
from hatang.indicators.models import Indicator, Milestone, TargetBinding
from hatang.indicators.rules.passing import Goal
from hatang.indicators.rules.path import Step
from hatang.indicators.services import bind, bind_proposed, propose_milestones, recompute, set_milestones, set_proof
from hatang.indicators.tests.ground import approved, bound, make_indicator, make_period, make_villages
from hatang.indicators.tests.test_catalogue import BUNDLED
from hatang.plans.models import Target
from hatang.tests.factories import make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan(as_coordinator, tmp_path):
    return make_plan(tmp_path)


def steps(binding):
    return [(row.year, row.comparator, row.value) for row in Milestone.objects.filter(binding=binding).order_by("year")]


def test_all_nineteen_targets_of_the_bundled_plan_are_bound(plan):
    made = bind_proposed(plan)
    assert {(b.target.sector, b.target.subject, b.indicator.code) for b in made} == set(BUNDLED)
    assert len(made) == 19
    assert all(binding.year == 2030 for binding in made)
    assert bind_proposed(plan) == []
    assert Indicator.objects.count() == 19


def test_what_is_asked_is_the_plans(plan):
    bindings = bound(plan)
    axis, water, health, radio = (
        bindings[code] for code in ("roads.axis", "water.households", "health.criteria", "radio.station")
    )
    assert (axis.comparator, axis.value, axis.aspirational) == (">=", 80, False)
    assert (water.comparator, water.value, water.aspirational) == ("=", 60, True)
    assert (health.comparator, health.value) == ("maintain", None)
    assert radio.comparator == "exists"


def test_the_way_starts_from_nothing_until_there_is_a_figure_and_then_from_the_first_one(plan):
    binding = bound(plan)["irrigation.area"]
    assert steps(binding) == [(2026, ">=", 16), (2027, ">=", 32), (2028, ">=", 48), (2029, ">=", 64)]
    (village,) = make_villages(1)
    approved(binding.indicator, make_period("2026-H1"), village, 26, 100)
    recompute()
    binding.refresh_from_db()
    assert (binding.start_value, binding.start_on.isoformat()) == (26, "2026-06-30")
    assert [year for year, _comparator, _value in steps(binding)] == [2026, 2027, 2028, 2029]
    assert steps(binding)[0][2] == 32
    approved(binding.indicator, make_period("2026-H2"), village, 50, 100)
    recompute()
    binding.refresh_from_db()
    assert binding.start_value == 26


def test_figures_from_before_the_plan_move_the_start_until_the_plan_begins(plan):
    binding = bound(plan)["irrigation.area"]
    (village,) = make_villages(1)
    for code, share in (("2025-Q1", 20), ("2025-Q4", 30), ("2026-Q1", 45)):
        approved(binding.indicator, make_period(code), village, share, 100)
        recompute()
    binding.refresh_from_db()
    assert (binding.start_value, binding.start_on.isoformat()) == (30, "2025-12-31")
    assert steps(binding) == [(2026, ">=", 40), (2027, ">=", 50), (2028, ">=", 60), (2029, ">=", 70)]


def test_no_milestone_lies_before_the_plan(plan):
    binding = bound(plan)["irrigation.area"]
    approved(binding.indicator, make_period("2024"), make_villages(1)[0], 20, 100)
    recompute()
    assert [year for year, _comparator, _value in steps(binding)] == [2026, 2027, 2028, 2029]


def test_milestones_a_person_set_stay(plan):
    binding = bound(plan)["irrigation.area"]
    set_milestones(binding, [Step(2026, Goal(">", Decimal(30))), Step(2028, Goal(">=", Decimal(60)))])
    approved(binding.indicator, make_period("2026-Q1"), make_villages(1)[0], 26, 100)
    recompute()
    assert steps(binding) == [(2026, ">", 30), (2028, ">=", 60)]
    event = AuditEvent.objects.filter(action="target.milestones").order_by("-sequence").first()
    assert event.after == {"2026": "> 30", "2028": ">= 60"}


def test_the_way_can_be_laid_anew_from_the_latest_figure(plan):
    binding = bound(plan)["irrigation.area"]
    set_milestones(binding, [])
    approved(binding.indicator, make_period("2027"), make_villages(1)[0], 50, 100)
    recompute()
    propose_milestones(binding)
    assert steps(binding) == [(2028, ">=", 60), (2029, ">=", 70)]


def test_a_target_bound_anew_keeps_one_binding_and_its_story(plan):
    binding = bound(plan)["roads.axis"]
    asked = {"comparator": ">=", "value": Decimal(90), "value_max": None, "year": 2028, "aspirational": True}
    again = bind(binding.target, make_indicator("roads.alley"), **asked)
    assert again.pk == binding.pk
    assert TargetBinding.objects.filter(target=binding.target).count() == 1
    assert [year for year, _c, _v in steps(again)] == [2026, 2027]
    assert AuditEvent.objects.filter(action="target.bind").order_by("-sequence").first().before["value"] == "80.0000"


def test_a_state_to_keep_is_asked_for_each_year_and_proven_by_a_document(plan):
    binding = bound(plan)["health.criteria"]
    assert [(year, comparator) for year, comparator, _v in steps(binding)] == [(y, "maintain") for y in range(2026, 2030)]
    assert not binding.has_proof
    set_proof(binding, reference="Quyết định số 12/QĐ-VD", on=None, upload=BytesIO(b"%PDF-1.4 quyet dinh"), name="qd.pdf")
    binding.refresh_from_db()
    assert binding.has_proof
    assert binding.proof.name == "qd.pdf"


def test_a_new_version_takes_over_what_measured_the_old_one_with_its_path_and_proof(plan, tmp_path):
    old = bound(plan)
    set_milestones(old["roads.alley"], [Step(2028, Goal(">=", Decimal(60)))])
    set_milestones(old["roads.field"], [Step(2028, Goal(">=", Decimal(40)))])
    set_proof(old["health.criteria"], reference="12/QĐ-VD", on=None)
    mine = make_indicator("culture.villages")
    bind(old["roads.axis"].target, mine, comparator=">=", value=Decimal(80), value_max=None, year=2030, aspirational=False)
    newer = make_plan(tmp_path)
    assert newer.replaces_id == plan.pk
    Target.objects.filter(plan=newer, subject__contains="nội đồng").update(value=55)
    new = {row.target.subject: row for row in bind_proposed(newer)}
    assert len(new) == 19
    by_code = {row.indicator.code: row for row in new.values()}
    assert new[old["roads.axis"].target.subject].indicator == mine
    assert steps(by_code["roads.alley"]) == [(2028, ">=", 60)]
    assert by_code["health.criteria"].proof_reference == "12/QĐ-VD"
    assert len(steps(by_code["roads.field"])) == 4  # more is asked now: the way is laid anew
