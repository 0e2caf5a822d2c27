"""An Excel file of one kind of asset: to fill in, or filled with the inventory, always in the same layout and read back as such.

In Vietnamese whoever asks for it: the file goes from hand to hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import override
from openpyxl import Workbook
from openpyxl.styles import Alignment, PatternFill, Protection
from openpyxl.utils import get_column_letter

from hatang.assets.importing.fields import Field, fields_of
from hatang.assets.importing.readers.table import MOST_ROWS
from hatang.assets.kinds import KINDS
from hatang.core.spreadsheets.writing import GREY, PALE, offer, put, saved

DATA, HELP, LISTS = "Dữ liệu", "Hướng dẫn", "Danh mục"
TITLE_ROW, NOTE_ROW, HEAD_ROW = 1, 2, 3
FIRST_ROW = HEAD_ROW + 1
LAST_ROW = HEAD_ROW + MOST_ROWS
LONGEST = 32_000  # letters of a cell: Excel takes 32,767
WIDTHS = {"name": 36, "note": 32, "shape": 40, "village": 22, "operator": 28, "owner": 24, "id": 12}
NOTE = "Cột có dấu * là bắt buộc với công trình mới. Ô để trống giữ nguyên giá trị đang có trong sổ. Không sửa dòng tiêu đề."
GUIDE = (
    "Mỗi dòng là một công trình. Dòng có mã (hoặc số hệ thống) đã có trong sổ thì sửa công trình ấy; chưa có thì thêm mới.",
    "Không có mã: công trình được nhận ra theo tên, trong cùng một thôn.",
    "Số ghi theo lối Việt Nam: 1.234,5. Ngày ghi 07/04/2026. Cột có danh sách thì chọn trong danh sách.",
    "Vị trí: ghi tọa độ vào hai cột X, Y (độ hoặc VN-2000), hoặc hình theo dạng WKT, ví dụ LINESTRING (106.1 22.2, 106.2 22.3).",
    "Cả tệp dùng một hệ tọa độ; khi tải lên hệ thống sẽ hỏi hệ nào.",
    "Không dùng công thức; hãy dán dưới dạng giá trị. Mỗi tệp nhiều nhất 5.000 dòng.",
    "Khi tải lên, hệ thống cho xem trước từng dòng; chưa có gì vào sổ cho đến khi bấm xác nhận.",
)


def columns_of(kind: str) -> list[Field]:
    """The fields that are columns, in their order: X and Y only where the kind may be a point."""
    points = "point" in KINDS[kind].shapes
    return [entry for code, entry in fields_of(kind).items() if code not in {"x", "y"} or points]


def heading_of(entry: Field) -> str:
    """What stands above a column."""
    return f"{entry.heading} *" if entry.required else entry.heading


def sheet(kind: str, commune: str, villages: list[str], units: list[str], rows: Iterable[dict[str, Any]] = ()) -> bytes:
    """The Excel file of a kind, with drop-downs; `rows` hold values in words by the codes of fields."""
    with override("vi"):
        title = f"Sổ công trình: {KINDS[kind].label} – {commune}"
    columns = columns_of(kind)
    file = Workbook()
    data = file.worksheets[0]
    data.title = DATA
    _head(data, title, columns)
    for place, row in enumerate(rows, FIRST_ROW):
        _row(data, place, columns, row)
    _help(file.create_sheet(HELP), columns)
    lists = file.create_sheet(LISTS)
    for place, entry in enumerate(columns, 1):
        options = {"village": villages, "operator": units}.get(entry.code, [words for _code, words in entry.choices])
        if options:
            offer(data, lists, place, options, (FIRST_ROW, LAST_ROW), at=place, strict=True)
    lists.sheet_state = "hidden"
    return saved(file)


def _head(data: Any, title: str, columns: list[Field]) -> None:
    put(data.cell(TITLE_ROW, 1), title, bold=True, size=14)
    put(data.cell(NOTE_ROW, 1), NOTE)
    for place, entry in enumerate(columns, 1):
        cell = data.cell(HEAD_ROW, place)
        put(cell, heading_of(entry), bold=True)
        cell.fill = PatternFill("solid", start_color=PALE if entry.code != "id" else GREY, end_color=PALE)
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        width = data.column_dimensions[get_column_letter(place)]
        width.width = WIDTHS.get(entry.code, 18)
        width.protection = Protection(locked=entry.code == "id")
    data.row_dimensions[HEAD_ROW].height = 44
    data.freeze_panes = data.cell(FIRST_ROW, 3)
    data.protection.sheet = True
    data.protection.formatColumns = data.protection.formatRows = data.protection.sort = data.protection.autoFilter = False
    data.protection.insertRows = data.protection.deleteRows = False
    data.print_title_rows = f"{HEAD_ROW}:{HEAD_ROW}"
    data.page_setup.orientation = "landscape"


def _row(data: Any, row_number: int, columns: list[Field], row: dict[str, Any]) -> None:
    for place, entry in enumerate(columns, 1):
        value = row.get(entry.code)
        if value in (None, ""):
            continue
        cell = data.cell(row_number, place)
        put(cell, value)
        cell.protection = Protection(locked=entry.code == "id")


def _help(sheet: Any, columns: list[Field]) -> None:
    sheet.column_dimensions["A"].width = 110
    put(sheet.cell(1, 1), "Cách điền", bold=True, size=14)
    for place, line in enumerate(GUIDE, 2):
        put(sheet.cell(place, 1), line)
        sheet.cell(place, 1).alignment = Alignment(wrap_text=True, vertical="top")
    lists = [entry for entry in columns if entry.choices]
    for place, entry in enumerate(lists, len(GUIDE) + 3):
        put(sheet.cell(place, 1), f"{entry.heading}: {', '.join(words for _code, words in entry.choices)}")
    sheet.protection.sheet = True
