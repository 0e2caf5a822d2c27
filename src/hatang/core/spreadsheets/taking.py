"""What stands in one cell: a number, an answer, words, or the reason why it cannot be taken."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from hatang.core.numbers import NotANumber, read_number
from hatang.core.spreadsheets.cells import Cell, CellKind, Problem

MOST_DIGITS = 15  # what a spreadsheet keeps of a number
WRONG_KINDS = {
    CellKind.FORMULA: "formula",
    CellKind.DATE: "date",
    CellKind.PERCENT: "percent",
    CellKind.ERROR: "error_value",
    CellKind.ANSWER: "not_a_number",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What was made of a cell: a number, an answer or words; or a problem; a remark where it was read with care."""

    number: Decimal | None = None
    answer: bool | None = None
    words: str = ""
    problem: Problem | None = None
    remark: Problem | None = None


def number_in(cell: Cell, place: str, *, decimals: int) -> Taken:
    """The number in a cell, to so many decimals; nothing in an empty one."""
    if cell.kind in WRONG_KINDS:
        return wrong(WRONG_KINDS[cell.kind], place, cell)
    if cell.kind == CellKind.EMPTY or not cell.text.strip():
        return Taken()
    if cell.kind == CellKind.TEXT:
        return _typed_as_text(cell, place, decimals)
    return _sized(cell.number or Decimal(0), place, cell, decimals)


def _typed_as_text(cell: Cell, place: str, decimals: int) -> Taken:
    try:
        taken = _sized(read_number(cell.text), place, cell, decimals)
    except NotANumber as error:
        return wrong("not_typed_well", place, cell, why=str(error))
    if taken.problem or taken.number is None:
        return taken
    return Taken(
        number=taken.number,
        remark=Problem("read_as", {"cell": place, "text": cell.text.strip()[:40], "number": f"{taken.number:f}"}),
    )


def _sized(number: Decimal, place: str, cell: Cell, decimals: int) -> Taken:
    """The number where it is of a size that is counted here; told when something was cut off."""
    if number < 0:
        return wrong("negative", place, cell)
    if len(number.normalize().as_tuple().digits) > MOST_DIGITS and number >= 10 ** (MOST_DIGITS - decimals):
        return wrong("too_long", place, cell)
    if number >= 10 ** (MOST_DIGITS - decimals):
        return wrong("too_large", place, cell)
    rounded = number.quantize(Decimal(1).scaleb(-decimals))
    if rounded == number:
        return Taken(number=plain(number))
    return Taken(number=plain(rounded), remark=Problem("rounded", {"cell": place, "number": f"{plain(rounded):f}"}))


def plain(number: Decimal) -> Decimal:
    """The number without zeros at its end and without an exponent: 1E+3 is 1000."""
    short = number.normalize() + 0
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short


def words_in(cell: Cell, place: str, *, most: int) -> Taken:
    """Words as typed, NFC; a formula is not words."""
    if cell.kind in {CellKind.FORMULA, CellKind.ERROR}:
        return wrong(WRONG_KINDS[cell.kind], place, cell)
    words = clean(cell.text)
    return wrong("long_words", place, cell, most=str(most)) if len(words) > most else Taken(words=words)


def clean(words: str) -> str:
    """Words without white space at their ends, NFC, lines ended the one way."""
    return unicodedata.normalize("NFC", words.replace("\r\n", "\n").replace("\r", "\n")).strip()


def wrong(code: str, place: str, cell: Cell, **said: str) -> Taken:
    """A cell that cannot be taken; `said` is what else its sentence speaks of."""
    return Taken(problem=Problem(code, {"cell": place, "text": cell.text.strip()[:40], **said}))
