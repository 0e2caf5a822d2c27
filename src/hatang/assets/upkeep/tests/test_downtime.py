"""Days out of order: overlapping faults count once, and the days of the years add up to the whole."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hatang.assets.upkeep.rules.downtime import days, days_by_year, union
from hatang.assets.upkeep.rules.tickets import Step, Verb, broken_times

TODAY = dt.date(2026, 6, 10)


def day(text):
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("times", "count"),
    [
        ([], 0),
        ([("2026-06-01", "2026-06-03")], 2),
        ([("2026-06-01", "2026-06-01")], 0),
        ([("2026-06-08", None)], 2),
        ([("2026-06-01", "2026-06-05"), ("2026-06-03", "2026-06-07")], 6),
        ([("2026-06-01", "2026-06-05"), ("2026-06-02", "2026-06-03")], 4),
        ([("2026-06-01", "2026-06-03"), ("2026-06-03", "2026-06-04")], 3),
        ([("2026-06-01", "2026-06-02"), ("2026-06-05", "2026-06-06")], 2),
        ([("2025-12-30", "2026-01-03")], 4),
    ],
)
def test_days(times, count):
    assert days([(day(start), day(end) if end else None) for start, end in times], today=TODAY) == count


def test_each_year_has_its_own_days():
    times = [(day("2024-12-30"), day("2026-01-03")), (day("2026-06-08"), None)]
    assert days_by_year(times, today=TODAY) == {2024: 2, 2025: 365, 2026: 4}


def test_a_fault_that_came_back_counts_both_times():
    steps = [("report", "2026-01-01"), ("assign", "2026-01-01"), ("fix", "2026-01-03"), ("check", "2026-01-04"),
             ("reopen", "2026-01-10"), ("assign", "2026-01-10"), ("fix", "2026-01-11"), ("reopen", "2026-06-09")]  # fmt: skip
    times = broken_times([Step(Verb(verb), 1, day(on), "x") for verb, on in steps])
    assert times == [(day("2026-01-01"), day("2026-01-03")), (day("2026-01-10"), day("2026-01-11")), (day("2026-06-09"), None)]
    assert days(times, today=TODAY) == 4


DAYS = st.integers(0, 4 * 365).map(lambda passed: dt.date(2023, 6, 1) + dt.timedelta(passed))
TIMES = st.lists(st.tuples(DAYS, st.one_of(st.none(), DAYS)), max_size=8)
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of the rule


@UNHURRIED
@given(TIMES)
def test_the_union_holds_exactly_the_days_of_its_parts(times):
    every = {start + dt.timedelta(passed) for start, end in times for passed in range(max(((end or TODAY) - start).days, 0))}
    joined = union(times, today=TODAY)
    assert days(times, today=TODAY) == len(every) == sum(days_by_year(times, today=TODAY).values())
    assert all(earlier[1] < later[0] for earlier, later in pairwise(joined))


@UNHURRIED
@given(TIMES, st.randoms())
def test_the_order_of_reports_changes_nothing(times, random):
    mixed = list(times)
    random.shuffle(mixed)
    assert union(mixed, today=TODAY) == union(times, today=TODAY)
