"""The lines of a PDF page, from the rectangles of text the page holds."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Any

from pypdfium2 import raw

from vanban.extract.pdf_letters import Letter, letters_of

COLUMN_GAP = 22.0  # points between the words of two columns
RULES_OF_A_TABLE = 6
BASELINE_DRIFT = 2.5
WORD_GAP = 0.11  # of the letters' height


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that stand together on a line; positions in points from the page's left and bottom."""

    text: str
    left: float
    right: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; `segments` are apart by a column's gap. `ruled` tells that the page has drawn lines."""

    segments: tuple[Segment, ...]
    top: float
    bottom: float
    page: int
    width: float
    height: float
    ruled: bool

    @property
    def text(self) -> str:
        """The words of the line, its columns set apart by a space."""
        return " ".join(segment.text for segment in self.segments)

    @property
    def left(self) -> float:
        """Where the first word starts."""
        return self.segments[0].left

    @property
    def right(self) -> float:
        """Where the last word ends."""
        return self.segments[-1].right


def lines_of(page: Any, number: int) -> list[Line]:
    """The lines of a page from top to bottom, without its page number."""
    width, height = page.get_size()
    ruled = _has_rules(page)
    text_page = page.get_textpage()
    try:
        rows = _rows(list(letters_of(text_page)))
    finally:
        text_page.close()
    lines = [_line(row, number, width, height, ruled) for row in rows]
    return [line for line in lines if not _is_page_number(line)]


def _has_rules(page: Any) -> bool:
    paths = page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=2)
    return len(list(islice(paths, RULES_OF_A_TABLE))) == RULES_OF_A_TABLE


def _rows(letters: list[Letter]) -> list[list[Letter]]:
    """Letters of one baseline together, from the top of the page down."""
    rows: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda item: (-item.baseline, item.left)):
        if rows and abs(rows[-1][0].baseline - letter.baseline) < BASELINE_DRIFT:
            rows[-1].append(letter)
        else:
            rows.append([letter])
    return rows


def _line(row: list[Letter], page: int, width: float, height: float, ruled: bool) -> Line:
    row.sort(key=lambda item: item.left)
    groups: list[list[Letter]] = [[row[0]]]
    for letter in row[1:]:
        if letter.left - groups[-1][-1].right > COLUMN_GAP:
            groups.append([letter])
        else:
            groups[-1].append(letter)
    segments = tuple(_segment(group) for group in groups)
    return Line(segments, max(r.top for r in row), min(r.bottom for r in row), page, width, height, ruled)


def _segment(letters: list[Letter]) -> Segment:
    parts = [letters[0].text]
    for before, letter in pairwise(letters):
        if letter.left - before.right > WORD_GAP * (letter.top - letter.bottom):
            parts.append(" ")
        parts.append(letter.text)
    heavy = sum(letter.heavy for letter in letters)
    return Segment("".join(parts), letters[0].left, letters[-1].right, heavy > 0.8 * len(letters))


def _is_page_number(line: Line) -> bool:
    at_edge = line.top > line.height * 0.92 or line.bottom < line.height * 0.08
    return at_edge and line.text.strip("-– ").isdigit() and len(line.text) < 8
