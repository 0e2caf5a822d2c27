"""Where a figure is heading: the trend so far, what funded works add, and where nothing can be said."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatang.indicators.rules.forecast import Addition, Latest, Point, forecast, slope_of


def points(*values, since="2026", every="0.25"):
    return [Point(Decimal(since) + Decimal(every) * n, Decimal(value)) for n, value in enumerate(values)]


def latest(history, *, parts=None, share=True):
    top, bottom = parts or (history[-1].value, Decimal(100))
    return Latest(history[-1].at, Decimal(top), Decimal(bottom), share)


@pytest.mark.parametrize(
    ("history", "slope"),
    [
        (points("60", "61", "62", "63"), "4"),
        (points("60", "61", "90", "63", "64"), "4"),  # one mistaken quarter does not lean the line
        (points("60", "60", "60", "60"), "0"),
        (points("60", "59", "58"), "-4"),
        (points("60", "61"), None),
        (points("60", "61", "62", every="0.1"), None),
        ([], None),
    ],
)
def test_the_change_in_a_year_is_the_median_of_all_pairs(history, slope):
    assert slope_of(history) == (None if slope is None else Decimal(slope))


def test_the_trend_goes_on_from_the_latest_figure():
    history = points("60", "61", "62", "63")  # until 2026.75
    found = forecast(history, latest(history), 2030)
    assert found.trend == 63 + 4 * Decimal("3.25")
    assert (found.points, found.works, found.both, found.expected) == (4, None, None, found.trend)


def test_only_the_last_eight_points_count():
    history = points(*["10"] * 8, *[str(60 + n) for n in range(8)])
    found = forecast(history, latest(history), 2031)
    assert (found.points, found.slope) == (8, 4)


def test_no_share_rises_above_all_and_nothing_falls_below_nought():
    up, down = points("80", "88", "96"), points("20", "12", "4")
    assert forecast(up, latest(up), 2030).trend == 100
    assert forecast(down, latest(down), 2030).trend == 0
    count = points("80", "88", "96")
    assert forecast(count, latest(count, parts=("96", 0), share=False), 2030).trend > 100


def test_funded_works_add_parts_not_percentages():
    history = points("50", "50", "50")
    start = latest(history, parts=("10", "20"))
    works = [Addition(2027, Decimal(4)), Addition(2028, Decimal(1), Decimal(5)), Addition(2031, Decimal(5))]
    found = forecast(history, start, 2030, works)
    assert found.works == found.both == 60  # 15 of 25: the work after the year is not counted
    assert found.trend == 50


def test_works_speak_where_there_is_no_trend_yet():
    history = points("50")
    found = forecast(history, latest(history, parts=("10", "20")), 2030, [Addition(2027, Decimal(4))])
    assert (found.trend, found.works, found.both, found.expected) == (None, 70, None, 70)


@pytest.mark.parametrize("due", [2025, 2026])
def test_a_late_work_still_adds_since_no_figure_has_it(due):
    history = points("50", since="2026")
    assert forecast(history, latest(history, parts=("10", "20")), 2030, [Addition(due, Decimal(4))]).works == 70


@pytest.mark.parametrize("year", [2025, 2026])
def test_a_year_that_is_over_has_no_forecast(year):
    history = points("60", "61", "62", "63", since="2025.5")
    assert forecast(history, latest(history), year) is None


def test_nothing_known_nothing_foreseen():
    history = points("60", "61")
    assert forecast(history, latest(history), 2030) is None
    assert forecast([], Latest(Decimal(2026), Decimal(0), Decimal(0), True), 2030) is None


@given(st.lists(st.decimals(0, 100, places=2), min_size=3, max_size=12), st.integers(2030, 2040))
def test_a_share_stays_a_share(values, year):
    history = points(*map(str, values))
    found = forecast(history, latest(history), year)
    assert found is None or 0 <= found.expected <= 100
