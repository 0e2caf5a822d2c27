"""Lines of a page joined to paragraphs, columns kept apart as the cells of a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from vanban.extract.pdf_lines import Line
from vanban.extract.pdf_tables import DrawnTable
from vanban.extract.pieces import Piece

STARTS_ANEW = re.compile(
    r"(?:[-–—+•*▪●]\s|[IVXLC]{1,6}[.)]\s|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+\S|[a-zđ]{1,2}[.)]\s|Điều \d|Chương |Phần |Mục |"
    r"Căn cứ |Phụ lục|Nơi nhận)"
)
FULL_LINE = 0.90
INDENT = 9.0


@dataclass(slots=True)
class _Joined:
    lines: list[Line] = field(default_factory=list)


def paragraphs_of(lines: list[Line], tables: list[DrawnTable], decode: Callable[[str], str]) -> Iterator[Piece]:
    """The pieces of one page from top to bottom; lines inside a drawn table are replaced by its rows."""
    left, right = _margins(lines)
    waiting: list[Line] = []
    given: set[int] = set()
    for line in lines:
        table = next((table for table in tables if table.holds(line)), None)
        if table is not None or len(line.segments) > 1 or not _continues(waiting, line, left, right):
            yield from _flushed(waiting, left, right, decode)
            waiting = []
        if table is not None:
            yield from _rows(table, given, decode)
        elif len(line.segments) > 1:
            yield Piece(cells=tuple(decode(segment.text) for segment in line.segments), page=line.page, table=-1)
        else:
            waiting.append(line)
    yield from _flushed(waiting, left, right, decode)


def _margins(lines: list[Line]) -> tuple[float, float]:
    single = [line for line in lines if len(line.segments) == 1 and len(line.text) > 40] or lines
    return min((line.left for line in single), default=0.0), max((line.right for line in single), default=0.0)


def _continues(waiting: list[Line], line: Line, left: float, right: float) -> bool:
    if not waiting:
        return True
    before = waiting[-1]
    is_full = before.right - left >= FULL_LINE * (right - left) or before.right + _first_word(line) > right
    is_indented = line.left > left + INDENT
    gap = before.bottom - line.top
    is_close = gap < 1.6 * max(6.0, line.top - line.bottom)
    return is_full and not is_indented and is_close and not STARTS_ANEW.match(line.text)


def _first_word(line: Line) -> float:
    """The width of a line's first word and the space before it: where it did not fit, the line above was full."""
    letters = len(line.text.split(" ", 1)[0]) + 1
    return letters * (line.right - line.left) / max(1, len(line.text))


def _flushed(waiting: list[Line], left: float, right: float, decode: Callable[[str], str]) -> Iterator[Piece]:
    if not waiting:
        return
    first = waiting[0]
    middle = (first.left + first.right) / 2
    is_centred = len(waiting) == 1 and first.left > left + 2 * INDENT and abs(middle - (left + right) / 2) < 24
    yield Piece(
        decode(" ".join(line.text for line in waiting)),
        page=first.page,
        bold=all(segment.bold for line in waiting for segment in line.segments),
        centred=is_centred,
    )


def _rows(table: DrawnTable, given: set[int], decode: Callable[[str], str]) -> Iterator[Piece]:
    if id(table) in given:
        return
    given.add(id(table))
    for index, cells in enumerate(table.rows):
        yield Piece(
            cells=tuple(decode(cell) for cell in cells), page=table.page, table=table.number, index=index,
            is_header=index == 0,
        )  # fmt: skip
