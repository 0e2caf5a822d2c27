"""The tables of a report's annexes as sheets of Excel: figures as numbers, shares, differences and sums as formulas."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from openpyxl.utils import get_column_letter as letter
from openpyxl.worksheet.worksheet import Worksheet

from hatang.core.spreadsheets.text import number
from hatang.reports.documents import cells
from hatang.reports.rules.figures import HUNDRED, MILLION, Figure, Form
from hatang.reports.rules.tables import Column, Shape, Table

HEAD = 3
FIRST = HEAD + 1
WIDE = 150  # letters on a line of the page
SHAPES = {
    Shape.COUNT: "#,##0", Shape.AMOUNT: "#,##0.##", Shape.NUMBER: "#,##0.##", Shape.DONG: "#,##0", Shape.MONEY: "#,##0.0",
    Shape.SHARE: "0.0%",
}  # fmt: skip
# What is not whole is never shown as 100,0%, nor what is something as 0,0%, as in the text.
SHARE = (
    "=IF({whole}>0,IF(AND({part}<{whole},ROUND({part}/{whole},3)=1),0.999,"
    'IF(AND({part}>0,ROUND({part}/{whole},3)=0),0.001,{part}/{whole})),"")'
)


def fill(sheet: Worksheet, table: Table, subject: str, figures: Mapping[str, Figure]) -> None:
    """Write a table onto a sheet."""
    title = f"{table.title.upper()} ({table.unit})" if table.unit else table.title.upper()
    cells.head(sheet, title, subject, [(column.name, max(6, round(column.width * WIDE))) for column in table.columns], row=HEAD)
    for at, row in enumerate(table.rows, FIRST):
        for place, column in enumerate(table.columns):
            _cell(sheet, at, place, column, row[place], figures)
    if table.total:
        _foot(sheet, FIRST + len(table.rows), table, figures)
    cells.set_up(sheet, row=HEAD, columns=2)


def _cell(sheet: Worksheet, at: int, place: int, column: Column, text: str, figures: Mapping[str, Figure]) -> None:
    cell, figure = sheet.cell(at, place + 1), figures.get(text)
    if column.shape == Shape.WORDS or figure is None or figure.form == Form.ANSWER:
        words = text if column.shape == Shape.WORDS else figure.said if figure else ""
        cells.put(cell, int(words) if words.isdecimal() else words)
    elif column.share or column.less:
        cells.formula(cell, _formula(column, at), SHAPES[column.shape])
    else:
        cells.put(cell, _value(figure, column.shape), _shape(figure, column.shape))


def _formula(column: Column, at: int) -> str:
    if column.share:
        part, whole = (f"{letter(place + 1)}{at}" for place in column.share)
        return SHARE.format(part=part, whole=whole)
    start, taken = (f"{letter(place + 1)}{at}" for place in column.less or (0, 0))
    return f"={start}-{taken}"


def _value(figure: Figure, shape: Shape) -> Any:
    if figure.form == Form.SHARE:
        return number(figure.printed / HUNDRED)
    value = figure.value / MILLION if shape == Shape.MONEY else figure.value
    return number(value.normalize())  # zeros at its end would make it too long for a cell of figures


def _shape(figure: Figure, shape: Shape) -> str:
    if figure.form == Form.SHARE:
        return SHAPES[Shape.SHARE]
    whole = shape in (Shape.AMOUNT, Shape.NUMBER) and figure.value == figure.value.to_integral_value()
    return SHAPES[Shape.COUNT] if whole else SHAPES[shape]


def _foot(sheet: Worksheet, at: int, table: Table, figures: Mapping[str, Figure]) -> None:
    for place, column in enumerate(table.columns):
        cell, text = sheet.cell(at, place + 1), table.total[place]
        if column.shape == Shape.WORDS or not text:
            cells.put(cell, text if column.shape == Shape.WORDS else "", bold=True)
        elif column.share or column.less:
            cells.formula(cell, _formula(column, at), SHAPES[column.shape], bold=True)
        elif column.summed and len(table.rows):
            name = letter(place + 1)
            known = figures.get(text)
            shape = _shape(known, column.shape) if known else SHAPES[column.shape]
            cells.formula(cell, f"=SUM({name}{FIRST}:{name}{at - 1})", shape, bold=True)
        else:
            known = figures.get(text)
            cells.put(cell, _value(known, column.shape) if known else Decimal(0), SHAPES[column.shape], bold=True)
