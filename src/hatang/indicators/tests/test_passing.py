"""Every comparator of a plan, and figures at, above and below what it asks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatang.indicators.rules.passing import ANY, Goal, gap, passes

TABLE = [
    (Goal(">=", Decimal(80)), "80", True),
    (Goal(">=", Decimal(80)), "79.99", False),
    (Goal("=", Decimal(60)), "60", True),
    (Goal("=", Decimal(60)), "72", True),
    (Goal("=", Decimal(100)), "99.99", False),
    (Goal(">", Decimal(90)), "90", False),
    (Goal(">", Decimal(90)), "90.01", True),
    (Goal("<=", Decimal(5)), "5", True),
    (Goal("<=", Decimal(5)), "5.1", False),
    (Goal("<", Decimal(5)), "5", False),
    (Goal("<", Decimal(5)), "4.9", True),
    (Goal("~", Decimal(5)), "4.75", True),
    (Goal("~", Decimal(5)), "4.7", False),
    (Goal("~", Decimal(5)), "6", True),
    (Goal("between", Decimal(10), Decimal(20)), "10", True),
    (Goal("between", Decimal(10), Decimal(20)), "20", True),
    (Goal("between", Decimal(10), Decimal(20)), "20.1", False),
    (Goal("between", Decimal(10), Decimal(20)), "9", False),
    (Goal("maintain"), "100", True),
    (Goal("maintain"), "0", False),
    (Goal("maintain", Decimal(95)), "95", False),
    (Goal("exists"), "100", True),
    (Goal("exists"), "50", False),
    (Goal("exists", full=ANY), "1", True),
    (Goal("exists", full=ANY), "0", False),
]


@pytest.mark.parametrize(("goal", "figure", "expected"), TABLE)
def test_a_figure_passes(goal, figure, expected):
    assert passes(goal, Decimal(figure)) is expected


@pytest.mark.parametrize("comparator", [">=", "=", ">", "<=", "<", "~", "between", "maintain", "exists"])
def test_nothing_reported_passes_nothing(comparator):
    assert passes(Goal(comparator, Decimal(0), Decimal(1)), None) is False


@pytest.mark.parametrize(
    ("goal", "figure", "missing"),
    [
        (Goal(">=", Decimal(80)), "62.5", "17.5"),
        (Goal("<=", Decimal(5)), "9", "4"),
        (Goal("between", Decimal(10), Decimal(20)), "23", "3"),
        (Goal(">=", Decimal(80)), "81", "0"),
        (Goal("exists"), "0", "0"),
    ],
)
def test_how_far_a_figure_is_from_passing(goal, figure, missing):
    assert gap(goal, Decimal(figure)) == Decimal(missing)


@given(
    comparator=st.sampled_from([">=", "=", "<=", "between"]),
    asked=st.decimals(0, 100, places=2),
    figure=st.decimals(0, 200, places=2),
)
def test_adding_the_gap_passes(comparator, asked, figure):
    goal = Goal(comparator, asked, asked + 10)
    missing = gap(goal, figure)
    assert (missing == 0) is passes(goal, figure)
    assert passes(goal, figure + missing) or passes(goal, figure - missing)
