"""The front sheet: whose workbook, for which period, how to fill it in, whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from hatang.indicators.workbook import layout, style
from hatang.indicators.workbook.model import Workbook

STEPS = (
    f"Mở trang “{layout.DATA}”. Chỉ điền các ô nền vàng; các ô khác đã khóa để bảng đọc lại được.",
    f"Chưa rõ chỉ tiêu đếm gì thì xem trang “{layout.DEFINITIONS}”, hoặc chọn ô để hiện lời nhắc.",
    "Chỉ tiêu tỷ lệ: ghi tử số và mẫu số bằng số lượng (km, hộ, phòng…). Cột Tỷ lệ tự tính, không phải gõ.",
    "Chỉ tiêu số lượng: ghi cột Giá trị. Chỉ tiêu có hay chưa: chọn Có hoặc Không trong danh sách.",
    "Số lẻ gõ dấu phẩy (hoặc dấu chấm nếu máy đặt kiểu Anh). Không gõ đơn vị tính, không gõ công thức.",
    "Nếu số chênh nhiều so với kỳ trước, hoặc tử số lớn hơn mẫu số, hãy ghi lý do ở cột Lý do.",
    "Chưa có số thì để trống; bằng không thì ghi 0.",
    "Không chèn, xóa, chuyển dòng hay cột; không đổi tên trang; không gộp ô.",
    "Lưu tệp dạng .xlsx rồi tải lên ở đúng trang đã tải bảng về. Hệ thống cho xem trước, chưa ghi gì đến khi bạn xác nhận.",
)
LEGEND = (
    (style.YELLOW, "Ô để điền"),
    (style.GREY, "Ô đã khóa: có sẵn, tự tính, hoặc số liệu đã nộp, đã duyệt"),
    (style.AMBER, "Tử số lớn hơn mẫu số: hãy xem lại, hoặc ghi lý do"),
)
DEMONSTRATION = "SỐ LIỆU MINH HỌA: bảng này thuộc bản trình diễn, không phải số liệu thật của xã."


def write_front(sheet: Worksheet, book: Workbook) -> None:
    """Fill the front sheet."""
    sheet.title = layout.FRONT
    sheet.sheet_view.showGridLines = False
    for column, width in {"A": 2, "B": 14, "C": 86}.items():
        sheet.column_dimensions[column].width = width
    row = _facts(sheet, book)
    row = _steps(sheet, row + 1)
    _legend(sheet, row + 1)
    _set_up(sheet)


def _facts(sheet: Worksheet, book: Workbook) -> int:
    style.put(sheet["B2"], "BẢNG SỐ LIỆU CHỈ TIÊU HẠ TẦNG", font=style.letters(16, bold=True, color=style.GREEN), at=_line())
    sheet.row_dimensions[2].height = 26
    if book.illustrative:
        style.put(sheet["B3"], DEMONSTRATION, font=style.letters(bold=True, color="9B2226"), at=_line())
    first = 4 if book.illustrative else 3
    facts = list(_named(book))
    for row, (name, fact) in enumerate(facts, first):
        style.put(sheet.cell(row, 2), name, font=style.letters(color="4F5D56"))
        style.put(sheet.cell(row, 3), fact, font=style.letters(bold=True))
        sheet.row_dimensions[row].height = 20
    return first + len(facts)


def _named(book: Workbook) -> Iterator[tuple[str, str]]:
    yield "Xã", book.commune
    yield "Kỳ báo cáo", book.period
    yield "Đơn vị", book.unit
    yield "Số dòng", f"{len(book.lines)} dòng, trong đó {sum(not line.locked for line in book.lines)} dòng điền được"
    if book.due:
        yield "Hạn nộp", book.due
    if book.contact:
        yield "Liên hệ", book.contact
    if book.made_at:
        yield "Tải về lúc", book.made_at


def _steps(sheet: Worksheet, first: int) -> int:
    _heading(sheet, first, "Cách điền")
    for number, step in enumerate(STEPS, 1):
        row = first + number
        style.put(sheet.cell(row, 2), f"{number}.", at=style.placed("right", "top"))
        style.put(sheet.cell(row, 3), step, at=style.placed("left", "top"))
        sheet.row_dimensions[row].height = 33 if len(step) > 105 else 18
    return first + len(STEPS) + 1


def _legend(sheet: Worksheet, first: int) -> None:
    _heading(sheet, first, "Màu của ô")
    for row, (colour, words) in enumerate(LEGEND, first + 1):
        sheet.cell(row, 2).fill, sheet.cell(row, 2).border = style.filled_with(colour), style.BOX
        style.put(sheet.cell(row, 3), words)
        sheet.row_dimensions[row].height = 20


def _heading(sheet: Worksheet, row: int, words: str) -> None:
    style.put(sheet.cell(row, 2), words, font=style.letters(12, bold=True, color=style.GREEN), at=_line())


def _line() -> style.Alignment:
    return style.Alignment(vertical="center")


def _set_up(sheet: Any) -> None:
    sheet.protection.sheet = True
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "portrait"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
