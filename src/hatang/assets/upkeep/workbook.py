"""The maintenance plan as an Excel workbook: numbers are numbers, days are days, and what looks like a formula stays text."""

from __future__ import annotations

import io
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from hatang.assets.upkeep.selectors.planning import Entry, PlanView

LETTERS = "Arial"  # has every Vietnamese letter and is on every office computer
MONEY, DAY = "#,##0", "dd/mm/yyyy"
THIN = Side(style="thin", color="B5BEB6")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
HEAD = PatternFill("solid", start_color="E2EFE6", end_color="E2EFE6")
WIDTHS = (5, 34, 26, 18, 14, 13, 24, 18, 20, 14, 18, 26)
FIRST_ROW = 5
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write(view: PlanView, *, commune: str, illustrative: bool = False) -> bytes:
    """The workbook of a plan; one sheet, printed on A4 across."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = _("Kế hoạch %(year)s") % {"year": view.plan.year}
    _head(sheet, view, commune, illustrative)
    for number, entry in enumerate(view.entries, 1):
        _row(sheet, FIRST_ROW + number, [number, *_values(entry)])
    _totals(sheet, FIRST_ROW + len(view.entries) + 1, view)
    _laid_out(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def titles() -> list[str]:
    """The heads of the columns; job, time, way and cost are those of Nghị định 207/2026/NĐ-CP, Điều 35 khoản 2."""
    return [
        _("STT"), _("Tên công việc"), _("Công trình"), _("Loại việc"), _("Thời gian"), _("Phương thức"), _("Đơn vị thực hiện"),
        _("Chi phí dự kiến (đồng)"), _("Nguồn kinh phí"), _("Ngày hoàn thành"), _("Chi phí thực tế (đồng)"), _("Kết quả"),
    ]  # fmt: skip


def _head(sheet: Worksheet, view: PlanView, commune: str, illustrative: bool) -> None:
    title = _("Kế hoạch bảo trì công trình năm %(year)s") % {"year": view.plan.year}
    state = view.plan.get_state_display() + (f" – {view.plan.document}" if view.plan.document else "")
    mark = _("Dữ liệu minh họa") if illustrative else ""
    for row, text in enumerate((commune, title, state, mark), 1):
        _put(sheet.cell(row, 1), text)
        sheet.cell(row, 1).font = Font(name=LETTERS, size=14 if row == 2 else 11, bold=row == 2)
    for column, text in enumerate(titles(), 1):
        cell: Any = sheet.cell(FIRST_ROW, column)
        _put(cell, text)
        cell.font, cell.fill, cell.border = Font(name=LETTERS, bold=True), HEAD, BOX
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")


def _values(entry: Entry) -> list[Any]:
    line = entry.line
    return [
        line.job, line.asset.name if line.asset else "", line.get_work_display(), line.when.label(), line.get_way_display(),
        line.unit.name, line.cost, line.source, line.done_on, line.actual_cost, line.done_note,
    ]  # fmt: skip


def _row(sheet: Worksheet, row: int, values: list[Any]) -> None:
    for column, value in enumerate(values, 1):
        cell: Any = sheet.cell(row, column)
        _put(cell, value)
        cell.font, cell.border = Font(name=LETTERS), BOX
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column, written in ((8, MONEY), (10, DAY), (11, MONEY)):
        sheet.cell(row, column).number_format = written


def _totals(sheet: Worksheet, row: int, view: PlanView) -> None:
    values: list[Any] = ["", _("Cộng"), *[""] * 5, view.totals.cost.dong, "", "", view.totals.actual.dong, ""]
    _row(sheet, row, values)
    for column in range(1, len(values) + 1):
        sheet.cell(row, column).font = Font(name=LETTERS, bold=True)


def _put(cell: Any, value: Any) -> None:
    """Write a value as what it is: text that looks like a formula stays text."""
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = "".join(letter for letter in value if letter >= " " or letter in "\n\t") or None
    if cell.value:
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(FORMULA_STARTS)


def _laid_out(sheet: Any) -> None:
    for column, width in enumerate(WIDTHS):
        sheet.column_dimensions["ABCDEFGHIJKL"[column]].width = width
    sheet.freeze_panes = sheet.cell(FIRST_ROW + 1, 3)
    sheet.print_title_rows = f"{FIRST_ROW}:{FIRST_ROW}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
