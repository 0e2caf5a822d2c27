"""What is given out and comes back unedited changes nothing, whatever it says and whatever program saved it."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from hatang.commune.models import Unit
from hatang.indicators.workbook.tests.examples import by_office
from hatang.projects.models import Project
from hatang.projects.tests.examples import make_project, make_village
from hatang.projects.workbook import layout as at
from hatang.projects.workbook.layout import Column
from hatang.projects.workbook.model import Book, Ground, Known, State
from hatang.projects.workbook.reading import read
from hatang.projects.workbook.rules.judging import judge
from hatang.projects.workbook.rules.texts import given as as_given
from hatang.projects.workbook.tests.examples import added, confirmed, given_out, sent, states, typed
from hatang.projects.workbook.writing import write
from hatang.tests.factories import inside

words = st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff"), max_size=40).map(as_given)
odd = st.sampled_from(
    ["=1+1", "+84 912", "-", "@ngày", "'x", "_x0041_", "<b>&amp;", "Tràn suối\nsạt 2 km", "#abc", "1,234.5", "007"]
)
years = st.integers(2000, 2100).map(str) | st.just("")
numbers = st.decimals(0, 10**9, places=3).map(lambda number: as_given(f"{number.normalize() + 0:f}")) | st.just("")
money = st.integers(0, 10**14).map(str) | st.just("")
OPTIONS = {
    Column.KIND: [("community", "Cộng đồng tự làm"), ("group_c", "Dự án nhóm C")],
    Column.SECTOR: [("transport", "Giao thông"), ("water", "Nước sạch")],
    Column.GROUP: [("", "Chưa xếp nhóm"), ("C", "Nhóm C")],
    Column.LEAD: [(1, "Phòng Ví Dụ"), (2, "=Trạm Ví Dụ")],
    Column.OPERATOR: [(1, "Phòng Ví Dụ"), (2, "=Trạm Ví Dụ")],
}
VILLAGES = [(7, "thôn Ví Dụ 1"), (8, "thôn Ví Dụ, xóm trên")]


def choice(column: Column) -> st.SearchStrategy[str]:
    return st.sampled_from([text for _value, text in OPTIONS[column]])


@st.composite
def works(draw: st.DrawFn) -> list[Known]:
    """Works that could stand in the books."""
    found = []
    for pk in draw(st.lists(st.integers(1, 10**6), max_size=4, unique=True)):
        texts = {
            column: draw(words | odd) for column in (Column.CODE, Column.NATIONAL, Column.PLACE, Column.UNIT, Column.INVESTOR)
        }
        texts |= {column: draw(words | odd) for column in (Column.PURPOSE, Column.NOTE)}
        texts |= {column: draw(choice(column)) for column in OPTIONS}
        texts |= {Column.NAME: draw((words | odd).filter(bool)), Column.START: draw(years), Column.END: draw(years)}
        texts |= {
            Column.QUANTITY: draw(numbers),
            Column.INVESTMENT: draw(money),
            Column.ALLOCATED: draw(money),
            Column.PAID: draw(money),
        }
        chosen = draw(st.lists(st.sampled_from([text for _value, text in VILLAGES]), unique=True))
        texts |= {
            Column.VILLAGES: "; ".join(sorted(chosen)),
            Column.PHASE: "Đề xuất",
            Column.PERCENT: draw(st.sampled_from(["0", "62.5"])),
        }
        found.append(Known(pk, "transport", texts, {Column.INVESTMENT: "closed_money"}))
    return found


def everywhere(_sector: str) -> bool:
    return True


def book(found: list[Known]) -> Book:
    options = {column: [text for _value, text in offered] for column, offered in OPTIONS.items()}
    return Book("xã Thí Dụ", "99999", found, options, everywhere)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(works())
def test_what_is_written_and_read_back_changes_nothing(found: list[Known]):
    reading = read(write(book(found)), "99999")
    assert [row.pk for row in reading.rows] == [known.pk for known in found]
    ground = Ground({known.pk: known for known in found}, OPTIONS, VILLAGES, everywhere)
    outcomes = judge(reading.rows, ground)
    assert all(one.state == State.SAME and not one.problems and not one.remarks for one in outcomes), outcomes


@pytest.fixture
def ground(coordinator):
    with inside(coordinator):
        village, other = make_village("thôn Ví Dụ Một"), make_village("thôn Ví Dụ Hai")
        unit = Unit.objects.first()
        road = make_project(
            "Đường ví dụ", villages=(village, other), quantity=Decimal("1234.5"), unit="km", code="007", lead_unit=unit,
            purpose="=không phải công thức\r\nhai dòng", total_investment=1_200_000_000, start_year=2026, end_year=2027,
        )  # fmt: skip
        return road, make_project("=Kênh ví dụ", sector="irrigation"), village, other


@pytest.mark.django_db
def test_a_file_nobody_edited_changes_nothing(ground, browser):
    preview = sent(browser, given_out(browser))
    assert states(preview) == {"same": 2}
    assert "Tệp không thay đổi gì" in preview.content.decode()


@pytest.mark.django_db
@pytest.mark.office
@pytest.mark.parametrize("formats", [("xlsx",), ("ods", "xlsx")])
def test_an_office_program_may_save_it_before_and_after_editing(ground, browser, coordinator, tmp_path, formats):
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    after.mkdir()
    content = by_office(given_out(browser), before, *formats)
    assert states(sent(browser, content)) == {"same": 2}
    content = typed(content, "Đường ví dụ", {Column.QUANTITY: 2.25, Column.VILLAGES: "thôn Ví Dụ Hai", Column.NOTE: "Sửa lại"})
    content = added(
        content, {Column.NAME: "Cầu ví dụ", Column.KIND: "Dự án nhóm C", Column.SECTOR: "Giao thông", Column.INVESTMENT: "1,2 tỷ"}
    )
    preview = sent(browser, by_office(content, after, *formats))
    assert states(preview) == {"new": 1, "changed": 1, "same": 1}
    confirmed(browser, preview)
    with inside(coordinator):
        road, bridge = Project.objects.get(pk=ground[0].pk), Project.objects.get(name="Cầu ví dụ")
        assert (road.quantity, road.note, list(road.villages.all())) == (Decimal("2.25"), "Sửa lại", [ground[3]])
        assert (bridge.kind, bridge.stage, bridge.total_investment) == ("group_c", "proposed", 1_200_000_000)


@pytest.mark.django_db
def test_the_file_is_locked_where_nothing_may_change_and_offers_what_may_be_chosen(ground, browser):
    file = load_workbook(io.BytesIO(given_out(browser)))
    sheet = file[at.DATA]
    row = next(row for row in range(at.FIRST_ROW, sheet.max_row) if sheet.cell(row, Column.PK).value == ground[0].pk)
    locked = {column for column in Column if sheet.cell(row, column).protection.locked}
    assert locked == {Column.PK, Column.CODE, Column.INVESTMENT, Column.PHASE, Column.PERCENT, Column.ALLOCATED, Column.PAID}
    assert not sheet.cell(at.FIRST_ROW + 2, Column.INVESTMENT).protection.locked
    assert sheet.protection.sheet
    assert sheet.freeze_panes == "C4"
    offered = {str(choice.sqref).split(":")[0].rstrip("0123456789") for choice in sheet.data_validations.dataValidation}
    assert offered == set("EFGHKPQ")
    assert file[at.LISTS].sheet_state == file[at.HIDDEN].sheet_state == "hidden"
