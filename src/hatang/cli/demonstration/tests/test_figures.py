"""Every target of the plan has its figures or is meant to have none, and the quarters look as a commune's do half way through."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatang.assets.selectors import tallies
from hatang.cli.demonstration.courses import COURSES, NO_DATA, QUARTERS, split
from hatang.cli.demonstration.figures import past
from hatang.cli.demonstration.tests.conftest import TODAY
from hatang.commune.models import Village
from hatang.core.audit import chain_breaks
from hatang.core.figures import Ratio
from hatang.core.models import AuditEvent
from hatang.indicators.models import Indicator, IndicatorFigure, InventoryFigure, Measurement, ReportingPeriod, TargetBinding
from hatang.indicators.rules.status import Status
from hatang.indicators.selectors.standing import standings
from hatang.plans.models import Target

pytestmark = [pytest.mark.xdist_group("demonstration"), pytest.mark.django_db]
PERIODS = ["2024-Q3", "2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1"]


def latest():
    return {
        row.indicator.code: row for row in IndicatorFigure.objects.filter(is_latest=True).select_related("indicator", "period")
    }


def test_each_of_the_nineteen_targets_is_bound_and_measured_or_meant_not_to_be(demonstration):
    assert Target.objects.count() == TargetBinding.objects.count() == 19
    codes = set(TargetBinding.objects.values_list("indicator__code", flat=True))
    assert codes == set(COURSES) | NO_DATA
    figures = latest()
    assert codes - set(figures) == NO_DATA
    assert {figures[code].period.code for code in COURSES} == {"2026-Q2"}


def test_figures_of_the_present_come_from_the_inventory_where_it_counts(demonstration):
    for code, figure in latest().items():
        if figure.indicator.measure:
            counted = Ratio.sum(
                Ratio(*parts) for parts in tallies([figure.indicator.measure])[figure.indicator.measure].parts.values()
            )
            assert figure.source == IndicatorFigure.Source.INVENTORY, code
            assert float(Ratio(figure.numerator, figure.denominator).percent) == pytest.approx(float(counted.percent), abs=0.01)


@pytest.mark.parametrize("code", COURSES)
def test_past_quarters_were_counted_or_reported_and_move_as_they_were_meant_to(demonstration, code):
    rows = IndicatorFigure.objects.filter(indicator__code=code, period__code__in=PERIODS).order_by("period__first")
    measured = Indicator.objects.get(code=code).measure
    source = IndicatorFigure.Source.INVENTORY if measured else IndicatorFigure.Source.REPORTED
    assert [row.source for row in rows] == [source] * QUARTERS
    shares = [float(Ratio(row.numerator, row.denominator).percent) for row in rows]
    assert shares == pytest.approx(COURSES[code], abs=1)


def test_targets_stand_in_every_way_a_target_can(demonstration):
    found = Counter(standing.verdict.status for standing in standings(Target.objects.order_by("order"), today=TODAY))
    assert set(found) == set(Status)
    assert found[Status.NO_DATA] == 1


def test_a_figure_is_the_sum_of_its_villages(demonstration):
    period = ReportingPeriod.objects.get(code="2025-Q4")
    figure = IndicatorFigure.objects.get(indicator__code="waste.households", period=period)
    rows = Measurement.objects.filter(indicator__code="waste.households", period=period, state="approved")
    assert rows.count() == Village.objects.count()
    assert Ratio.sum(row.ratio for row in rows) == Ratio(figure.numerator, figure.denominator)


def test_past_quarters_are_locked_and_the_present_one_is_half_way_through(demonstration):
    assert past(TODAY) == PERIODS
    states = dict(ReportingPeriod.objects.values_list("code", "state"))
    assert states == dict.fromkeys(PERIODS, "locked") | {"2026-Q2": "open"}
    now = Measurement.objects.filter(period__code="2026-Q2")
    assert set(now.values_list("state", flat=True)) == {"approved", "submitted", "returned", "draft"}
    late = Village.objects.exclude(pk__in=now.filter(village__isnull=False).exclude(state="draft").values("village"))
    assert [village.name for village in late.order_by("pk")] == [f"thôn Minh Họa {number}" for number in range(10, 15)]
    assert ReportingPeriod.objects.get(code="2026-Q2").due_on < TODAY


def test_there_is_a_correction_and_a_figure_written_for_somebody_else(demonstration):
    old = Measurement.objects.get(state="superseded")
    assert old.superseded_by.state == "approved"
    assert old.superseded_by.numerator < old.numerator
    assert old.superseded_by.correction_reason
    for row in Measurement.objects.exclude(on_behalf_of="").select_related("entered_by"):
        assert (row.entered_by.username, row.on_behalf_of) == ("dieuphoi", "Trưởng thôn Minh Họa 9 (minh họa)")


def test_every_figure_says_that_it_is_illustrative(demonstration):
    said = Measurement.objects.values_list("note", flat=True)
    assert Counter("minh họa" in note for note in said) == {True: len(said)}


def test_the_trail_tells_of_the_load_and_holds(demonstration):
    loads = AuditEvent.objects.filter(action="demonstration.figures")
    assert sum(event.after["reported"] for event in loads) == Measurement.objects.filter(period__code__in=PERIODS).count() - 1
    assert sum(event.after["counted"] for event in loads) == InventoryFigure.objects.filter(period__code__in=PERIODS).count()
    assert {event.user_id for event in loads} == {None}
    assert chain_breaks() == []


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=14), st.floats(0, 100))
def test_no_place_is_given_more_than_it_has(pairs, percent):
    from decimal import Decimal

    parts = {at: (Decimal(min(pair)), Decimal(max(pair))) for at, pair in enumerate(pairs)}
    for answers in (True, False):
        said = split(parts, percent, unit="hộ", answers=answers)
        assert set(said) == set(parts)
        assert all(0 <= top <= whole for top, whole in said.values())
