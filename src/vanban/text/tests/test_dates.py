"""Dates and periods named in sentences."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.text.dates import find_moments, format_date, format_long_date, parse_date


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("trước ngày 30/8/2027", ["2027-08-30"]),
        ("ngày 07 tháng 4 năm 2026", ["2026-04-07"]),
        ("từ quý II/2026 đến quý IV năm 2026", ["2026-Q2", "2026-Q4"]),
        ("6 tháng đầu năm 2026", ["2026-H1"]),
        ("trong tháng 9/2026", ["2026-09"]),
        ("đến năm 2030", ["2030"]),
        ("không có ngày nào", []),
        ("số 12/2026/QĐ", []),
    ],
)
def test_moments_in_a_sentence(text, values):
    assert [moment.value for moment in find_moments(text)] == values


def test_a_stated_year_completes_what_names_none():
    assert [moment.value for moment in find_moments("trước ngày 15/5, quý III", year=2026)] == ["2026-05-15", "2026-Q3"]


def test_a_day_that_is_not_on_the_calendar_is_no_date():
    assert parse_date("31/02/2026") is None


def test_zeros_as_the_decree_asks():
    assert format_long_date(dt.date(2026, 2, 4)) == "ngày 04 tháng 02 năm 2026"
    assert format_long_date(dt.date(2026, 11, 24)) == "ngày 24 tháng 11 năm 2026"


@given(st.dates(dt.date(1945, 9, 2), dt.date(2100, 1, 1)))
def test_what_is_written_is_read_again(date):
    assert parse_date(format_date(date)) == date
    assert parse_date(format_long_date(date)) == date
