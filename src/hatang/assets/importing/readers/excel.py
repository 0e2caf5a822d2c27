"""Excel workbooks: the first visible sheet with a table, its values only."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.translation import gettext as _
from openpyxl.worksheet.worksheet import Worksheet

from hatang.assets.importing.readers.table import MOST_COLUMNS, MOST_ROWS, Refused, Row, Table, Value, unique
from hatang.assets.importing.rules.header import find_header
from hatang.assets.importing.words import file_sentence
from hatang.core.spreadsheets.guarding import Limits, RefusedSpreadsheet
from hatang.core.spreadsheets.opening import opened
from hatang.core.spreadsheets.text import unescaped

LIMITS = Limits(largest=20 * 1024 * 1024, unpacked=120 * 1024 * 1024, tags=2_500_000)
LAST_ROW = MOST_ROWS + 200  # headings above, and one more than is taken, so that too many are seen


def read_excel(content: bytes) -> Table:
    """The table of a plain .xlsx; formulas and errors are wrong cells, cells merged downwards hold their value in each row.

    Raises:
        Refused: it may not or cannot be opened, or holds no table.
    """
    sheets = [sheet for sheet in _opened(content).worksheets if sheet.sheet_state == "visible"]
    for sheet in sheets:
        cells = _cells(sheet)
        header = find_header([[_text_of(cell) for cell in row] for row in cells])
        if header is not None and len(cells) > header + 1:
            return _table(sheet, cells, header, len(sheets))
    raise Refused(_("Không thấy bảng nào trong tệp Excel. Bảng cần một dòng tiêu đề cột và các dòng dữ liệu bên dưới."))


def _opened(content: bytes) -> Any:
    try:
        return opened(content, LIMITS)
    except RefusedSpreadsheet as refusal:
        raise Refused(file_sentence(refusal.code)) from refusal


def _cells(sheet: Worksheet) -> list[list[Any]]:
    """The cells of the sheet, without empty rows at its end; a value merged downwards stands in each of its rows."""
    last, width = min(sheet.max_row, LAST_ROW), min(sheet.max_column, MOST_COLUMNS + 1)
    cells = [list(row) for row in sheet.iter_rows(max_row=last, max_col=width)]
    for area in list(sheet.merged_cells.ranges)[:2_000]:
        if area.min_col == area.max_col <= width and area.max_row > area.min_row:
            for number in range(area.min_row, min(area.max_row, len(cells))):
                cells[number][area.min_col - 1] = cells[area.min_row - 1][area.min_col - 1]
    while cells and all(cell.value is None for cell in cells[-1]):
        cells.pop()
    return cells


def _table(sheet: Worksheet, cells: list[list[Any]], header: int, sheets: int) -> Table:
    width = max((place for place, cell in enumerate(cells[header], 1) if _text_of(cell)), default=0)
    columns = unique(_text_of(cell) for cell in cells[header][:width])
    above = [_text_of(cell) for row in cells[:header] for cell in row if _text_of(cell)]
    rows = [_row(number, cells[number][:width], columns) for number in range(header + 1, len(cells))]
    filled = tuple(row for row in rows if row.wrong or any(value is not None for value in row.values.values()))
    body = filled[1:] if filled and _numbers_columns(filled[0]) else filled
    notes = (_("Chỉ đọc trang tính “%(name)s”.") % {"name": sheet.title},) if sheets > 1 else ()
    return Table("xlsx", tuple(columns), body, title=" ".join([*above, str(sheet.title)])[:200], notes=notes)


def _numbers_columns(row: Row) -> bool:
    """Whether a row only numbers the columns, as official tables do: (1) (2) (3)."""
    given = [str(value).strip("() ") for value in row.values.values() if value is not None]
    return len(given) > 2 and given == [str(number) for number in range(1, len(given) + 1)]


def _row(place: int, cells: list[Any], columns: list[str]) -> Row:
    values: dict[str, Value] = {}
    wrong: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        if cell.data_type == "f":
            wrong[column] = _("Ô có công thức. Hãy chép ô rồi dán dưới dạng giá trị.")
        elif cell.data_type == "e":
            wrong[column] = _("Ô báo lỗi %(text)s. Hãy gõ lại.") % {"text": str(cell.value)[:20]}
        else:
            values[column] = _value(cell.value)
    return Row(place + 1, values, wrong=wrong)


def _value(value: Any) -> Value:
    if isinstance(value, dt.datetime | dt.date):
        return f"{value:%d/%m/%Y}" if value.year >= 1000 else str(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        return int(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    return unescaped(str(value)).strip() or None


def _text_of(cell: Any) -> str:
    return cell.value.strip() if isinstance(cell.value, str) and cell.data_type != "f" else ""
