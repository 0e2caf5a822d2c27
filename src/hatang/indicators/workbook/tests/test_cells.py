"""What people leave in a cell: numbers typed every way, and what is no number."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from hatang.indicators.workbook.layout import Column
from hatang.indicators.workbook.model import Filled
from hatang.indicators.workbook.reading import read
from hatang.indicators.workbook.tests.examples import ADDRESS, HOUSE, LOUDSPEAKERS, ROAD, WATER, changed, filled, fresh, row_of
from hatang.indicators.workbook.words import sentences

LOUD = row_of(LOUDSPEAKERS, 0)


def row_after(values: dict[tuple[int, Column], object], row: int = LOUD) -> Filled:
    """One row of a workbook with values typed in."""
    return next(one for one in read(filled(fresh(), values), ADDRESS).rows if one.row == row)


@pytest.mark.parametrize(
    ("text", "number"),
    [("1.234,5", "1234.5"), ("1 234", "1234"), ("12,5", "12.5"), ("12.5", "12.5"), (" 7 ", "7"), ("1.234", "1234"), ("0", "0")],
)
def test_a_number_typed_as_text_is_read_and_said(text, number):
    row = row_after({(LOUD, Column.VALUE): text})
    assert row.entry.value == Decimal(number)
    assert [remark.code for remark in row.remarks] == ["read_as"]
    assert f"J{LOUD}" in sentences(row.remarks)[0]


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("1,234.5", "not_typed_well", "lối tiếng Anh"),
        ("1,234", "not_typed_well", "có thể là"),
        ("năm cụm", "not_typed_well", "không phải là số"),
        ("5 cụm", "not_typed_well", "không phải là số"),
        ("=2+3", "formula", "công thức =2+3"),
        (dt.date(2026, 2, 1), "date", "ngày 01/02/2026"),
        (True, "not_a_number", "không phải là số"),
        (-1, "negative", "âm"),
        ("#N/A", "error_value", "#N/A"),
        (10**12, "too_large", "quá lớn"),
    ],
)
def test_what_is_no_number_is_said_with_its_cell(typed, code, said):
    row = row_after({(LOUD, Column.VALUE): typed})
    assert [problem.code for problem in row.problems] == [code]
    assert said in sentences(row.problems)[0]
    assert f"J{LOUD}" in sentences(row.problems)[0]


def test_a_percentage_is_not_a_count():
    def as_percent(sheet):
        cell = sheet.cell(LOUD, Column.VALUE)
        cell.value, cell.number_format = 0.8, "0%"

    rows = read(changed(fresh(), as_percent), ADDRESS).rows
    assert [problem.code for row in rows for problem in row.problems] == ["percent"]


def test_more_than_four_decimals_are_rounded_and_said():
    row = row_after({(LOUD, Column.VALUE): 1 / 3})
    assert row.entry.value == Decimal("0.3333")
    assert [remark.code for remark in row.remarks] == ["rounded"]


def test_what_a_calculator_leaves_behind_is_no_rounding():
    assert not row_after({(LOUD, Column.VALUE): 0.1 + 0.2}).problems
    assert row_after({(LOUD, Column.VALUE): 4.0999999999999996}).entry.value == Decimal("4.1")


@pytest.mark.parametrize("typed", ["Có", "có", "CÓ", "co ", "Co\u0301"])
def test_an_answer_may_be_written_without_care(typed):
    row = row_of(HOUSE, 0)
    assert row_after({(row, Column.ANSWER): typed}, row).entry.answer is True
    assert row_after({(row, Column.ANSWER): "khong"}, row).entry.answer is False


@pytest.mark.parametrize("typed", ["đang xây", 1, True, "=TRUE()"])
def test_what_is_no_answer_is_said(typed):
    row = row_of(HOUSE, 0)
    assert [problem.code for problem in row_after({(row, Column.ANSWER): typed}, row).problems] in (
        ["not_an_answer"],
        ["formula"],
    )


def test_half_a_ratio_and_a_part_of_nothing_are_said():
    road, water = row_of(ROAD, 0), row_of(WATER, 0)
    half = row_after({(road, Column.NUMERATOR): 3}, road)
    assert sentences(half.problems) == [f"Ô H{road} còn trống: tỷ lệ cần cả tử số và mẫu số."]
    nothing = row_after({(water, Column.NUMERATOR): 3, (water, Column.DENOMINATOR): 0}, water)
    assert [problem.code for problem in nothing.problems] == ["of_nothing"]


def test_a_figure_in_a_column_of_another_kind_is_not_lost_silently():
    row = row_after({(LOUD, Column.NUMERATOR): 5})
    assert sentences(row.problems) == [f"Ô G{LOUD} không dùng cho chỉ tiêu này. Hãy ghi ở cột J."]


def test_a_formula_in_words_is_said_and_text_that_looks_like_one_is_kept():
    def quoted(sheet):
        cell = sheet.cell(LOUD, Column.NOTE)
        cell.value, cell.data_type = "=1+1", "s"

    assert [problem.code for problem in row_after({(LOUD, Column.NOTE): "=1+1"}).problems] == ["formula"]
    kept = next(row for row in read(changed(fresh(), quoted), ADDRESS).rows if row.row == LOUD)
    assert kept.entry.note == "=1+1"


def test_what_stands_outside_the_table_is_told():
    reading = read(filled(fresh(), {(LOUD, Column.MARK): "tổng?", (60, Column.NUMERATOR): 5}), ADDRESS)
    assert sentences(reading.remarks) == [f"Có 2 ô ngoài bảng không được đọc: O{LOUD}, G60."]
