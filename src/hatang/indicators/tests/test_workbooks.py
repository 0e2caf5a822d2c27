"""Figures by workbook: what is downloaded, what comes back, what is shown before anything is written."""

from __future__ import annotations

import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from hatang.commune.roles import Role
from hatang.indicators.models import Measurement, WorkbookUpload
from hatang.indicators.services import approve, lock_period, open_period, submit
from hatang.indicators.tests.examples import (
    COUNT,
    RATIO,
    YES_NO,
    approved,
    draft,
    make_head,
    make_indicator,
    make_person,
    make_village,
)
from hatang.indicators.workbook import layout
from hatang.indicators.workbook.layout import FIRST_ROW, Column
from hatang.indicators.workbook.tests.examples import by_office, changed, filled
from hatang.tests.factories import inside, make_commune, make_member, signed_in

BOOK = "/chi-tieu/so-lieu/bang"
ROAD, LOUD, HOUSE = FIRST_ROW, FIRST_ROW + 1, FIRST_ROW + 2


class Place:
    """A village that owes a ratio, a count and a yes or no for two quarters."""

    def __init__(self, coordinator):
        self.coordinator = coordinator
        with inside(coordinator):
            self.village = make_village()
            self.road, self.loud = make_indicator(RATIO), make_indicator(COUNT, unit="cụm")
            self.house = make_indicator(YES_NO, sector="culture")
            self.first, self.period = open_period("2026-Q1"), open_period("2026-Q2")
            self.head = make_head(coordinator.commune, self.village)
        self.browser = signed_in(self.head)
        self.asked = f"?ky=2026-Q2&don-vi={self.head.unit_id}"

    def download(self, asked="", browser=None):
        answer = (browser or self.browser).get(f"{BOOK}.xlsx{asked or self.asked}")
        assert answer.status_code == 200
        return answer.content

    def upload(self, content, asked="", browser=None, **more):
        file = io.BytesIO(content)
        file.name = "bang-da-dien.xlsx"
        return (browser or self.browser).post(f"{BOOK}/{asked or self.asked}", {"file": file, **more})

    def rows(self):
        with inside(self.coordinator):
            return {row.indicator_id: row for row in Measurement.objects.exclude(state="superseded")}


@pytest.fixture
def place(coordinator):
    return Place(coordinator)


def html_of(answer):
    return answer.content.decode()


def confirm(place, answer, deed="ghi", browser=None, **more):
    browser = browser or place.browser
    page = html_of(browser.get(answer.url))
    digest = page.split('name="thay" value="')[1].split('"')[0]
    return browser.post(f"{answer.url}ghi/", {"thay": digest, "lam": deed, **more})


FULL = {
    (ROAD, Column.NUMERATOR): 4.1,
    (ROAD, Column.DENOMINATOR): 12.35,
    (LOUD, Column.VALUE): 3,
    (HOUSE, Column.ANSWER): "Không",
}


def test_what_is_filled_in_is_previewed_and_written_only_when_confirmed(place):
    answer = place.upload(filled(place.download(), FULL))
    page = html_of(place.browser.get(answer.url))
    assert "4,1 / 12,35 km (33,2%)" in page
    assert page.count("ghi số mới") == 3
    assert not place.rows()
    confirm(place, answer)
    rows = place.rows()
    assert (rows[place.road.pk].numerator, rows[place.road.pk].denominator) == (Decimal("4.1"), Decimal("12.35"))
    assert (rows[place.loud.pk].numerator, rows[place.house.pk].numerator) == (3, 0)
    assert {row.state for row in rows.values()} == {"draft"}


def test_it_may_be_handed_in_at_once(place):
    confirm(place, place.upload(filled(place.download(), FULL)), "nop")
    assert {row.state for row in place.rows().values()} == {"submitted"}


@pytest.mark.office
def test_a_workbook_filled_and_saved_by_an_office_program_is_taken(place, tmp_path):
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    after.mkdir()
    opened = by_office(place.download(), before, "xlsx")
    confirm(place, place.upload(by_office(filled(opened, FULL), after, "ods", "xlsx")))
    rows = place.rows()
    assert (rows[place.road.pk].numerator, rows[place.road.pk].denominator) == (Decimal("4.1"), Decimal("12.35"))
    assert (rows[place.loud.pk].numerator, rows[place.house.pk].numerator) == (3, 0)


def test_a_confirmed_workbook_is_not_written_twice(place):
    answer = place.upload(filled(place.download(), FULL))
    page = html_of(place.browser.get(answer.url))
    digest = page.split('name="thay" value="')[1].split('"')[0]
    for _ in range(2):
        place.browser.post(f"{answer.url}ghi/", {"thay": digest, "lam": "ghi"})
    assert {row.revision for row in place.rows().values()} == {1}


WRONG = {
    "text in a number": ({(LOUD, Column.VALUE): "năm"}, "không phải là số"),
    "the English way": ({(LOUD, Column.VALUE): "1,234.5"}, "viết theo lối tiếng Anh"),
    "a formula": ({(LOUD, Column.VALUE): "=1+2"}, "công thức"),
    "half a ratio": ({(ROAD, Column.NUMERATOR): 3}, "cả tử số và mẫu số"),
    "the wrong column": ({(LOUD, Column.NUMERATOR): 3}, "không dùng cho chỉ tiêu này"),
}


@pytest.mark.parametrize(("values", "said"), WRONG.values(), ids=WRONG)
def test_a_wrong_row_is_explained_and_keeps_everything_back(place, values, said):
    answer = place.upload(filled(place.download(), {(HOUSE, Column.ANSWER): "Không", **values}))
    page = html_of(place.browser.get(answer.url))
    assert said in page
    assert "Ghi thành bản nháp" not in page
    assert "chưa ghi dòng nào" in html_of(confirm(place, answer))
    assert not place.rows()


def test_numbers_as_vietnamese_write_them_are_read_and_that_is_said(place):
    values = {(ROAD, Column.NUMERATOR): "1.234,5", (ROAD, Column.DENOMINATOR): "2.000"}
    answer = place.upload(filled(place.download(), values))
    assert "được đọc là số 1234.5" in html_of(place.browser.get(answer.url))
    confirm(place, answer)
    assert place.rows()[place.road.pk].numerator == Decimal("1234.5")


def test_the_marked_file_says_what_is_wrong_beside_each_row_and_is_taken_when_put_right(place):
    answer = place.upload(filled(place.download(), {(LOUD, Column.VALUE): "năm"}))
    marked = place.browser.get(f"{answer.url}can-sua.xlsx").content
    assert "không phải là số" in load_workbook(io.BytesIO(marked))[layout.DATA].cell(LOUD, Column.MARK).value
    confirm(place, place.upload(filled(marked, {(LOUD, Column.VALUE): 5})))
    assert place.rows()[place.loud.pk].numerator == 5


SPOILED = {
    "merged cells": (lambda sheet: sheet.merge_cells(f"G{ROAD}:H{ROAD}"), "bị gộp"),
    "a row inserted": (lambda sheet: sheet.insert_rows(LOUD), "được chèn"),
    "a row deleted": (lambda sheet: sheet.delete_rows(LOUD), "đã bị xóa"),
    "a column inserted": (lambda sheet: sheet.insert_cols(3), "có cột được chèn"),
    "the sheet renamed": (lambda sheet: setattr(sheet, "title", "Trang1"), "Không thấy trang tính"),
}


@pytest.mark.parametrize(("spoil", "said"), SPOILED.values(), ids=SPOILED)
def test_an_edited_structure_is_told_and_nothing_is_kept(place, spoil, said):
    page = html_of(place.upload(changed(place.download(), spoil)))
    assert said in page
    assert "Chưa có gì được ghi" in page
    with inside(place.coordinator):
        assert not WorkbookUpload.objects.exists()


def test_the_workbook_of_another_period_unit_or_commune_is_told_by_name(place):
    earlier = place.download(f"?ky=2026-Q1&don-vi={place.head.unit_id}")
    assert "Đây là bảng của quý I/2026, còn trang này là của quý II/2026." in html_of(place.upload(earlier))
    with inside(place.coordinator):
        other = make_head(place.coordinator.commune, make_village(), "Trưởng Thôn Khác")
    theirs = place.download(f"?ky=2026-Q2&don-vi={other.unit_id}", signed_in(other))
    assert f"Đây là bảng của {other.unit.name}" in html_of(place.upload(theirs))
    stranger = Place(make_member(make_commune()))
    assert "Đây là bảng của xã khác" in html_of(place.upload(stranger.download()))


@pytest.mark.parametrize("content", [b"", b"a,b,c", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600])
def test_what_is_no_workbook_is_refused_with_a_sentence(place, content):
    answer = place.upload(content)
    assert answer.status_code == 200
    assert "notice--bad" in html_of(answer)


def test_a_change_made_meanwhile_is_never_overwritten_unseen(place):
    book = place.download()
    answer = place.upload(filled(book, {(LOUD, Column.VALUE): 3}))
    page = html_of(place.browser.get(answer.url))
    digest = page.split('name="thay" value="')[1].split('"')[0]
    with inside(place.coordinator):
        draft(place.loud, place.village, place.period, 7)
    again = html_of(place.browser.post(f"{answer.url}ghi/", {"thay": digest, "lam": "ghi"}))
    assert "số liệu đã thay đổi" in again
    assert "hai bên cùng đổi" in again
    assert place.rows()[place.loud.pk].numerator == 7
    confirm(place, answer, **{"theo-tep": f"{place.loud.pk}:{place.village.pk}"})
    assert place.rows()[place.loud.pk].numerator == 3


def test_a_conflict_left_alone_keeps_what_stands_there(place):
    book = place.download()
    with inside(place.coordinator):
        draft(place.loud, place.village, place.period, 7)
    confirm(place, place.upload(filled(book, {(LOUD, Column.VALUE): 3, (HOUSE, Column.ANSWER): "Không"})))
    assert place.rows()[place.loud.pk].numerator == 7
    assert place.rows()[place.house.pk].numerator == 0


def test_what_waits_or_is_approved_cannot_be_changed_by_a_workbook(place):
    book = place.download()
    with inside(place.coordinator):
        waiting = submit([draft(place.loud, place.village, place.period, 7)])
    page = html_of(place.browser.get(place.upload(filled(book, {(LOUD, Column.VALUE): 3})).url))
    assert "đang chờ duyệt" in page
    with inside(place.coordinator):
        approve(waiting)
    page = html_of(place.browser.get(place.upload(filled(book, {(LOUD, Column.VALUE): 3})).url))
    assert "đã duyệt; đính chính" in page
    assert place.rows()[place.loud.pk].numerator == 7


def test_a_jump_is_told_and_handed_in_only_with_its_reason(place):
    with inside(place.coordinator):
        approved(place.loud, place.village, place.first, 10)
    answer = place.upload(filled(place.download(), {(LOUD, Column.VALUE): 90}))
    page = html_of(place.browser.get(answer.url))
    assert "từ 10 thành 90" in page
    assert "Ghi và nộp" not in page
    assert "ghi lý do" in html_of(confirm(place, answer, "nop"))
    assert place.loud.pk not in {row.indicator_id for row in place.rows().values() if row.period_id == place.period.pk}
    explained = filled(place.download(), {(LOUD, Column.VALUE): 90, (LOUD, Column.REASON): "lắp mới 80 cụm"})
    confirm(place, place.upload(explained), "nop")
    assert {row.state for row in place.rows().values() if row.period_id == place.period.pk} == {"submitted"}


def test_a_locked_period_takes_no_workbook(place):
    answer = place.upload(filled(place.download(), FULL))
    with inside(place.coordinator):
        lock_period(place.period, reason="Đã chốt báo cáo quý")
    assert "Đã chốt báo cáo quý" in html_of(place.upload(filled(place.download(), FULL)))
    assert "Đã chốt báo cáo quý" in html_of(confirm(place, answer))
    assert not place.rows()


def test_a_coordinator_uploads_for_a_village_and_both_names_are_kept(place):
    browser = signed_in(place.coordinator)
    book = filled(place.download(browser=browser), FULL)
    assert "Người cung cấp số liệu" in html_of(place.upload(book, browser=browser))
    confirm(place, place.upload(book, browser=browser, on_behalf_of="Ông Mẫu"), browser=browser)
    row = place.rows()[place.loud.pk]
    assert (row.entered_by_id, row.on_behalf_of) == (place.coordinator.user_id, "Ông Mẫu")


def test_others_neither_see_nor_confirm_it(place):
    answer = place.upload(filled(place.download(), FULL))
    with inside(place.coordinator):
        other = signed_in(make_head(place.coordinator.commune, make_village(), "Trưởng Thôn Khác"))
    assert other.get(f"{BOOK}/{place.asked}").status_code == 403
    assert other.get(answer.url).status_code == 403
    assert other.post(f"{answer.url}ghi/").status_code == 403
    with inside(place.coordinator):
        officer = make_person(place.coordinator.commune, place.head.unit, Role.SUPERVISOR)
    assert signed_in(officer).get(answer.url).status_code == 403


def test_what_is_abandoned_is_not_kept(place):
    answer = place.upload(filled(place.download(), FULL))
    place.browser.post(f"{answer.url}bo/")
    assert place.browser.get(answer.url).status_code == 404
    with inside(place.coordinator):
        assert bytes(WorkbookUpload.objects.get().content) == b""
    assert not place.rows()


@pytest.mark.parametrize("indicators", [1, 30])
def test_the_preview_needs_few_queries_whatever_is_in_the_file(place, indicators, django_assert_max_num_queries):
    with inside(place.coordinator):
        for _ in range(indicators):
            make_indicator(COUNT)
    answer = place.upload(filled(place.download(), {(LOUD, Column.VALUE): 3}))
    with django_assert_max_num_queries(12):
        assert place.browser.get(answer.url).status_code == 200
    with django_assert_max_num_queries(12):
        assert place.browser.get(f"{BOOK}/{place.asked}").status_code == 200
