"""What funded works will add: the target counts on it until they are handed over, then the inventory says it; never both."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from hatang.indicators.promises import additions_of, promises_of
from hatang.indicators.rules.forecast import Addition
from hatang.indicators.rules.status import Status
from hatang.indicators.selectors.targets import standing_of, targets_overview
from hatang.indicators.services import recompute
from hatang.indicators.tests.ground import bound, make_indicator, make_period
from hatang.plans.models import Plan
from hatang.projects import services
from hatang.projects.models import Allocation, Effect, Output, Project
from hatang.projects.money.services import allocate, reverse
from hatang.projects.rules.states import Track
from hatang.projects.tests.examples import make_project, make_road, make_source, make_village
from hatang.tests.factories import make_plan

pytestmark = pytest.mark.usefixtures("as_coordinator")
DAY = dt.date(2026, 6, 1)
BUILT = ("stage:in_plan", "stage:preparation", "stage:under_way", "construction:started", "construction:finished")


def go(work, *moves):
    for move in moves:
        track, to = move.split(":")
        services.step(work, Track(track), to, on=DAY, waive=True, reason="thử")


def effect(work, amount="0.4", year=2027, code="roads.axis"):
    return services.add_effect(Effect(project=work, indicator_code=code, amount=Decimal(amount), year=year))


def capital(work, amount=400_000_000):
    return allocate(Allocation(project=work, source=make_source(), kind="year", year=2026, amount=amount, decided_on=DAY))


def promised_of(indicator):
    return additions_of([indicator]).get(indicator.pk, [])


def test_a_work_is_counted_on_from_its_capital_until_it_is_handed_over():
    indicator, work = make_indicator("roads.axis"), make_project("Đường Ví Dụ")
    effect(work)
    go(work, "stage:in_plan")
    assert promised_of(indicator) == []  # in the plan, and nothing behind it yet
    entry = capital(work)
    assert promised_of(indicator) == [Addition(2027, Decimal("0.4"))]
    reverse(entry, reason="thử")
    assert promised_of(indicator) == []
    go(work, *BUILT[1:])
    assert promised_of(indicator) == [Addition(2027, Decimal("0.4"))]
    go(work, "stage:paused")
    assert promised_of(indicator) == []
    go(work, "stage:under_way", "acceptance:accepted")
    assert len(promised_of(indicator)) == 1
    go(work, "handover:done")
    assert promised_of(indicator) == []


def test_a_work_proposed_or_cancelled_and_one_without_a_year_add_nothing():
    indicator = make_indicator("roads.axis")
    for moves, year in (((), 2027), (("stage:in_plan", "stage:cancelled"), 2027), (("stage:in_plan",), None)):
        work = make_project()
        effect(work, year=year)
        capital(work)
        go(work, *moves)
    late = make_project(end_year=2028)
    effect(late, year=None)
    capital(late)
    go(late, "stage:in_plan")
    assert promised_of(indicator) == [Addition(2028, Decimal("0.4"))]


def test_all_indicators_are_asked_for_in_one_query(django_assert_num_queries):
    indicators = [make_indicator(code) for code in ("roads.axis", "roads.alley", "water.households")]
    for number in range(6):
        work = make_project(f"Đường Ví Dụ {number}")
        effect(work, code=indicators[number % 3].code)
        capital(work)
        go(work, "stage:in_plan")
    with django_assert_num_queries(1):
        found = promises_of(indicators)
    assert [len(found[row.pk]) for row in indicators] == [2, 2, 2]


def test_handing_over_moves_the_target_itself_and_the_promise_goes(tmp_path):
    bindings = bound(make_plan(tmp_path))
    target = bindings["roads.axis"].target
    road = make_road(make_village(), metres=200)
    make_road(surface="concrete", metres=700)
    make_road(metres=100)
    make_period("2026-Q2")
    recompute()
    work = services.propose(Project(name="Cứng hóa đường Ví Dụ", kind="community", sector="transport", asset=road, end_year=2026))
    effect(work, amount="0.2", year=2026)
    services.add_output(
        Output(project=work, asset=road, asset_kind="road_segment", name=road.name, attributes={"surface": "concrete"})
    )
    go(work, *BUILT, "acceptance:accepted")
    before = standing_of(target, DAY)
    assert (before.value, [one.name for one in before.promises]) == (Decimal(70), [work.name])
    assert before.forecast.expected == Decimal(90)
    go(work, "handover:done")
    after = standing_of(target, DAY)
    assert (after.value, list(after.promises)) == (Decimal(90), [])
    assert after.verdict.status == Status.REACHED != before.verdict.status
    shown = next(one for one in targets_overview(Plan.objects.get(), DAY).sectors[0].standings if one.target == target)
    assert (shown.value, shown.verdict.status) == (Decimal(90), Status.REACHED)
