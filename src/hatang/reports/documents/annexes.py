"""The tables of a report's annexes as Word has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hatang.reports.rules.figures import Figure, Form
from hatang.reports.rules.tables import Shape, Table
from vanban.writer import Appendix, Block, Text
from vanban.writer import Table as Printed

ROUNDED = "Các số được làm tròn đến 0,1 triệu đồng nên tổng có thể lệch ở chữ số cuối."


def appendices(tables: tuple[Table, ...], figures: Mapping[str, Figure]) -> Iterator[Appendix]:
    """An appendix on its side for each table."""
    for table in tables:
        yield Appendix(table.title, tuple(_blocks(table, figures)), wide=True)


def _blocks(table: Table, figures: Mapping[str, Figure]) -> Iterator[Block]:
    yield _printed(table, figures)
    if table.note:
        yield Text(table.note)
    if table.rounds(figures):
        yield Text(ROUNDED)


def _printed(table: Table, figures: Mapping[str, Figure]) -> Printed:
    of_figures = {at for at, column in enumerate(table.columns) if column.shape != Shape.WORDS}
    return Printed(
        header=tuple(column.name for column in table.columns),
        rows=tuple(tuple(_cell(table, row, at, figures) for at in range(len(row))) for row in table.rows),
        widths=tuple(column.width for column in table.columns),
        right=frozenset(of_figures),
        centre=frozenset({0}),
        total=tuple(_cell(table, table.total, at, figures) for at in range(len(table.total))),
        unit=table.unit,
    )


def _cell(table: Table, row: tuple[str, ...], at: int, figures: Mapping[str, Figure]) -> str:
    if table.columns[at].shape == Shape.WORDS:
        return row[at]
    figure = figures.get(row[at])
    return "–" if figure is None else said(figure, table.columns[at].shape)


def said(figure: Figure, shape: Shape) -> str:
    """A figure as its column prints it: without the unit that the head of the table or of the column names, and in columns of
    money and shares with one decimal, so that figures stand under each other."""
    if shape == Shape.AMOUNT or figure.form == Form.ANSWER:
        return figure.said
    number = figure.said.split(" ")[0].rstrip("%")
    return f"{number},0" if shape in (Shape.MONEY, Shape.SHARE) and "," not in number and number != "0" else number
