"""The uploaded workbook comes back with what is wrong beside each row, and the corrected one is read again."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from hatang.indicators.workbook import layout
from hatang.indicators.workbook.layout import Column
from hatang.indicators.workbook.marking import marked
from hatang.indicators.workbook.reading import read
from hatang.indicators.workbook.tests.examples import ADDRESS, LOUDSPEAKERS, filled, fresh, row_of

LOUD, NEXT = row_of(LOUDSPEAKERS, 0), row_of(LOUDSPEAKERS, 1)


def marked_once() -> bytes:
    content = filled(fresh(), {(LOUD, Column.VALUE): "năm", (NEXT, Column.VALUE): 4})
    problems = {row.row: row.problems for row in read(content, ADDRESS).rows if row.problems}
    assert list(problems) == [LOUD]
    return marked(content, problems)


def test_what_is_wrong_stands_beside_its_row_and_its_cell_is_coloured():
    sheet = load_workbook(io.BytesIO(marked_once()))[layout.DATA]
    assert sheet.cell(layout.HEADER_ROW, Column.MARK).value == "Cần sửa"
    assert "“năm” không phải là số" in sheet.cell(LOUD, Column.MARK).value
    assert sheet.cell(LOUD, Column.VALUE).value == "năm"
    assert sheet.cell(LOUD, Column.VALUE).fill.start_color.rgb.endswith("FBE6E4")
    assert sheet.cell(NEXT, Column.MARK).value is None
    assert sheet.protection.sheet


def test_the_corrected_workbook_is_read_as_if_it_had_never_been_marked():
    reading = read(filled(marked_once(), {(LOUD, Column.VALUE): 5}), ADDRESS)
    assert not reading.remarks
    assert not [row for row in reading.rows if row.problems]
    assert [row.entry.value for row in reading.rows if row.row in {LOUD, NEXT}] == [5, 4]


def test_marking_again_forgets_what_was_put_right():
    sheet = load_workbook(io.BytesIO(marked(filled(marked_once(), {(LOUD, Column.VALUE): 5}), {})))[layout.DATA]
    assert sheet.cell(LOUD, Column.MARK).value is None
