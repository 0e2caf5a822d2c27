"""The data sheet: one row per indicator and village, with what is known locked and what is asked open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from math import ceil
from typing import Any

from openpyxl.formatting.rule import FormulaRule
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from hatang.core.spreadsheets.structure import letter
from hatang.indicators.workbook import layout, style
from hatang.indicators.workbook.layout import FIRST_ROW, HEADER_ROW, HEADERS, Column
from hatang.indicators.workbook.model import Kind, Line, Workbook
from hatang.indicators.workbook.rules.rows import WANTED, WORDS

WIDTHS = {
    Column.NUMBER: 6, Column.INDICATOR: 42, Column.UNIT: 10, Column.VILLAGE: 19, Column.STATE: 15, Column.LAST_TIME: 21,
    Column.NUMERATOR: 12, Column.DENOMINATOR: 12, Column.SHARE: 10, Column.VALUE: 12, Column.ANSWER: 10,
    Column.REASON: 25, Column.NOTE: 25, Column.KEY: 12,
}  # fmt: skip
CENTRED = {Column.NUMBER, Column.UNIT, Column.SHARE, Column.ANSWER}
SHARE = '=IF(AND(ISNUMBER({n}),ISNUMBER({d})),IF({d}>0,{n}/{d},""),"")'


def write_table(sheet: Worksheet, book: Workbook) -> None:
    """Fill the data sheet."""
    _head(sheet, book)
    for number, line in enumerate(book.lines, 1):
        _row(sheet, number, line, first=number == 1 or book.lines[number - 2].indicator != line.indicator)
    for validation in _validations(book.lines):
        sheet.add_data_validation(validation)
    _warn_of_parts_larger_than_the_whole(sheet, len(book.lines))
    _protect(sheet)
    _set_up(sheet, book)


def _head(sheet: Worksheet, book: Workbook) -> None:
    title = f"SỐ LIỆU {book.period.upper()} – {book.unit}, {book.commune}"
    style.put(sheet["A1"], title, font=style.letters(14, bold=True, color=style.GREEN), at=style.Alignment(vertical="center"))
    hint = f"Chỉ điền ô nền vàng. Cách điền ở trang “{layout.FRONT}”." + (f" Hạn nộp: {book.due}." if book.due else "")
    style.put(sheet["A2"], hint, font=style.letters(10, color="4F5D56"), at=style.Alignment(vertical="center"))
    for column, words in HEADERS.items():
        cell = sheet.cell(HEADER_ROW, column)
        style.put(cell, words, font=style.letters(10, bold=True, color="FFFFFF"), at=style.placed("center"))
        cell.fill, cell.border = style.filled_with(style.GREEN), style.BOX
    sheet.row_dimensions[1].height, sheet.row_dimensions[HEADER_ROW].height = 24, 32


def _row(sheet: Worksheet, number: int, line: Line, *, first: bool) -> None:
    row = FIRST_ROW + number - 1
    known: dict[Column, str | int] = {
        Column.NUMBER: number, Column.INDICATOR: line.indicator, Column.UNIT: line.unit,
        Column.VILLAGE: line.village or layout.COMMUNE_WIDE, Column.STATE: line.state,
        Column.LAST_TIME: style.shown(line.last, line.kind), Column.KEY: line.key,
    }  # fmt: skip
    for column in HEADERS:
        cell = sheet.cell(row, column)
        style.put(cell, known.get(column) or _filled_in(line, column), at=style.placed(_side(column)))
        cell.fill, cell.border = style.filled_with(style.GREY), style.GROUP if first else style.BOX
    if line.kind == Kind.RATIO:
        _share(sheet, row)
    for column in _open_cells(line):
        _open(sheet, row, column)
    sheet.row_dimensions[row].height = _height(line)


def _share(sheet: Worksheet, row: int) -> None:
    """The percentage, worked out by the office program for whoever fills in; it is never read back."""
    cell = sheet.cell(row, Column.SHARE)
    cell.value = SHARE.format(n=f"{letter(Column.NUMERATOR)}{row}", d=f"{letter(Column.DENOMINATOR)}{row}")
    cell.number_format = "0.0%"


def _filled_in(line: Line, column: Column) -> str | float | None:
    """What stands in an input cell already."""
    entry = line.current
    numbers = {Column.NUMERATOR: entry.numerator, Column.DENOMINATOR: entry.denominator, Column.VALUE: entry.value}
    number = numbers.get(column)
    if number is not None:
        return int(number) if number == number.to_integral_value() else float(number)
    answer = {True: layout.YES, False: layout.NO, None: None}[entry.answer]
    return {Column.ANSWER: answer, Column.REASON: entry.reason, Column.NOTE: entry.note}.get(column) or None


def _open_cells(line: Line) -> Sequence[Column]:
    return () if line.locked else (*WANTED[line.kind], *WORDS)


def _open(sheet: Worksheet, row: int, column: Column) -> None:
    cell = sheet.cell(row, column)
    cell.protection, cell.fill = style.UNLOCKED, style.filled_with(style.YELLOW)
    if column in WORDS or column == Column.ANSWER:
        cell.number_format = style.TEXT_FORMAT


def _side(column: Column) -> str:
    if column in CENTRED:
        return "center"
    return "right" if column in {Column.LAST_TIME, Column.NUMERATOR, Column.DENOMINATOR, Column.VALUE} else "left"


def _height(line: Line) -> float:
    """Room for the longest of the wrapped texts."""
    texts = {Column.INDICATOR: line.indicator, Column.VILLAGE: line.village, Column.STATE: line.state,
             Column.REASON: line.current.reason, Column.NOTE: line.current.note, Column.UNIT: line.unit,
             Column.LAST_TIME: style.shown(line.last, line.kind)}  # fmt: skip
    lines = max(ceil(len(text) * 1.05 / WIDTHS[column]) for column, text in texts.items())
    return min(15.5 * max(lines, 1) + 4, 160)


def _validations(lines: Sequence[Line]) -> Iterator[DataValidation]:
    """One rule per indicator and column, so that each tells what is to be written there; and one for words."""
    places = [(FIRST_ROW + place, line) for place, line in enumerate(lines)]
    for _name, group in groupby(places, key=lambda one: (one[1].indicator, one[1].kind)):
        rows = list(group)
        for column in WANTED[rows[0][1].kind]:
            yield _over(_validation(rows[0][1], column), column, [row for row, _line in rows])
    yield _over(_length(), Column.REASON, [row for row, _line in places])
    yield _over(_length(), Column.NOTE, [row for row, _line in places])


def _over(validation: DataValidation, column: Column, rows: Sequence[int]) -> DataValidation:
    breaks = [place for place, (one, other) in enumerate(pairwise(rows), 1) if other != one + 1]
    for start, end in zip([0, *breaks], [*breaks, len(rows)], strict=True):
        if rows:
            validation.add(f"{letter(column)}{rows[start]}:{letter(column)}{rows[end - 1]}")
    return validation


def _validation(line: Line, column: Column) -> DataValidation:
    if column == Column.ANSWER:
        rule = DataValidation(type="list", formula1=f'"{layout.YES},{layout.NO}"', allow_blank=True)
        rule.error, rule.prompt = "Hãy chọn Có hoặc Không trong danh sách.", "Chọn Có hoặc Không. Chưa rõ thì để trống."
    else:
        rule = DataValidation(type="decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
        rule.error = "Hãy ghi một số từ 0 trở lên, không kèm đơn vị tính hay chữ. Chưa có số thì để trống."
        rule.prompt = _what_to_write(line, column)[:250]
    rule.errorTitle, rule.promptTitle = "Chưa đúng", HEADERS[column]
    return _told(rule)


def _what_to_write(line: Line, column: Column) -> str:
    said = {Column.NUMERATOR: line.numerator_name, Column.DENOMINATOR: line.denominator_name}.get(column, "") or line.indicator
    return f"{said} ({line.unit})" if line.unit and column == Column.VALUE else said


def _length() -> DataValidation:
    rule = DataValidation(type="textLength", operator="lessThanOrEqual", formula1=str(layout.MOST_WORDS), allow_blank=True)
    rule.errorTitle, rule.error = "Quá dài", "Hãy viết không quá 1.000 ký tự."
    return _told(rule)


def _told(rule: DataValidation) -> DataValidation:
    rule.showErrorMessage = rule.showInputMessage = True
    rule.errorStyle = "stop"
    return rule


def _warn_of_parts_larger_than_the_whole(sheet: Worksheet, count: int) -> None:
    if count:
        last = FIRST_ROW + count - 1
        rule = FormulaRule(
            formula=[f"AND(ISNUMBER($G{FIRST_ROW}),ISNUMBER($H{FIRST_ROW}),$G{FIRST_ROW}>$H{FIRST_ROW})"],
            fill=style.PatternFill("solid", bgColor=style.AMBER),
        )
        sheet.conditional_formatting.add(f"G{FIRST_ROW}:H{last}", rule)


def _protect(sheet: Worksheet) -> None:
    """Keep what is not asked from accidents. There is no password: it is a guard rail, not a lock."""
    sheet.protection.sheet = True
    sheet.protection.autoFilter = False
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def _set_up(sheet: Any, book: Workbook) -> None:
    for column, width in WIDTHS.items():
        sheet.column_dimensions[letter(column)].width = width
    sheet.column_dimensions[letter(Column.KEY)].hidden = True
    sheet.freeze_panes = f"{letter(Column.STATE)}{FIRST_ROW}"
    last = FIRST_ROW + max(len(book.lines), 1) - 1
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{letter(Column.NOTE)}{last}"
    sheet.sheet_view.showGridLines = False
    sheet.sheet_view.zoomScale = 100
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.print_area = f"A1:{letter(Column.NOTE)}{last}"
    sheet.page_setup.paperSize, sheet.page_setup.orientation, sheet.page_setup.fitToHeight = 9, "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.oddFooter.left.text = f"{book.unit} – {book.period}".replace("&", "&&")
    sheet.oddFooter.right.text = "Trang &P/&N"
