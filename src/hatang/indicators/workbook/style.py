"""How the workbook looks: few colours, each with a meaning that the front sheet explains, and readable printed in grey."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from hatang.core.figures import Ratio
from hatang.core.spreadsheets.writing import LETTERS, write_value
from hatang.indicators.workbook import layout
from hatang.indicators.workbook.model import Entry, Kind

GREEN, PALE_GREEN, GREY, YELLOW, RED, AMBER = "0F4A33", "E2EFE6", "F1F3EF", "FFF8DC", "FBE6E4", "FCEFD2"
THIN = Side(style="thin", color="B5BEB6")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
GROUP = Border(left=THIN, right=THIN, top=Side(style="medium", color="4F5D56"), bottom=THIN)
UNLOCKED = Protection(locked=False)
TEXT_FORMAT = "@"


def filled_with(colour: str) -> PatternFill:
    """A plain background."""
    return PatternFill("solid", start_color=colour, end_color=colour)


def letters(size: int = 11, **how: Any) -> Font:
    """The letters of the workbook."""
    return Font(name=LETTERS, size=size, **how)


def placed(horizontal: str = "left", vertical: str = "center") -> Alignment:
    """Where text stands in its cell; long text goes on in the next line."""
    return Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True, indent=0 if horizontal == "center" else 1)


def put(cell: Any, value: str | int | float | None, *, font: Font | None = None, at: Alignment | None = None) -> None:
    """Write a value as what it is: text that looks like a formula stays text."""
    write_value(cell, value)
    cell.font = font or letters()
    cell.alignment = at or placed()


def shown(entry: Entry, kind: Kind) -> str:
    """A figure as documents write it: 12,5 / 20 (62,5%). Empty where there is none."""
    if kind.asks_answer:
        return {True: layout.YES, False: layout.NO, None: ""}[entry.answer]
    if entry.numerator is None or entry.denominator is None:
        return vietnamese(entry.value) if entry.value is not None else ""
    share = Ratio(entry.numerator, entry.denominator).shown
    parts = f"{vietnamese(entry.numerator)} / {vietnamese(entry.denominator)}"
    return parts if share is None else f"{parts} ({vietnamese(share)}%)"


def vietnamese(number: Decimal) -> str:
    """A number as documents write it: 1.234,5."""
    plain = f"{number:,.4f}".rstrip("0").rstrip(".")
    return plain.translate(str.maketrans(",.", ".,"))
