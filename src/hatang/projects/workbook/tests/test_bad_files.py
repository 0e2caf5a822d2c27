"""Files and rows that cannot be taken: one clear sentence each, and nothing kept or written by halves."""

from __future__ import annotations

import pytest

from hatang.projects.models import Project, WorksUpload
from hatang.projects.tests.examples import make_project, make_village
from hatang.projects.workbook import layout as at
from hatang.projects.workbook.layout import Column
from hatang.projects.workbook.tests.examples import added, edited, given_out, row_of, sent, states, typed
from hatang.tests.factories import inside, make_commune, make_member, signed_in

pytestmark = pytest.mark.django_db
NEW = {Column.NAME: "Cầu ví dụ", Column.KIND: "Dự án nhóm C", Column.SECTOR: "Giao thông"}


@pytest.fixture
def ground(coordinator):
    with inside(coordinator):
        make_village("thôn Ví Dụ Một")
        for name in ("thôn Bản Lá", "thôn Bàn La"):
            make_village(name)
        road = make_project("Đường ví dụ", code="A1", end_year=2026)
        begun = make_project("Kênh ví dụ", stage="under_way", phase="construction", construction="started", kind="group_c")
        return road, begun


def moved_down(sheet):
    sheet.insert_rows(1)


def without_a_column(sheet):
    sheet.delete_cols(Column.PLACE)


def renamed(sheet):
    sheet.title = "Sheet1"


def merged(sheet):
    sheet.merge_cells(start_row=at.FIRST_ROW, end_row=at.FIRST_ROW + 1, start_column=Column.NOTE, end_column=Column.NOTE)


def headed_otherwise(sheet):
    sheet.cell(at.HEAD_ROW, Column.NOTE).value = "Cột khác"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (moved_down, "Dòng tiêu đề nay ở dòng 4"),
        (without_a_column, "Địa điểm"),
        (renamed, "Không thấy trang tính “Công trình”"),
        (merged, "bị gộp"),
        (headed_otherwise, "Ghi chú"),
    ],
)
def test_a_file_whose_structure_was_changed_is_not_taken(ground, browser, coordinator, change, said):
    html = sent(browser, edited(given_out(browser), change)).content.decode()
    assert said in html
    assert "Chưa có gì được ghi" in html
    with inside(coordinator):
        assert not WorksUpload.objects.exists()


@pytest.mark.parametrize(
    ("content", "said"), [(b"x", "không phải tệp Excel"), (b"PK\x03\x04hong", "Tệp bị hỏng"), (b"", "Tệp rỗng")]
)
def test_a_file_that_is_no_workbook_is_not_taken(ground, browser, content, said):
    assert said in sent(browser, content).content.decode()


def test_files_of_others_are_not_taken(ground, browser):
    other = signed_in(make_member(make_commune()))
    assert "danh sách của xã khác" in sent(browser, given_out(other)).content.decode()
    capital = browser.get("/cong-trinh/von/excel/").content
    assert "không phải danh sách công trình" in sent(browser, capital).content.decode()
    hidden = edited(given_out(browser), lambda sheet: sheet.delete_rows(at.HIDDEN_FIRST), at.HIDDEN)
    assert "Trang ẩn của tệp đã bị sửa" in sent(browser, hidden).content.decode()


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        (Column.QUANTITY, "1,234.5", "viết theo lối tiếng Anh"),
        (Column.QUANTITY, "nhiều", "không phải là số"),
        (Column.QUANTITY, -1, "số không được âm"),
        (Column.QUANTITY, "=1+1", "công thức"),
        (Column.NOTE, "=NOW()", "công thức"),
        (Column.START, 2026.5, "không phải là năm"),
        (Column.START, "năm nay", "không phải là số"),
        (Column.START, 2027, "Năm hoàn thành không trước năm bắt đầu"),
        (Column.SECTOR, "Vũ trụ", "chưa có trong danh sách"),
        (Column.KIND, "Tự làm", "chưa có trong danh sách"),
        (Column.GROUP, "Nhóm D", "chưa có trong danh sách"),
        (Column.LEAD, "Đơn vị lạ", "chưa có trong danh sách"),
        (Column.VILLAGES, "thôn Ví Dụ Một; thôn Lạ", "“thôn Lạ” chưa có trong danh sách"),
        (Column.VILLAGES, "thon ban la", "có thể là nhiều mục"),
        (Column.CODE, "A2", "mã đã ghi thì không sửa"),
        (Column.INVESTMENT, 5_000_000, "không sửa được bằng tệp này"),
        (Column.PHASE, "Đã bàn giao", "chỉ để xem"),
        (Column.NAME, "kênh ví dụ", "Đã có công trình tên"),
        (Column.NAME, "x" * 301, "dài quá 300 ký tự"),
        (Column.PK, 999_999, "không có trong tệp đã tải về"),
        (Column.PK, "abc", "không có trong tệp đã tải về"),
    ],
)
def test_a_row_that_is_wrong_says_why_and_stops_the_file(ground, browser, coordinator, column, value, said):
    preview = sent(browser, typed(given_out(browser), "Đường ví dụ", {column: value}))
    html = preview.content.decode()
    assert said in html
    assert states(preview)["wrong"] == 1
    assert "Ghi vào danh sách" not in html


@pytest.mark.parametrize("column", [Column.KIND, Column.SECTOR])
def test_how_a_work_is_carried_out_and_its_sector_are_closed_once_it_has_begun(ground, browser, column):
    value = {Column.KIND: "Mua sắm trang thiết bị", Column.SECTOR: "Y tế"}[column]
    html = sent(browser, typed(given_out(browser), "Kênh ví dụ", {column: value})).content.decode()
    assert "khi công trình còn ở bước đề xuất" in html
    assert states(sent(browser, typed(given_out(browser), "Đường ví dụ", {column: value}))) == {"changed": 1, "same": 1}


@pytest.mark.parametrize(
    ("works", "said"),
    [
        ([{Column.NAME: "Cầu ví dụ"}], "còn thiếu: Cách thực hiện, Lĩnh vực"),
        ([{**NEW, Column.NAME: "ĐƯỜNG  ví dụ"}], "Đã có công trình tên"),
        ([NEW, NEW], "còn có ở dòng"),
        ([{**NEW, Column.CODE: "A1"}], "đã dùng cho công trình"),
        ([{**NEW, Column.CODE: "B"}, {**NEW, Column.NAME: "Cầu khác", Column.CODE: "B"}], "Mã của xã “B” còn có ở dòng"),
        ([{**NEW, Column.INVESTMENT: "1,5 triệu rưỡi"}], "không phải là số tiền"),
        ([{**NEW, Column.INVESTMENT: 1000.5}], "tròn đồng"),
    ],
)
def test_new_works_that_lack_something_or_are_there_already(ground, browser, coordinator, works, said):
    preview = sent(browser, added(given_out(browser), *works))
    assert said in preview.content.decode()
    assert states(preview)["wrong"] == len(works)
    with inside(coordinator):
        assert Project.objects.count() == 2


def test_a_copied_row_asks_to_leave_its_key_out(ground, browser):
    def copied(sheet):
        row = row_of(sheet, "Đường ví dụ")
        for column in Column:
            sheet.cell(at.FIRST_ROW + 2, column).value = sheet.cell(row, column).value

    preview = sent(browser, edited(given_out(browser), copied))
    assert "Để lập công trình mới, hãy xóa mã hệ thống" in preview.content.decode()
    assert states(preview) == {"wrong": 2, "same": 1}


def test_everything_wrong_with_a_row_is_said_at_once(ground, browser):
    values = {Column.QUANTITY: "1,234.5", Column.SECTOR: "Vũ trụ", Column.END: "sang năm"}
    html = sent(browser, typed(given_out(browser), "Đường ví dụ", values)).content.decode()
    assert all(said in html for said in ("lối tiếng Anh", "“Vũ trụ” chưa có", "“sang năm” không phải là số"))


def test_two_works_may_change_their_names_with_each_other(ground, browser):
    content = typed(given_out(browser), "Kênh ví dụ", {Column.NAME: "Tạm"})
    content = typed(content, "Đường ví dụ", {Column.NAME: "Kênh ví dụ"})
    assert states(sent(browser, typed(content, "Tạm", {Column.NAME: "Đường ví dụ"}))) == {"changed": 2}
