"""A ratio keeps its parts: sums add them, the percentage is computed once."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatang.core.figures import Ratio

parts = st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)), max_size=30)


@given(parts)
def test_the_whole_is_the_sum_of_its_parts(pairs):
    whole = Ratio.sum(Ratio(Decimal(top), Decimal(bottom)) for top, bottom in pairs)
    assert whole.numerator == sum(top for top, _ in pairs)
    assert whole.denominator == sum(bottom for _, bottom in pairs)


def test_percentages_are_not_averaged():
    small, large = Ratio(Decimal(1), Decimal(1)), Ratio(Decimal(0), Decimal(9))
    assert Ratio.sum([small, large]).percent == 10


def test_nothing_of_nothing_has_no_percentage():
    assert Ratio.sum([]).percent is None
    assert Ratio.sum([]).shown is None


@pytest.mark.parametrize(
    ("top", "bottom", "shown"),
    [
        (1, 3, "33.3"),
        (2, 3, "66.7"),
        (1, 1, "100"),
        (9999, 10000, "99.9"),
        (10001, 10000, "100.1"),
        (1, 10000, "0.1"),
        (0, 5, "0"),
        (1, 16, "6.3"),
    ],
)
def test_what_is_printed_never_rounds_to_done_or_to_nothing(top, bottom, shown):
    assert Ratio(Decimal(top), Decimal(bottom)).shown == Decimal(shown)
