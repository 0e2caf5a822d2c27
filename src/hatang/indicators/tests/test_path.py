"""The way to a target: proposed in a straight line, each year with its own rule, and what it asks for between years."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from hatang.indicators.rules.passing import Goal
from hatang.indicators.rules.path import Step, missed, moment, proposed, required_at

BEGIN = dt.date(2025, 12, 31)
ROAD = Goal(">=", Decimal(80))


@pytest.mark.parametrize(
    ("day", "expected"), [("2025-12-31", "2025"), ("2030-12-31", "2030"), ("2028-12-31", "2028"), ("2028-01-01", "2027.002")]
)
def test_the_end_of_a_year_is_the_year(day, expected):
    assert abs(moment(dt.date.fromisoformat(day)) - Decimal(expected)) < Decimal("0.001")


@pytest.mark.parametrize(
    ("goal", "start", "since", "steps"),
    [
        (ROAD, "60", BEGIN, [(2026, ">=", "64"), (2027, ">=", "68"), (2028, ">=", "72"), (2029, ">=", "76")]),
        (ROAD, None, BEGIN, [(2026, ">=", "16"), (2027, ">=", "32"), (2028, ">=", "48"), (2029, ">=", "64")]),
        (ROAD, "70", dt.date(2028, 12, 31), [(2029, ">=", "75")]),
        (ROAD, "70", dt.date(2029, 12, 31), []),
        (Goal("<=", Decimal(5)), "11", dt.date(2027, 12, 31), [(2028, "<=", "9"), (2029, "<=", "7")]),
        (Goal("=", Decimal(100)), "0", dt.date(2027, 12, 31), [(2028, ">=", "33.3"), (2029, ">=", "66.7")]),
        (Goal("maintain"), "100", dt.date(2027, 12, 31), [(2028, "maintain", None), (2029, "maintain", None)]),
        (Goal("exists"), "0", BEGIN, []),
    ],
)  # fmt: skip
def test_a_straight_way_is_proposed(goal, start, since, steps):
    found = proposed(goal, 2030, start=None if start is None else Decimal(start), since=since)
    assert [(step.year, step.goal.comparator, step.goal.value) for step in found] == [
        (year, comparator, None if value is None else Decimal(value)) for year, comparator, value in steps
    ]


STEPS = [Step(2026, Goal(">=", Decimal(64))), Step(2027, Goal(">", Decimal(68))), Step(2030, ROAD)]


@pytest.mark.parametrize(
    ("figure", "at", "year"),
    [("63", "2026", 2026), ("64", "2026", None), ("10", "2025.9", None), ("68", "2027.5", 2027), ("68.1", "2027.5", None)],
)
def test_the_last_step_due_is_the_one_that_counts(figure, at, year):
    step = missed(STEPS, Decimal(figure), Decimal(at))
    assert (step.year if step else None) == year


@pytest.mark.parametrize(
    ("at", "asked"),
    [("2025", "60"), ("2025.5", "62"), ("2026", "64"), ("2028.5", "74"), ("2030", "80"), ("2031", "80"), ("2024", None)],
)
def test_between_years_the_path_is_straight(at, asked):
    found = required_at(STEPS, Decimal(at), start=(Decimal(2025), Decimal(60)))
    assert found == (None if asked is None else Decimal(asked))


def test_a_state_to_keep_asks_for_no_amount():
    assert required_at([Step(2026, Goal("maintain")), Step(2030, Goal("maintain"))], Decimal(2027), start=None) is None
