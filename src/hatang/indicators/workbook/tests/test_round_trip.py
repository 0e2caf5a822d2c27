"""What is filled in is what is read, whatever program saved the file."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from hatang.core.spreadsheets.taking import clean
from hatang.indicators.workbook import layout
from hatang.indicators.workbook.layout import FIRST_ROW, Column
from hatang.indicators.workbook.model import Entry, Kind
from hatang.indicators.workbook.reading import read
from hatang.indicators.workbook.tests.examples import (
    ADDRESS,
    HEALTH,
    HOUSE,
    LOUDSPEAKERS,
    ROAD,
    by_office,
    lines,
    row_of,
    typed,
    workbook,
)
from hatang.indicators.workbook.writing import write

numbers = st.decimals(min_value=0, max_value=10**10, places=4).map(lambda number: number.normalize() + 0)
words = st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff"), max_size=40).map(clean)
formulas = st.sampled_from(["=1+1", "+84 912", "-", "@ngày", "'x", "_x0041_", "<b>&amp;", "Tràn suối\nsạt 2 km"])
ROWS = lines()


@st.composite
def entries(draw: st.DrawFn, kind: Kind) -> Entry:
    """Something a person could fill into a row of this kind, or nothing."""
    if draw(st.booleans()):
        return Entry()
    told = {"reason": draw(words | formulas), "note": draw(words | formulas)}
    if kind.asks_answer:
        return Entry(answer=draw(st.booleans()), **told)
    if kind == Kind.COUNT:
        return Entry(value=draw(numbers), **told)
    denominator = draw(numbers)
    return Entry(numerator=draw(numbers) if denominator else Decimal(0), denominator=denominator, **told)


fillings = st.tuples(*(entries(line.kind) for line in ROWS))
COMPLETE = {
    row_of(ROAD, 0): Entry(
        numerator=Decimal("4.1"), denominator=Decimal("12.35"), reason="Đo lại sau lũ", note="=không phải công thức"
    ),
    row_of(ROAD, 1): Entry(numerator=Decimal(0), denominator=Decimal(7)),
    row_of(LOUDSPEAKERS, 2): Entry(value=Decimal(3), note="Hai dòng\ntrong một ô"),
    row_of(HOUSE, 1): Entry(answer=False),
    row_of(HEALTH, 0): Entry(answer=True, note="Quyết định kèm theo"),
}


def read_back(content: bytes) -> dict[int, Entry]:
    """What was read, by row; nothing may be wrong with it."""
    reading = read(content, ADDRESS)
    assert not reading.remarks
    assert all(not row.problems for row in reading.rows), reading.rows
    return {row.row: row.entry for row in reading.rows}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(fillings)
def test_whatever_is_filled_in_is_read_exactly(filling: tuple[Entry, ...]):
    wanted = {FIRST_ROW + place: entry for place, entry in enumerate(filling)}
    assert read_back(typed(write(workbook()), wanted)) == wanted


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(fillings)
def test_what_was_known_at_download_comes_back_as_known_and_as_filled(filling: tuple[Entry, ...]):
    known = {f"r_{line.key.replace(':', '_')}": entry for line, entry in zip(ROWS, filling, strict=True)}
    reading = read(write(workbook(lines(**known))), ADDRESS)
    assert tuple(row.was for row in reading.rows) == filling
    assert tuple(row.entry for row in reading.rows) == filling


@pytest.mark.office
@pytest.mark.parametrize("formats", [("xlsx",), ("ods", "xlsx")])
def test_an_office_program_may_save_it_before_and_after_filling(tmp_path, formats):
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    after.mkdir()
    content = by_office(typed(by_office(write(workbook()), before, *formats), COMPLETE), after, *formats)
    rows = read_back(content)
    assert {row: entry for row, entry in rows.items() if entry != Entry()} == COMPLETE


@pytest.mark.office
def test_the_office_program_works_out_the_share_and_it_is_not_read(tmp_path):
    filled = typed(write(workbook()), {row_of(ROAD, 0): Entry(numerator=Decimal(3), denominator=Decimal(4))})
    saved = by_office(filled, tmp_path, "xlsx")
    shown = load_workbook(io.BytesIO(saved), data_only=True)[layout.DATA]
    assert shown.cell(row_of(ROAD, 0), Column.SHARE).value == 0.75
    assert shown.cell(row_of(ROAD, 1), Column.SHARE).value in ("", None)
    assert read_back(saved)[row_of(ROAD, 0)] == Entry(numerator=Decimal(3), denominator=Decimal(4))
