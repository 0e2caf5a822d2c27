"""A commune's figure is the sum of its villages' parts, each as last approved."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hatang.core.figures import Ratio
from hatang.indicators.rules.totals import Total, added, totals

A, B, GONE = 1, 2, 3


def part(top, bottom):
    return Decimal(top), Decimal(bottom)


def test_a_village_that_did_not_report_is_carried():
    reported = {10: {A: part(1, 4), B: part(2, 4)}, 30: {A: part(3, 4)}}
    assert list(totals(reported, [10, 20, 30], active={A, B}, whole=False)) == [
        Total(10, Decimal(3), Decimal(8), fresh=2, places=2),
        Total(30, Decimal(5), Decimal(8), fresh=1, places=2),
    ]


def test_a_village_that_is_no_more_is_not_carried_on():
    reported = {10: {A: part(1, 4), GONE: part(2, 4)}, 20: {A: part(2, 4)}}
    first, second = totals(reported, [10, 20], active={A}, whole=False)
    assert (first.denominator, second.denominator) == (Decimal(8), Decimal(4))


def test_a_commune_that_answers_as_one_is_not_added_to_its_villages():
    reported = {10: {None: part(1, 1), A: part(5, 9)}}
    assert next(totals(reported, [10], active={A}, whole=True)).denominator == Decimal(1)


def test_a_count_has_no_denominator():
    assert added({A: (Decimal(3), None), B: (Decimal(4), None)}) == (Decimal(7), None)


amounts = st.decimals(0, 10_000, places=4)
places = st.dictionaries(st.integers(1, 8), st.tuples(amounts, amounts), max_size=8)


@given(st.lists(places, max_size=6))
def test_totals_are_the_sum_of_the_parts_never_a_mean_of_percentages(history):
    reported = dict(enumerate(history))
    latest: dict[int, tuple[Decimal, Decimal]] = {}
    found = {total.period: total for total in totals(reported, list(reported), active=set(range(1, 9)), whole=False)}
    for period, here in reported.items():
        latest.update(here)
        if not here:
            assert period not in found
            continue
        whole = Ratio.sum(Ratio(*one) for one in latest.values())
        assert (found[period].numerator, found[period].denominator) == (whole.numerator, whole.denominator)
        assert found[period].places == len(latest)
