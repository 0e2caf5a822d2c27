"""What stands in one cell of a workbook of measurements: besides numbers and words, an answer."""

from __future__ import annotations

from hatang.core.spreadsheets.cells import Cell, CellKind
from hatang.core.spreadsheets.taking import Taken, wrong
from vanban.text.folding import fold_for_search

DECIMALS = 4
ANSWERS = {"co": True, "khong": False}


def answer_in(cell: Cell, place: str) -> Taken:
    """Có or Không, however its letters and marks are written; nothing in an empty cell."""
    if cell.kind == CellKind.FORMULA:
        return wrong("formula", place, cell)
    if cell.kind == CellKind.EMPTY or not cell.text.strip():
        return Taken()
    answer = ANSWERS.get(fold_for_search(cell.text)) if cell.kind == CellKind.TEXT else None
    return Taken(answer=answer) if answer is not None else wrong("not_an_answer", place, cell)
