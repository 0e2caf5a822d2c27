"""From what a unit owes in a period to the bytes of a workbook to fill in.

In Vietnamese whoever asks for it: the file goes from hand to hand, and is read back by the words of its head.
"""

from __future__ import annotations

from typing import Any

from openpyxl import Workbook as File
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.properties import PageSetupProperties

from hatang.core.spreadsheets.writing import saved
from hatang.indicators.workbook import layout, style
from hatang.indicators.workbook.definitions import write_definitions
from hatang.indicators.workbook.front import write_front
from hatang.indicators.workbook.model import Workbook
from hatang.indicators.workbook.rules.structure import asked_of, entry_text, signature
from hatang.indicators.workbook.table import write_table


def write(book: Workbook) -> bytes:
    """The workbook as an .xlsx file."""
    file = File()
    file.properties.creator = "Hạ Tầng Xã"
    file.properties.title = f"Số liệu {book.period} – {book.unit}"
    front, data = _sheet(file, layout.FRONT), _sheet(file, layout.DATA)
    file.remove(file.worksheets[0])
    write_front(front, book)
    write_table(data, book)
    write_definitions(_sheet(file, layout.DEFINITIONS), book)
    _write_hidden(_sheet(file, layout.HIDDEN), book)
    file.security = WorkbookProtection(lockStructure=True)
    file.active = data
    return saved(file)


def _sheet(file: File, name: str) -> Any:
    sheet = file.create_sheet(name)
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=False)
    return sheet


def _write_hidden(sheet: Any, book: Workbook) -> None:
    """Whose workbook it is, and every row as it was given out: the reader holds what comes back against this."""
    asked = asked_of(book.lines)
    address = book.address
    facts = (layout.VERSION, address.commune, address.period, address.unit, signature(address, asked))
    for row, (name, fact) in enumerate(zip(layout.HIDDEN_FACTS, facts, strict=True), 1):
        _texts(sheet, row, name, fact)
    for row, one in enumerate(asked, layout.HIDDEN_FIRST):
        _texts(sheet, row, one.key, one.says, one.kind.value, entry_text(one.entry))
    sheet.sheet_state = "hidden"
    sheet.protection.sheet = True


def _texts(sheet: Any, row: int, *texts: str) -> None:
    for column, text in enumerate(texts, 1):
        cell = sheet.cell(row, column)
        style.put(cell, text)
        cell.number_format = style.TEXT_FORMAT
