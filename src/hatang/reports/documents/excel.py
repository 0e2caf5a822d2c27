"""The annexes in Excel: figures as numbers, shares and sums as formulas that give what the text says."""

from __future__ import annotations

import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter as letter
from openpyxl.worksheet.worksheet import Worksheet

from hatang.core.spreadsheets.text import number
from hatang.reports.documents import cells, sheets
from hatang.reports.documents.paper import Paper, Row
from hatang.reports.documents.word import sector_name
from hatang.reports.rules.figures import Figure, Form
from hatang.reports.rules.targets import COUNTED, STANDS

TARGETS, SUMMARY, SOURCES = "Mục tiêu", "Tổng hợp", "Nguồn số liệu"
HEAD = 3
FIRST = HEAD + 1
SHARE, AMOUNT, POINTS = "0.0%", "#,##0.##", "+0.0;-0.0;0.0"
COLUMNS = (
    ("TT", 6), ("Lĩnh vực", 18), ("Mục tiêu", 48), ("ĐVT", 9), ("Yêu cầu", 20), ("Đến năm", 9), ("Kỳ trước: phần đạt", 12),
    ("Kỳ trước: tổng số", 12), ("Kỳ trước", 11), ("Kỳ này: phần đạt", 12), ("Kỳ này: tổng số", 12), ("Kỳ này", 11),
    ("Thay đổi (điểm %)", 12), ("Tình trạng", 22),
)  # fmt: skip
# What is not whole is never shown as 100,0%, as in the text.
SHARED = '=IF({whole}>0,IF(AND({part}<{whole},ROUND({part}/{whole},3)=1),0.999,{part}/{whole}),"")'


def as_workbook(paper: Paper) -> bytes:
    """The annexes as an .xlsx file."""
    book = Workbook()
    book.properties.creator, book.properties.title = "Hạ Tầng Xã", paper.report.title
    book.remove(book.worksheets[0])
    if paper.rows:
        _targets(book.create_sheet(TARGETS), paper)
        _summary(book.create_sheet(SUMMARY), paper)
    for table in paper.tables:
        sheets.fill(book.create_sheet(table.sheet), table, paper.report.title, paper.figures)
    _sources(book.create_sheet(SOURCES), paper)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _targets(sheet: Worksheet, paper: Paper) -> None:
    cells.head(sheet, "KẾT QUẢ THỰC HIỆN TỪNG MỤC TIÊU", paper.report.title, COLUMNS, row=HEAD)
    for at, row in enumerate(paper.rows):
        _target(sheet, FIRST + at, at + 1, row)
    cells.set_up(sheet, row=HEAD, columns=3)


def _target(sheet: Worksheet, at: int, place: int, row: Row) -> None:
    year: Any = int(row.year) if row.year.isdecimal() else ""
    for column, value in enumerate((place, sector_name(row.sector), row.subject, row.unit, row.asked, year), 1):
        cells.put(sheet.cell(at, column), value)
    _figure(sheet, at, 7, row.before)
    _figure(sheet, at, 10, row.now)
    if row.change and row.change.form == Form.POINTS:
        cells.formula(sheet.cell(at, 13), f"=ROUND(L{at}*100,1)-ROUND(I{at}*100,1)", POINTS)
    else:
        cells.put(sheet.cell(at, 13), "")
    cells.put(sheet.cell(at, 14), row.status)


def _figure(sheet: Worksheet, at: int, column: int, figure: Figure | None) -> None:
    """Part, whole and what they come to; a count stands in the last of the three."""
    part, whole, result = (sheet.cell(at, column + step) for step in range(3))
    if figure is None or figure.form == Form.ANSWER:
        for cell, value in ((part, ""), (whole, ""), (result, figure.said if figure else "")):
            cells.put(cell, value)
    elif figure.form == Form.SHARE and figure.numerator is not None and figure.denominator is not None:
        cells.put(part, number(figure.numerator), AMOUNT)
        cells.put(whole, number(figure.denominator), AMOUNT)
        names = {"part": f"{letter(column)}{at}", "whole": f"{letter(column + 1)}{at}"}
        cells.formula(result, SHARED.format(**names), SHARE)
    else:
        cells.put(part, "")
        cells.put(whole, "")
        cells.put(result, number(figure.value), AMOUNT)


def _summary(sheet: Worksheet, paper: Paper) -> None:
    """How many targets of each sector stand where, counted by Excel from the sheet of targets."""
    columns = (("Lĩnh vực", 30), *((STANDS[status].capitalize(), 16) for status in COUNTED), ("Tổng số", 12))
    cells.head(sheet, "TỔNG HỢP TÌNH TRẠNG MỤC TIÊU", paper.report.title, columns, row=HEAD)
    names = list(dict.fromkeys(sector_name(row.sector) for row in paper.rows))
    last = FIRST + max(len(paper.rows), 1) - 1
    for at, name in enumerate(names, FIRST):
        cells.put(sheet.cell(at, 1), name)
        for column, status in enumerate(COUNTED, 2):
            sectors, states = f"'{TARGETS}'!$B${FIRST}:$B${last}", f"'{TARGETS}'!$N${FIRST}:$N${last}"
            cells.formula(sheet.cell(at, column), f'=COUNTIFS({sectors},$A{at},{states},"{STANDS[status]}")', "0")
        cells.formula(sheet.cell(at, len(columns)), f"=SUM(B{at}:{letter(len(columns) - 1)}{at})", "0")
    _totals(sheet, FIRST + len(names), len(columns))
    cells.set_up(sheet, row=HEAD, columns=1)


def _totals(sheet: Worksheet, at: int, columns: int) -> None:
    cells.put(sheet.cell(at, 1), "Tổng cộng", bold=True)
    for column in range(2, columns + 1):
        span = f"{letter(column)}{FIRST}:{letter(column)}{at - 1}"
        cells.formula(sheet.cell(at, column), f"=SUM({span})" if at > FIRST else "=0", "0", bold=True)


def _sources(sheet: Worksheet, paper: Paper) -> None:
    columns = (
        ("Số", 6),
        ("Số liệu", 60),
        ("Giá trị", 14),
        ("ĐVT", 16),
        ("Kỳ", 18),
        ("Nguồn", 50),
        ("Minh chứng", 30),
        ("Khóa", 16),
    )
    cells.head(sheet, "NGUỒN VÀ MINH CHỨNG CỦA SỐ LIỆU", paper.report.title, columns, row=HEAD)
    for at, (mark, figure) in enumerate(paper.cited, FIRST):
        value, unit, shape = _printed(figure)
        texts: Sequence[Any] = (mark, figure.label, value, unit, figure.period, figure.source, figure.evidence, figure.key)
        for column, one in enumerate(texts, 1):
            cells.put(sheet.cell(at, column), one, shape if column == 3 else "")
    cells.set_up(sheet, row=HEAD, columns=2)


def _printed(figure: Figure) -> tuple[Any, str, str]:
    """A figure as a number of the unit the text has it in."""
    if figure.form == Form.ANSWER:
        return figure.said, "", ""
    if figure.form == Form.SHARE:
        return number(figure.printed / Decimal(100)), "%", SHARE
    unit = {Form.POINTS: "điểm phần trăm", Form.MONEY: "triệu đồng"}.get(figure.form, figure.unit)
    return number(figure.printed), unit, AMOUNT
