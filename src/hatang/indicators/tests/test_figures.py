"""Figures written after approvals and after changes of the inventory."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hatang.assets.models import Asset
from hatang.assets.services import add, change
from hatang.indicators.models import IndicatorFigure, InventoryFigure
from hatang.indicators.services import recompute
from hatang.indicators.tests.ground import approved, make_indicator, make_period, make_villages

pytestmark = pytest.mark.django_db


def road(village, length, surface="concrete", **more):
    attributes = {"class": "axis", "surface": surface}
    return Asset(kind="road_segment", name="Đoạn Ví Dụ", village=village, attributes=attributes, stated_length_m=length, **more)


def figure(indicator, period):
    return IndicatorFigure.objects.get(indicator=indicator, period=period)


def test_approved_parts_are_added_and_carried(as_coordinator):
    indicator, (a, b, c) = make_indicator("irrigation.area"), make_villages(3)
    first, second = make_period("2026-Q1"), make_period("2026-Q2")
    approved(indicator, first, a, 10, 20)
    approved(indicator, first, b, 5, 30)
    approved(indicator, second, a, 15, 20)
    recompute({indicator.pk}, periods={first.pk})
    old, new = figure(indicator, first), figure(indicator, second)
    assert (old.numerator, old.denominator, old.fresh, old.places, old.expected) == (15, 50, 2, 2, 3)
    assert (new.numerator, new.denominator, new.fresh, new.places) == (20, 50, 1, 2)
    assert (old.is_latest, new.is_latest) == (False, True)
    assert c.pk  # a village that never reported is expected, not counted


def test_drafts_and_returned_figures_count_for_nothing(as_coordinator):
    indicator, (a,) = make_indicator("irrigation.area"), make_villages(1)
    period = make_period("2026-Q1")
    row = approved(indicator, period, a, 10, 20)
    row.state = "submitted"
    row.save()
    recompute()
    assert not IndicatorFigure.objects.exists()


def test_a_figure_taken_back_takes_the_mark_of_the_latest_with_it(as_coordinator):
    indicator, (a,) = make_indicator("irrigation.area"), make_villages(1)
    first, second = make_period("2026-Q1"), make_period("2026-Q2")
    approved(indicator, first, a, 10, 20)
    newer = approved(indicator, second, a, 15, 20)
    recompute()
    newer.state = "superseded"
    newer.save()
    recompute({indicator.pk}, periods={second.pk})
    assert [(row.period_id, row.is_latest) for row in IndicatorFigure.objects.all()] == [(first.pk, True)]


def test_the_inventory_is_the_figure_and_what_was_reported_stands_beside_it(as_coordinator):
    indicator, (a, b) = make_indicator("roads.axis"), make_villages(2)
    period = make_period("2026-Q1")
    approved(indicator, period, a, 2, 4)
    add(road(a, 1500))
    add(road(b, 500, surface="earth"))
    found = figure(indicator, period)
    assert (found.source, found.numerator, found.denominator) == ("inventory", Decimal("1.5"), Decimal("2"))
    assert (found.reported_numerator, found.reported_denominator) == (2, 4)
    assert {row.village_id: row.denominator for row in InventoryFigure.objects.all()} == {
        a.pk: Decimal("1.5"),
        b.pk: Decimal("0.5"),
    }


def test_a_road_that_is_hardened_moves_open_periods_and_leaves_locked_ones(as_coordinator):
    indicator, (a,) = make_indicator("roads.axis"), make_villages(1)
    past = make_period("2026-Q1")
    asset = add(road(a, 1000, surface="earth"))
    past.state = "locked"
    past.save()
    now = make_period("2026-Q2")
    asset.attributes = {"class": "axis", "surface": "concrete"}
    change(asset)
    assert [figure(indicator, period).numerator for period in (past, now)] == [0, 1]


def test_an_inventory_nobody_filled_in_says_nothing(as_coordinator):
    indicator = make_indicator("culture.villages")
    make_villages(2)
    period = make_period("2026-Q1")
    recompute()
    assert not IndicatorFigure.objects.filter(indicator=indicator, period=period).exists()


def test_recomputing_needs_no_more_queries_for_more_of_everything(as_coordinator, django_assert_max_num_queries):
    indicators = [make_indicator(code) for code in ("roads.axis", "irrigation.area", "culture.villages")]
    villages = make_villages(3)
    for code in ("2026-Q1", "2026-Q2"):
        period = make_period(code)
        for indicator in indicators:
            for village in villages:
                approved(indicator, period, village, 1, 1)
    with django_assert_max_num_queries(20):
        recompute()
    for village in make_villages(9, first=4):
        add(road(village, 700))
    for code in ("2026-Q3", "2026-Q4", "2027-Q1"):
        make_period(code)
    with django_assert_max_num_queries(20):
        recompute()
    assert IndicatorFigure.objects.filter(is_latest=True).count() == 3
