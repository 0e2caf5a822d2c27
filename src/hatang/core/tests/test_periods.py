"""A period is a value: it can be written, read, said, and knows its days."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatang.core.periods import NotAPeriod, Period


@pytest.mark.parametrize(
    ("code", "first", "last", "label"),
    [
        ("2026-Q2", dt.date(2026, 4, 1), dt.date(2026, 6, 30), "quý II/2026"),
        ("2026-H2", dt.date(2026, 7, 1), dt.date(2026, 12, 31), "6 tháng cuối năm 2026"),
        ("2028-02", dt.date(2028, 2, 1), dt.date(2028, 2, 29), "tháng 02/2028"),
        ("2026", dt.date(2026, 1, 1), dt.date(2026, 12, 31), "năm 2026"),
        ("2026-2030", dt.date(2026, 1, 1), dt.date(2030, 12, 31), "2026–2030"),
        ("2026-04-07", dt.date(2026, 4, 7), dt.date(2026, 4, 7), "07/04/2026"),
    ],
)
def test_the_six_forms(code, first, last, label):
    period = Period.parse(code)
    assert (period.first, period.last, period.label()) == (first, last, label)
    assert first in period
    assert last + dt.timedelta(days=1) not in period


@pytest.mark.parametrize("code", ["", "2026-Q5", "2026-13", "2026-02-30", "quý II", "2030-2026", "26", "2026-Q2x"])
def test_anything_else_is_refused(code):
    with pytest.raises(NotAPeriod):
        Period.parse(code)


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2200, 1, 1)))
def test_every_day_lies_in_its_quarter(day):
    assert day in Period.quarter_of(day)


@pytest.mark.parametrize(
    ("code", "before"),
    [("2026-Q1", "2025-Q4"), ("2026-Q3", "2026-Q2"), ("2026-H1", "2025-H2"), ("2026", "2025"), ("2026-01", "2025-12")],
)
def test_the_one_before_and_the_one_after(code, before):
    assert Period.parse(code).previous().code == before
    assert Period.parse(before).following().code == code


@pytest.mark.parametrize("code", ["2026-2030", "2026-04-07"])
def test_a_day_and_several_years_stand_alone(code):
    with pytest.raises(NotAPeriod):
        Period.parse(code).previous()
