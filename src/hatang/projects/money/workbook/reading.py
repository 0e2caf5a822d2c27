"""A file that came back, as rows; whatever a cell cannot mean is said beside it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from hatang.core.money import NotMoney, read_money
from hatang.core.spreadsheets.guarding import Limits, RefusedSpreadsheet, guard
from hatang.core.spreadsheets.text import unescaped
from hatang.core.spreadsheets.words import FILE
from hatang.projects.money.workbook import layout as at

LIMITS = Limits(largest=5 * 1024 * 1024, unpacked=40 * 1024 * 1024, tags=1_500_000)


class Refused(ValueError):
    """The file is not taken; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row as typed: amounts in đồng, None for an empty cell; `wrong` says what could not be read."""

    number: int
    work: int | None
    name: str
    source: str
    there: int | None
    new: int | None
    wrong: str = ""


def read(content: bytes) -> tuple[int, list[Line]]:
    """The year of the file and its rows.

    Raises:
        Refused: no plain workbook, another layout, or too long.
    """
    try:
        guard(content, LIMITS)
    except RefusedSpreadsheet as error:
        raise Refused(_refusal(error.code)) from error
    try:
        file = load_workbook(io.BytesIO(content), read_only=True)
        rows = [
            tuple(row)
            for row in file[at.SHEET].iter_rows(max_col=at.NEW, max_row=at.HEAD_ROW + at.MOST_ROWS + 1, values_only=True)
        ]
    except Exception as error:  # a broken workbook fails in as many ways as there are parts in it
        raise Refused(_("Không thấy trang tính “Kế hoạch vốn”. Hãy dùng tệp tải từ hệ thống.")) from error
    return _year(rows), [_line(number, row) for number, row in enumerate(rows, 1) if number >= at.FIRST_ROW and any(row)]


def _refusal(code: str) -> str:
    return str(FILE.get(code, _("Tệp này không phải tệp Excel (.xlsx) hợp lệ, hoặc quá lớn. Hãy dùng tệp tải từ hệ thống.")))


def _year(rows: list[tuple[Any, ...]]) -> int:
    headings = list(at.HEADINGS.values())
    if len(rows) < at.HEAD_ROW or [str(value or "") for value in rows[at.HEAD_ROW - 1]] != headings:
        raise Refused(_("Dòng tiêu đề đã bị sửa. Hãy dùng tệp tải từ hệ thống và giữ nguyên các cột."))
    if len(rows) > at.HEAD_ROW + at.MOST_ROWS:
        raise Refused(_("Tệp có quá nhiều dòng."))
    year = rows[at.YEAR_ROW - 1][1]
    if not isinstance(year, int) or not 2000 <= year <= 2100:
        raise Refused(_("Không đọc được năm kế hoạch ở dòng 2. Hãy dùng tệp tải từ hệ thống."))
    return year


def _line(number: int, row: tuple[Any, ...]) -> Line:
    work = row[at.PK - 1]
    name, source = (unescaped(str(row[column - 1] or "")).strip() for column in (at.NAME, at.SOURCE))
    known = work if isinstance(work, int) and not isinstance(work, bool) else None
    try:
        there, new = _amount(row[at.THERE - 1]), _amount(row[at.NEW - 1])
    except NotMoney as error:
        return Line(number, known, name, source, None, None, str(error))
    return Line(number, known, name, source, there, new)


def _amount(value: Any) -> int | None:
    if value in (None, ""):
        return None
    if isinstance(value, bool) or (isinstance(value, str) and value.startswith("=")):
        raise NotMoney(_("Ô có công thức. Hãy chép ô rồi dán dưới dạng giá trị."))
    if isinstance(value, float):
        if not value.is_integer():
            raise NotMoney(_("Hãy ghi số tiền tròn đồng."))
        value = int(value)
    dong = value if isinstance(value, int) else read_money(str(value)).dong
    if dong < 0:
        raise NotMoney(_("Ghi số tiền từ 0 đồng trở lên."))
    return dong
