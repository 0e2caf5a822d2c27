"""A workbook that is not the one given out, or no longer has its shape, is refused with the place where it differs."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from openpyxl import Workbook as File
from openpyxl import load_workbook

from hatang.core.spreadsheets.writing import saved
from hatang.indicators.workbook import layout
from hatang.indicators.workbook.layout import FIRST_ROW, Column
from hatang.indicators.workbook.model import Refused
from hatang.indicators.workbook.reading import read
from hatang.indicators.workbook.tests.examples import ADDRESS, HOUSE, ROAD, by_office, changed, filled, fresh, row_of
from hatang.indicators.workbook.words import sentences


def refusal(content: bytes, address=ADDRESS) -> tuple[list[str], list[str]]:
    """The codes and the sentences of a refusal."""
    with pytest.raises(Refused) as caught:
        read(content, address)
    return [problem.code for problem in caught.value.problems], sentences(caught.value.problems)


@pytest.mark.parametrize(
    ("part", "value", "code"),
    [("commune", "00001", "wrong_commune"), ("period", "2026-Q1", "wrong_period"), ("unit", "8", "wrong_unit")],
)
def test_a_workbook_of_somebody_else_is_refused(part, value, code):
    assert refusal(fresh(), replace(ADDRESS, **{part: value}))[0] == [code]


def test_any_other_workbook_is_refused():
    assert refusal(saved(File()))[0] == ["not_ours"]


def test_a_renamed_sheet_is_named():
    def rename(sheet):
        sheet.title = "Bản của tôi"

    assert refusal(changed(fresh(), rename))[1] == [
        "Không thấy trang tính “Số liệu”: trang đã bị đổi tên hoặc xóa. Hãy đặt lại tên cũ."
    ]


SPOILED = {
    "a row inserted": (lambda sheet: sheet.insert_rows(FIRST_ROW + 2), "row_inserted", f"Dòng {FIRST_ROW + 2} "),
    "a row inserted above the head": (lambda sheet: sheet.insert_rows(2), "head_moved", "dòng 4"),
    "a row deleted": (lambda sheet: sheet.delete_rows(row_of(ROAD, 1)), "row_gone", "Thôn Ví Dụ 2"),
    "a column inserted": (lambda sheet: sheet.insert_cols(Column.NUMERATOR), "column_moved", "“Tử số” phải ở cột G, nay ở cột H"),
    "a column deleted": (lambda sheet: sheet.delete_cols(Column.NOTE), "column_gone", "“Ghi chú” ở cột M"),
    "a header rewritten": (lambda sheet: sheet.__setitem__("G3", "Tử"), "column_gone", "“Tử số” ở cột G"),
    "cells merged": (lambda sheet: sheet.merge_cells("G4:G6"), "merged", "G4:G6"),
    "a village rewritten": (lambda sheet: sheet.__setitem__("D4", "Thôn khác"), "row_renamed", "vốn là “1 | Tỷ lệ đường"),
    "a locked cell made a formula": (lambda sheet: sheet.__setitem__("D4", "=D5"), "row_renamed", "Dòng 4"),
}


@pytest.mark.parametrize("how", SPOILED)
def test_an_edited_structure_is_told_by_its_place(how):
    spoil, code, said = SPOILED[how]
    codes, told = refusal(changed(fresh(), spoil))
    assert code in codes
    assert any(said in sentence for sentence in told), told


def test_a_row_moved_is_told_alone():
    def swap(sheet):
        for column in range(1, Column.KEY + 1):
            one, other = sheet.cell(4, column), sheet.cell(9, column)
            one.value, other.value = other.value, one.value

    codes, _ = refusal(changed(fresh(), swap))
    assert codes == ["row_moved", "row_moved"]


def test_a_row_copied_over_another_is_told_as_doubled_and_as_gone():
    def copy(sheet):
        for column in range(1, Column.KEY + 1):
            sheet.cell(9, column).value = sheet.cell(4, column).value

    codes, told = refusal(changed(fresh(), copy))
    assert set(codes) == {"row_doubled", "row_gone"}
    assert "Các dòng 4, 9 là cùng một dòng" in told[0]


def test_a_row_copied_below_the_table_is_told():
    def copy(sheet):
        for column in range(1, Column.KEY + 1):
            sheet.cell(row_of(HOUSE, 2) + 5, column).value = sheet.cell(4, column).value

    assert refusal(changed(fresh(), copy))[0] == ["row_doubled"]


def test_a_table_sorted_by_hand_is_told_in_few_lines():
    def turn_round(sheet):
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST_ROW, max_col=Column.KEY)]
        for place, values in enumerate(reversed(rows)):
            for column, value in enumerate(values, 1):
                sheet.cell(FIRST_ROW + place, column).value = value

    codes, told = refusal(changed(fresh(), turn_round))
    assert codes[-1] == "more"
    assert len(told) == 9


@pytest.mark.parametrize("place", ["B2", "B3", "B5", *(f"{column}{layout.HIDDEN_FIRST}" for column in "ABCD")])
def test_a_hidden_sheet_that_was_changed_is_not_believed(place):
    file = load_workbook(io.BytesIO(fresh()))
    file[layout.HIDDEN][place] = "khác"
    assert refusal(saved(file))[0] == ["hidden_changed"]


def test_a_workbook_of_an_older_layout_is_refused():
    file = load_workbook(io.BytesIO(fresh()))
    file[layout.HIDDEN]["B1"] = "0"
    assert refusal(saved(file))[0] == ["other_version"]


@pytest.mark.office
def test_an_edited_structure_is_told_after_an_office_program_saved_it(tmp_path):
    content = by_office(changed(fresh(), lambda sheet: sheet.insert_rows(FIRST_ROW + 2)), tmp_path, "xlsx")
    assert refusal(content)[0] == ["row_inserted"]


def test_a_share_typed_over_is_not_read():
    content = filled(fresh(), {(row_of(ROAD, 0), Column.SHARE): 0.5})
    row = read(content, ADDRESS).rows[0]
    assert not row.problems
    assert not row.entry.has_figure
