"""The file given out.

In Vietnamese whoever asks for it: the file goes from hand to hand, and is read back by the words of its head.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from decimal import Decimal
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.properties import PageSetupProperties

from hatang.core.spreadsheets import writing as paper
from hatang.projects.workbook import layout as at
from hatang.projects.workbook.layout import CHOICES, EDITED, HEADERS, MONEY, NUMBERS, TEXTS, WIDTHS, Column
from hatang.projects.workbook.model import Book, Known, Texts
from hatang.projects.workbook.rules.texts import mark

YELLOW = PatternFill("solid", start_color="FFF8DC", end_color="FFF8DC")
GREY = PatternFill("solid", start_color=paper.GREY, end_color=paper.GREY)
GREEN = PatternFill("solid", start_color=paper.GREEN, end_color=paper.GREEN)
THIN = Side(style="thin", color="D5DBD5")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
LETTERS = Font(name=paper.LETTERS, size=11)
OPEN, SHUT = Protection(locked=False), Protection(locked=True)
WRAPPED = Alignment(wrap_text=True, vertical="top")
TOP = Alignment(vertical="top")
RIGHT = Alignment(horizontal="right", vertical="top")
WRAPPED_COLUMNS = frozenset({Column.NAME, Column.VILLAGES, Column.PLACE, Column.PURPOSE, Column.NOTE, Column.KIND})


def write(book: Book) -> bytes:
    """The works as an .xlsx file, with empty rows for new ones below."""
    file = Workbook()
    data = file.worksheets[0]
    data.title = at.DATA
    last = at.HEAD_ROW + len(book.works) + at.EMPTY_ROWS
    _head(data, book)
    rows = _Rows(data)
    for row, known in enumerate(book.works, at.FIRST_ROW):
        rows.work(row, known, reached=book.reaches(known.sector))
    for row in range(at.FIRST_ROW + len(book.works), last + 1):
        rows.empty(row)
    _help(file.create_sheet(at.HELP), book)
    _lists(file.create_sheet(at.LISTS), data, book, last)
    _hidden(file.create_sheet(at.HIDDEN), book)
    _set_up(data, last)
    file.security = WorkbookProtection(lockStructure=True)
    return paper.saved(file)


def signature(commune: str, given: Mapping[int, Texts]) -> str:
    """The hash of whose file it is and of every work given out: it tells a changed file from one that is whole.

    It guards against accidents, not against forgery: what a person may write is decided by the services whatever the file says.
    """
    works = [[pk, kept(texts)] for pk, texts in sorted(given.items())]
    return hashlib.sha256(json.dumps([at.VERSION, commune, works], ensure_ascii=False).encode()).hexdigest()


def kept(texts: Texts) -> str:
    """The marks of a work's cells as the hidden sheet keeps them."""
    return json.dumps({int(column): mark(text) for column, text in sorted(texts.items()) if text}, ensure_ascii=False)


def _head(data: Any, book: Book) -> None:
    paper.put(data.cell(at.TITLE_ROW, 2), f"Danh sách công trình – {book.commune}", bold=True, size=14)
    note = f"{at.DEMONSTRATION} {at.NOTE}" if book.illustrative else at.NOTE
    paper.put(data.cell(at.NOTE_ROW, 2), note)
    data.cell(at.NOTE_ROW, 2).alignment = Alignment(vertical="center")
    for column, heading in HEADERS.items():
        cell = data.cell(at.HEAD_ROW, column)
        paper.put(cell, heading, bold=True)
        cell.font = Font(name=paper.LETTERS, size=11, bold=True, color="FFFFFF")
        cell.fill, cell.border = GREEN, BOX
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
        data.column_dimensions[get_column_letter(column)].width = WIDTHS[column]
    data.row_dimensions[at.TITLE_ROW].height, data.row_dimensions[at.HEAD_ROW].height = 24, 36


class _Rows:
    """Writes rows of cells; each kind of cell is styled once, the rest look like it."""

    def __init__(self, data: Any) -> None:
        self.data = data
        self.looks: dict[tuple[Column, bool], Any] = {}

    def work(self, row: int, known: Known, *, reached: bool) -> None:
        for column in Column:
            text = str(known.pk) if column == Column.PK else known.texts[column]
            self._cell(row, column, text, reached and column in EDITED and column not in known.closed)
        self.data.row_dimensions[row].height = _height(known)

    def empty(self, row: int) -> None:
        for column in Column:
            self._cell(row, column, "", column in EDITED)

    def _cell(self, row: int, column: Column, text: str, is_open: bool) -> None:
        cell = self.data.cell(row, column)
        if (column, is_open) not in self.looks:
            _style(cell, column, is_open)
            self.looks[column, is_open] = paper.look_of(cell)
        paper.give_look(cell, self.looks[column, is_open])
        if text:
            paper.write_value(cell, Decimal(text) if column in NUMBERS or column == Column.PK else text)


def _height(known: Known) -> float:
    """Room for the longest of the wrapped texts; a long purpose is cut off at eight lines."""
    lines = max(ceil(len(known.texts[column]) / WIDTHS[column]) for column in WRAPPED_COLUMNS)
    return 15.5 * min(max(lines, 1), 8) + 2


def _style(cell: Any, column: Column, is_open: bool) -> None:
    cell.font, cell.border = LETTERS, BOX
    cell.fill, cell.protection = (YELLOW, OPEN) if is_open else (GREY, SHUT)
    cell.alignment = RIGHT if column in NUMBERS else WRAPPED if column in WRAPPED_COLUMNS else TOP
    if column in MONEY:
        cell.number_format = paper.MONEY
    elif column in TEXTS:
        cell.number_format = "@"  # so that 007 stays what was typed


def _help(sheet: Any, book: Book) -> None:
    sheet.column_dimensions["A"].width = 110
    lines = [at.DEMONSTRATION, *at.GUIDE] if book.illustrative else at.GUIDE
    paper.put(sheet.cell(1, 1), "Cách điền", bold=True, size=14)
    for row, line in enumerate(lines, 2):
        paper.put(sheet.cell(row, 1), line)
        sheet.cell(row, 1).alignment = WRAPPED
        sheet.row_dimensions[row].height = 32 if len(line) > 105 else 18
    sheet.protection.sheet = True


def _lists(lists: Any, data: Any, book: Book, last: int) -> None:
    for place, (column, options) in enumerate(book.options.items(), 1):
        paper.offer(data, lists, column, options, (at.FIRST_ROW, last), at=place, strict=column in CHOICES)
    lists.sheet_state = "hidden"
    lists.protection.sheet = True


def _hidden(sheet: Any, book: Book) -> None:
    """Whose file it is, and every work as it was given out: what comes back is held against this."""
    given = {known.pk: known.texts for known in book.works}
    facts = (at.VERSION, book.code, signature(book.code, given))
    for row, (name, fact) in enumerate(zip(at.HIDDEN_FACTS, facts, strict=True), 1):
        _texts(sheet, row, name, fact)
    for row, known in enumerate(book.works, at.HIDDEN_FIRST):
        _texts(sheet, row, str(known.pk), kept(known.texts))
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True


def _texts(sheet: Any, row: int, *texts: str) -> None:
    for column, text in enumerate(texts, 1):
        cell = sheet.cell(row, column)
        paper.write_value(cell, text)
        cell.number_format = "@"


def _set_up(data: Any, last: int) -> None:
    data.freeze_panes = data.cell(at.FIRST_ROW, Column.CODE)
    data.auto_filter.ref = f"A{at.HEAD_ROW}:{get_column_letter(max(Column))}{last}"
    guard = data.protection
    guard.sheet = True
    guard.formatColumns = guard.formatRows = guard.autoFilter = guard.sort = False
    data.sheet_view.showGridLines = False
    data.print_title_rows = f"{at.HEAD_ROW}:{at.HEAD_ROW}"
    data.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    data.page_setup.paperSize, data.page_setup.orientation, data.page_setup.fitToHeight = 8, "landscape", 0
