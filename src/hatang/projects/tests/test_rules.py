"""Gates, lateness and scores as tables."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatang.projects import data
from hatang.projects.rules.gates import Held, Paper, missing
from hatang.projects.rules.lateness import Pace, Point, behind, lateness, planned_percent
from hatang.projects.rules.scoring import Facts, Weighed, proposed, total
from hatang.projects.rules.states import STATES, Kind, Track
from hatang.projects.rules.tracks import MOVES, REQUEST_STAGES

DAY = dt.date(2026, 6, 1)


def days(count: int) -> dt.date:
    return DAY + dt.timedelta(days=count)


@pytest.mark.parametrize(
    ("held", "is_missing"),
    [
        (Held(1), True),
        (Held(1, number="12/QĐ-UBND"), True),
        (Held(1, dated=True), True),
        (Held(1, number="12/QĐ-UBND", dated=True), False),
        (Held(1, filed=True), False),
        (Held(1, referred=True), False),
        (Held(2, filed=True), True),
        (Held(None, filed=True), True),
    ],
)
def test_a_paper_counts_when_it_can_be_found_again(held, is_missing):
    paper = Paper(1, "Quyết định")
    assert missing([paper], [held]) == ([paper] if is_missing else [])


def test_a_paper_that_is_not_required_is_never_missing():
    assert missing([Paper(1, "Biên bản", required=False)], []) == []


def test_every_shipped_gate_guards_a_move_there_is():
    for gate in data.gates():
        track = Track(gate.track)
        assert Kind(gate.kind)
        assert gate.to in {state.value for state in STATES[track]}
        assert gate.to in {to for options in (*MOVES[track].values(), *REQUEST_STAGES.values()) for to in options}
        assert gate.document
        assert gate.english
        assert gate.checked == bool(gate.source), gate.code  # what has no article is not called checked


def point(planned: int, actual: int | None = None, *, baseline: int | None = None, percent: int | None = None) -> Point:
    share = None if percent is None else Decimal(percent)
    first = days(planned if baseline is None else baseline)
    return Point("mốc", first, days(planned), None if actual is None else days(actual), share)


@pytest.mark.parametrize(
    ("points", "pace", "late", "slip"),
    [
        ([], Pace.NO_DATES, 0, 0),
        ([point(0)], Pace.SOON, 0, 0),
        ([point(30)], Pace.ON_TIME, 0, 0),
        ([point(-1)], Pace.LATE, 1, 0),
        ([point(-10, -10), point(-3), point(60)], Pace.LATE, 3, 0),
        ([point(40, baseline=10)], Pace.ON_TIME, 0, 30),
        ([point(-5, -5), point(-2, 0)], Pace.DONE_LATE, 2, 0),
        ([point(-5, -9)], Pace.DONE, 0, 0),
    ],
)
def test_how_a_work_keeps_its_dates(points, pace, late, slip):
    found = lateness(points, DAY)
    assert (found.pace, found.days, found.slip) == (pace, late, slip)


def test_days_of_grace_are_the_communes():
    assert lateness([point(-5)], DAY, grace=7).pace == Pace.SOON
    assert lateness([point(-8)], DAY, grace=7).pace == Pace.LATE


@pytest.mark.parametrize(
    ("day", "percent"),
    [(-50, 0), (0, 0), (50, 25), (100, 50), (150, 75), (200, 100), (500, 100)],
)
def test_what_should_be_built_runs_straight_between_milestones(day, percent):
    points = [point(100, percent=50), point(200, percent=100)]
    assert planned_percent(points, days(day), start=DAY) == percent


def test_behind_is_what_is_planned_less_what_is_built():
    points = [point(100, percent=100)]
    assert behind(points, Decimal(20), days(50), start=DAY) == Decimal("30.0")
    assert behind(points, Decimal(80), days(50), start=DAY) == Decimal("-30.0")
    assert behind([point(10)], Decimal(20), DAY) is None


CRITERIA = [Weighed(1, 10, 3), Weighed(2, 5, 1)]


@pytest.mark.parametrize(
    ("points", "score"),
    [
        ({1: 10, 2: 5}, "100.00"),
        ({1: 0, 2: 0}, "0.00"),
        ({1: 10, 2: 0}, "75.00"),
        ({1: 5, 2: 5}, "62.50"),
        ({1: 99, 2: -3}, "75.00"),
        ({1: 10}, None),
    ],
)
def test_a_score_weighs_the_criteria(points, score):
    found = total(CRITERIA, {key: Decimal(value) for key, value in points.items()})
    assert found == (None if score is None else Decimal(score))


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(1, 100), st.integers(0, 9)), min_size=1, max_size=8), st.randoms())
def test_a_score_lies_between_0_and_100(weights, random):
    criteria = [Weighed(number, most, weight) for number, (most, weight) in enumerate(weights)]
    found = total(criteria, {one.key: Decimal(random.randint(-5, 200)) for one in criteria})
    assert found is None or 0 <= found <= 100


@pytest.mark.parametrize(
    ("measure", "facts", "points"),
    [
        ("households/10", Facts(households=45), 4),
        ("households/10", Facts(households=900), 10),
        ("households/10", Facts(), None),
        ("poor/10", Facts(households=40, poor=14), 3),
        ("poor/10", Facts(households=0, poor=0), None),
        ("land", Facts(land_ready=True), 10),
        ("land", Facts(), 0),
        ("gives", Facts(gives=True), 10),
        ("", Facts(households=50), None),
    ],
)
def test_facts_propose_points(measure, facts, points):
    assert proposed(measure, 10, facts) == points
