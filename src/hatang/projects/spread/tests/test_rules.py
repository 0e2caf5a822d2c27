"""When capital is spread too thin: what each work needs, the worst thing to say of it, and which to finish first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatang.projects.spread.rules import Need, Warning, Work, enough_for, finish_first, judged, need_of, spread

YEAR = 2026


def work(pk=1, **given) -> Work:
    return Work(pk, f"Công trình ví dụ {pk}", **given)


@pytest.mark.parametrize(
    ("group", "by_year", "first", "last", "missing", "share"),
    [
        ("C", {}, 2026, 2028, 900, 300),
        ("", {}, 2026, 2028, 900, 300),
        ("B", {}, 2026, 2029, 900, 225),
        ("A", {}, 2026, 2031, 900, 150),
        ("C", {2025: 300}, 2025, 2027, 600, 300),
        ("C", {2024: 100, 2025: 100}, 2024, 2026, 700, 700),
        ("C", {2022: 100}, 2022, 2024, 800, 800),  # the years are over: all of it is due
        ("C", {2026: 500}, 2026, 2028, 900, 300),  # this year's own capital is what is judged
        ("C", {2027: 500}, 2026, 2028, 900, 300),  # what is promised for later does not begin the years
        ("C", {2025: 950}, 2025, 2027, 0, 0),
    ],
)
def test_what_a_work_needs_in_a_year(group, by_year, first, last, missing, share):
    need = need_of(work(group=group, total=900, by_year=by_year), YEAR)
    assert (need.first, need.last, need.missing, need.share) == (first, last, missing, share)


@pytest.mark.parametrize(
    ("given", "warning"),
    [
        ({"total": 900, "by_year": {2026: 300}}, None),
        ({"total": 900, "by_year": {2026: 210}}, None),  # exactly 70% of an even share
        ({"total": 900, "by_year": {2026: 209}}, Warning.THIN),
        ({"total": 900}, Warning.THIN),
        ({"total": 900, "is_started": True}, Warning.NO_CAPITAL),
        ({"total": 900, "is_started": True, "by_year": {2027: 900}}, Warning.NO_CAPITAL),
        ({"is_started": True}, Warning.NO_CAPITAL),
        ({"total": None, "by_year": {2026: 5}}, Warning.UNKNOWN),
        ({"total": 900, "by_year": {2022: 100, 2026: 800}}, Warning.OVERDUE),
        ({"total": 900, "by_year": {2022: 900}, "is_started": True}, None),
    ],
)
def test_the_worst_thing_to_say_of_a_work(given, warning):
    found = judged(work(group="C", **given), YEAR, 70)
    assert (found and found.warning) == warning


def test_begun_and_late_works_are_finished_first_then_those_that_miss_least():
    works = [
        work(1, total=100),
        work(2, total=300, is_started=True, by_year={2026: 1}),
        work(3, total=200, is_started=True, by_year={2026: 1}),
        work(4, total=900, is_started=True, by_year={2022: 1}),
        work(5, total=50),
    ]
    first = finish_first([need for one in works if (need := need_of(one, YEAR))], YEAR)
    assert [need.work.pk for need in first] == [4, 3, 2, 5, 1]
    assert [enough_for(first, capital) for capital in (0, 899, 1_099, 1_549)] == [0, 1, 2, 5]


def test_too_many_open_works_and_too_little_capital():
    found = spread([work(pk, total=900) for pk in range(4)], year=YEAR, capital=500, limit=3, thin_percent=70)
    assert (found.works, found.too_many, found.wanted, found.short, found.enough_for) == (4, 1, 1_200, 700, 0)
    assert spread([], year=YEAR, capital=0, limit=0, thin_percent=70).too_many == 0


def test_works_that_have_all_they_want_leave_the_rest_for_the_others():
    works = [work(1, total=100, by_year={2026: 100}), work(2, total=60), work(3, total=500)]
    found = spread(works, year=YEAR, capital=170, limit=0, thin_percent=70)
    assert ([need.work.pk for need in found.first], found.enough_for) == ([2, 3], 1)


AMOUNTS = st.integers(0, 10**12)
WORKS = st.builds(
    Work, st.integers(1, 99), st.just("Ví dụ"), st.sampled_from(["", "A", "B", "C"]), st.none() | AMOUNTS,
    st.dictionaries(st.integers(2018, 2032), AMOUNTS, max_size=4), st.booleans(),
)  # fmt: skip


@given(WORKS)
def test_giving_the_even_share_each_year_finishes_in_time_whatever_came_before(one):
    need = need_of(one, YEAR)
    if need is not None and need.last >= YEAR:
        assert need.share * (need.last - YEAR + 1) >= need.missing


@given(st.lists(WORKS, max_size=8), AMOUNTS)
def test_the_works_said_to_be_finished_cost_no_more_than_the_capital(some, capital):
    found = spread(some, year=YEAR, capital=capital, limit=0, thin_percent=70)
    assert sum(need.missing for need in found.first[: found.enough_for]) <= capital
    assert all(isinstance(need, Need) and need.short >= 0 for need in found.first)
