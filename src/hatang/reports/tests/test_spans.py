"""Which stretch of time a report is about, and the one it is held against."""

from __future__ import annotations

import datetime as dt

import pytest

from hatang.core.periods import NotAPeriod
from hatang.reports.kinds import kinds
from hatang.reports.rules.spans import parse
from hatang.reports.words import span_label

YEARS = (2026, 2030)


@pytest.mark.parametrize(
    ("kind", "today", "code", "before"),
    [
        ("quarterly", "2026-10-05", "2026-Q3", "2026-Q2"),
        ("quarterly", "2026-01-02", "2025-Q4", "2025-Q3"),
        ("half_year", "2026-07-01", "2026-H1", "2025-H1"),
        ("half_year", "2026-06-30", "2025-H1", "2024-H1"),
        ("nine_month", "2026-10-01", "2026-9M", "2025-9M"),
        ("nine_month", "2026-09-30", "2025-9M", "2024-9M"),
        ("yearly", "2026-12-01", "2026", "2025"),
        ("yearly", "2026-11-30", "2025", "2024"),
        ("end_of_period", "2030-12-01", "2026-2030", "2025"),
    ],
)
def test_each_kind_knows_its_span_and_the_one_before(kind, today, code, before):
    found = kinds()[kind].ended(dt.date.fromisoformat(today), YEARS)
    assert (found.code, kinds()[kind].before(found).code) == (code, before)
    assert parse(code) == found
    assert kinds()[kind].fits(found)


@pytest.mark.parametrize("kind", ["quarterly", "half_year", "nine_month", "yearly", "end_of_period"])
def test_a_span_fits_one_kind_only(kind):
    codes = {
        "quarterly": "2026-Q3",
        "half_year": "2026-H1",
        "nine_month": "2026-9M",
        "yearly": "2026",
        "end_of_period": "2026-2030",
    }
    assert [name for name, code in codes.items() if kinds()[kind].fits(parse(code))] == [kind]


def test_spans_are_said_as_documents_say_them():
    said = [span_label(parse(code)) for code in ("2026-Q3", "2026-H1", "2026-9M", "2026", "2026-2030")]
    assert said == ["quý III/2026", "6 tháng đầu năm 2026", "9 tháng đầu năm 2026", "năm 2026", "giai đoạn 2026–2030"]


@pytest.mark.parametrize("code", ["", "2026-Q5", "0000-9M", "9M", "2026-9M; x"])
def test_what_is_no_span_is_refused(code):
    with pytest.raises(NotAPeriod):
        parse(code)


def test_the_last_report_of_a_plan_is_not_offered_before_its_end():
    assert kinds()["end_of_period"].ended(dt.date(2030, 11, 30), YEARS) is None
    assert kinds()["end_of_period"].ended(dt.date(2030, 12, 1), None) is None
