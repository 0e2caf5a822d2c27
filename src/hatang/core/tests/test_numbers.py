"""What people type as a number, and what is too doubtful to take."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatang.core.numbers import NotANumber, read_number
from hatang.ui.templatetags.ui import vn_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"), ("1234567", "1234567"), ("1.234", "1234"), ("1.234.567", "1234567"), ("1 234", "1234"),
        ("1.234,5", "1234.5"), ("62,5", "62.5"), ("62.5", "62.5"), ("0,125", "0.125"), ("0.125", "0.125"), ("-3", "-3"),
        (" 7 ", "7"), ("1234.567", "1234.567"), ("12.345.678,9", "12345678.9"), ("1\u00a0234,50", "1234.5"), ("1,2345", "1.2345"),
    ],
)  # fmt: skip
def test_read(text, number):
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        "1,234.5",
        "1,234,567",
        "1,234",
        "12,500",
        "abc",
        "",
        "12 km",
        "1.2.3",
        "1,2,3",
        "=1+1",
        "1e5",
        "９",
        "9" * 40,
        "1.23.456",
        "01.234,5",
    ],
)
def test_refused(text):
    with pytest.raises(NotANumber):
        read_number(text)


def test_the_english_way_is_shown_the_vietnamese_way():
    with pytest.raises(NotANumber, match=r"1\.234,5"):
        read_number("1,234.5")


def test_what_is_proposed_for_a_doubtful_number_can_be_read():
    with pytest.raises(NotANumber, match="1234 hoặc 1,2340") as refused:
        read_number("1,234")
    assert "1,234”" in str(refused.value)
    assert read_number("1234") == read_number("1,2340") * 1000


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_what_the_product_prints_it_can_read(number):
    assert read_number(vn_number(number)) == number
