"""Numbers as Vietnamese write them, in figures, words and roman numerals."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.text.numbers import format_number, format_roman, parse_number, parse_number_words, parse_roman


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234.567,8", "1234567.8"),
        ("72,5", "72.5"),
        ("1.5", "1.5"),
        ("3.500", "3500"),
        ("05", "5"),
        ("1.234", "1234"),
        ("0,25", "0.25"),
    ],
)
def test_a_dot_groups_and_a_comma_is_decimal(text, value):
    assert parse_number(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "mười", "1.2.3", "12,", "-5", "1,2,3", "1 000", "5km"])
def test_anything_else_is_no_number(text):
    assert parse_number(text) is None


@given(st.decimals(min_value=0, max_value=10**12, places=3))
def test_what_is_written_is_read_again(number):
    assert parse_number(format_number(number)) == number


@pytest.mark.parametrize(
    ("words", "value"),
    [("hai", 2), ("mười", 10), ("mười lăm", 15), ("hai mươi lăm", 25), ("chín mươi", 90), ("xã", None), ("", None)],
)
def test_numbers_in_words(words, value):
    assert parse_number_words(words) == value


@given(st.integers(1, 3999))
def test_roman_numerals_go_both_ways(number):
    assert parse_roman(format_roman(number)) == number


@pytest.mark.parametrize("text", ["IIII", "IC", "", "ABC", "iv", "VX"])
def test_malformed_roman_numerals_are_none(text):
    assert parse_roman(text) is None
