"""The capital plan as an Excel file: out, edited, previewed row by row, written all or not at all."""

from __future__ import annotations

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from openpyxl import load_workbook

from hatang.commune.models import Unit
from hatang.commune.roles import Role
from hatang.projects.models import Allocation, YearCapital
from hatang.projects.money import selectors, services
from hatang.projects.money.rules.totals import total
from hatang.projects.money.workbook import layout as at
from hatang.projects.tests.examples import make_project, make_source, make_village
from hatang.tests.factories import inside, make_member, signed_in

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YEAR = TODAY.year
OUT, IN, WRITE = "/cong-trinh/von/excel/", "/cong-trinh/von/nhap/", "/cong-trinh/von/nhap/ghi/"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def ground(coordinator):
    with inside(coordinator):
        source = make_source("Ngân sách ví dụ")
        road, canal = make_project("Đường ví dụ", villages=(make_village(),)), make_project("=Kênh ví dụ")
        services.allocate(Allocation(project=road, source=source, year=YEAR, amount=1_000_000, decided_on=TODAY))
        return road, canal, source


def given_out(browser):
    answer = browser.get(f"{OUT}?nam={YEAR}")
    assert answer["Content-Type"] == EXCEL
    return load_workbook(io.BytesIO(answer.content))


def rows_of(file):
    sheet = file[at.SHEET]
    return {sheet.cell(row, at.NAME).value: row for row in range(at.FIRST_ROW, sheet.max_row + 1)}


def sent(browser, file, **given):
    out = io.BytesIO()
    file.save(out)
    upload = SimpleUploadedFile("ke-hoach.xlsx", out.getvalue(), EXCEL)
    facts = {"file": upload, "document": "08/QĐ", "decided_on": TODAY.isoformat(), **given}
    return browser.post(IN, facts).content.decode()


def token(html):
    return re.search(r'name="ban" value="([^"]+)"', html)[1]


def edit(file, name, **values):
    columns = {"new": at.NEW, "source": at.SOURCE, "pk": at.PK, "there": at.THERE}
    for key, value in values.items():
        file[at.SHEET].cell(rows_of(file)[name], columns[key]).value = value


def test_a_file_that_nobody_edited_changes_nothing(ground, browser):
    html = sent(browser, given_out(browser))
    assert "Không có dòng nào thêm vốn" in html
    assert "Dòng cần sửa" not in html


def test_what_was_edited_is_previewed_then_written_with_its_decision(ground, browser, coordinator):
    file = given_out(browser)
    edit(file, "Đường ví dụ", new="1,5 triệu")
    edit(file, "=Kênh ví dụ", source="ngan sach vi du", new=250_000)
    html = sent(browser, file)
    assert "750.000 đồng" in html
    with inside(coordinator):
        assert Allocation.objects.count() == 1
    assert browser.post(WRITE, {"ban": token(html)}).status_code == 302
    with inside(coordinator):
        assert total(selectors.cells()).allocated == 1_750_000
        assert set(Allocation.objects.filter(document="08/QĐ").values_list("amount", flat=True)) == {500_000, 250_000}
    again = browser.post(WRITE, {"ban": token(html)}, follow=True).content.decode()
    assert "Sổ vốn đã thay đổi sau khi xem trước" in again
    with inside(coordinator):
        assert Allocation.objects.count() == 3


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"new": 900_000}, "Giảm vốn ghi bằng điều chuyển"),
        ({"new": 1_000_000.5}, "tròn đồng"),
        ({"new": "=1+1"}, "công thức"),
        ({"new": "nhiều"}, "không phải là số tiền"),
        ({"new": 2_000_000, "source": "Nguồn lạ"}, "chưa có trong danh mục"),
        ({"new": 2_000_000, "pk": 999_999}, "Không thấy công trình"),
        ({"new": 2_000_000, "there": 5}, "đã thay đổi sau khi tải tệp"),
    ],
)
def test_rows_that_are_wrong_say_why_and_are_not_written(ground, browser, values, said):
    file = given_out(browser)
    edit(file, "Đường ví dụ", **values)
    html = sent(browser, file)
    assert said in html
    assert 'name="ban"' not in html


def test_a_row_of_another_work_and_a_row_twice(ground, browser):
    _road, canal, _source = ground
    file = given_out(browser)
    edit(file, "Đường ví dụ", new=2_000_000, pk=canal.pk)
    assert "khác tên trong dòng" in sent(browser, file)
    file = given_out(browser)
    sheet, row = file[at.SHEET], rows_of(file)["Đường ví dụ"]
    edit(file, "Đường ví dụ", new=2_000_000)
    for column in range(1, at.NEW + 1):
        sheet.cell(sheet.max_row + (column == 1), column).value = sheet.cell(row, column).value
    assert "có ở nhiều dòng" in sent(browser, file)


def test_all_or_nothing_where_the_books_refuse_a_row(ground, browser, coordinator):
    with inside(coordinator):
        services.write_year_capital(YearCapital(source=ground[2], year=YEAR, amount=1_600_000))
    file = given_out(browser)
    edit(file, "Đường ví dụ", new=1_500_000)
    edit(file, "=Kênh ví dụ", source="Ngân sách ví dụ", new=250_000)
    html = browser.post(WRITE, {"ban": token(sent(browser, file))}, follow=True).content.decode()
    assert "vượt vốn" in html
    with inside(coordinator):
        assert Allocation.objects.count() == 1


def test_a_preview_is_of_one_person(ground, browser):
    file = given_out(browser)
    edit(file, "Đường ví dụ", new=1_500_000)
    html = sent(browser, file)
    other = signed_in(make_member(ground[0].commune))
    assert "không hợp lệ" in other.post(WRITE, {"ban": token(html)}, follow=True).content.decode()
    assert "không hợp lệ" in browser.post(WRITE, {"ban": "x"}, follow=True).content.decode()


def test_an_officer_writes_of_the_own_sectors_alone(ground, browser):
    member = make_member(ground[0].commune, Role.OFFICER)
    with inside(member):
        Unit.objects.filter(pk=member.unit_id).update(sectors=["health"])
    file = given_out(browser)
    edit(file, "Đường ví dụ", new=1_500_000)
    assert "thuộc lĩnh vực của đơn vị khác" in sent(signed_in(member), file)
    head = signed_in(make_member(ground[0].commune, Role.CHAIR))
    assert head.get(OUT).status_code == 200
    assert head.get(IN).status_code == 403


@pytest.mark.parametrize(("content", "said"), [(b"x", "không phải tệp Excel"), (b"PK\x03\x04hong", "Tệp bị hỏng")])
def test_files_that_are_no_workbook(ground, browser, content, said):
    given = {"file": SimpleUploadedFile("a.xlsx", content), "document": "1", "decided_on": TODAY.isoformat()}
    assert said in browser.post(IN, given).content.decode()


def test_a_changed_heading_is_refused(ground, browser):
    file = given_out(browser)
    file[at.SHEET].cell(at.HEAD_ROW, at.NEW).value = "Cột khác"
    assert "Dòng tiêu đề đã bị sửa" in sent(browser, file)


def test_out_and_in_stay_within_twelve_queries(ground, browser, coordinator, django_assert_max_num_queries):
    with inside(coordinator):
        for _number in range(8):
            make_project(villages=(make_village(),))
    with django_assert_max_num_queries(12):
        file = given_out(browser)
    edit(file, "Đường ví dụ", new=1_500_000)
    with django_assert_max_num_queries(12):
        sent(browser, file)
