"""What each indicator counts, on a sheet of its own: to be looked at while filling in, never read back."""

from __future__ import annotations

from typing import Any

from hatang.indicators.workbook import style
from hatang.indicators.workbook.model import Line, Workbook

WIDTHS = {"A": ("Chỉ tiêu", 40), "B": ("Tử số (hoặc giá trị)", 40), "C": ("Mẫu số", 40), "D": ("Cách thu thập", 50)}
LETTERS_TO_A_LINE = 36


def write_definitions(sheet: Any, book: Workbook) -> None:
    """Fill the sheet of definitions: one row per indicator."""
    for column, (words, width) in WIDTHS.items():
        cell = sheet[f"{column}1"]
        style.put(cell, words, font=style.letters(10, bold=True, color="FFFFFF"), at=style.placed("center"))
        cell.fill, cell.border = style.filled_with(style.GREEN), style.BOX
        sheet.column_dimensions[column].width = width
    once = {line.indicator: line for line in book.lines}
    for row, line in enumerate(once.values(), 2):
        _row(sheet, row, line)
    _set_up(sheet)


def _row(sheet: Any, row: int, line: Line) -> None:
    texts = (line.indicator, line.numerator_name, line.denominator_name, line.how)
    for column, text in enumerate(texts, 1):
        cell = sheet.cell(row, column)
        style.put(cell, text, font=style.letters(bold=column == 1), at=style.placed("left", "top"))
        cell.border = style.BOX
    sheet.row_dimensions[row].height = 15.5 * max(1 + len(text) // LETTERS_TO_A_LINE for text in texts) + 4


def _set_up(sheet: Any) -> None:
    sheet.freeze_panes = "B2"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False
    sheet.sheet_view.showGridLines = False
    sheet.print_title_rows = "1:1"
    sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.fitToHeight = 9, "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
