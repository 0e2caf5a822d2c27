"""What a maintenance plan adds up to."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hatang.assets.upkeep.rules.planning import Line, fits, is_overdue, moved, totals
from hatang.core.money import Money

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of the rule
TODAY = dt.date(2026, 7, 1)
DONE = dt.date(2026, 5, 5)


def test_totals():
    lines = [
        Line("2026-Q1", Money(5_000_000), DONE, Money(4_500_000)),
        Line("2026-05", Money(2_000_000), DONE),
        Line("2026-Q2", Money(1_000_000)),
        Line("2026-Q4", Money(7_000_000)),
    ]
    found = totals(lines, today=TODAY)
    assert (found.lines, found.done, found.overdue) == (4, 2, 1)
    assert found.cost == Money(15_000_000)
    assert (found.cost_of_done, found.actual, found.difference) == (Money(7_000_000), Money(6_500_000), Money(-500_000))


@pytest.mark.parametrize(
    ("period", "done", "late"),
    [("2026-06", None, True), ("2026-Q2", None, True), ("2026-Q2", DONE, False), ("2026-07", None, False), ("2026", None, False)],
)
def test_late(period, done, late):
    assert is_overdue(Line(period, Money(1), done), today=TODAY) is late


@pytest.mark.parametrize(
    ("code", "fit"),
    [("2026-Q2", True), ("2026-05", True), ("2026", True), ("2026-H1", True), ("2027-Q2", False), ("2026-2030", False),
     ("2026-05-01", False), ("2026-Q5", False), ("", False)],
)  # fmt: skip
def test_a_time_that_fits_the_year(code, fit):
    assert fits(code, 2026) is fit


@UNHURRIED
@given(st.sampled_from(["2026-Q2", "2026-05", "2026", "2026-H2"]), st.integers(2000, 2100))
def test_a_time_moved_to_another_year_fits_it_and_comes_back(code, year):
    assert fits(moved(code, year), year)
    assert moved(moved(code, year), 2026) == code


@UNHURRIED
@given(st.lists(st.builds(Line, st.sampled_from(["2026-Q1", "2026-11"]), st.integers(0, 10**9).map(Money),
                          st.one_of(st.none(), st.just(DONE)))))  # fmt: skip
def test_totals_of_parts_add_up(lines):
    half = len(lines) // 2
    whole, first, second = (totals(part, today=TODAY) for part in (lines, lines[:half], lines[half:]))
    assert whole.cost == first.cost + second.cost
    assert whole.done + sum(line.done_on is None for line in lines) == whole.lines == first.lines + second.lines
