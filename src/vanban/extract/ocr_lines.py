"""The lines of a recognised page, from the boxes of its words, in the shape the lines of a PDF have."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from vanban.extract.pdf_lines import Line, Segment

WIDE_GAP = 2.2  # of the letters' height: columns stand further apart than words
POINTS = 72 / 300


@dataclass(frozen=True, slots=True)
class Word:
    """One word and its box in pixels, from the top left of the page."""

    text: str
    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """Where it ends."""
        return self.left + self.width

    @property
    def middle(self) -> float:
        """Half way down its box."""
        return self.top + self.height / 2


def lines_of_words(table: str, page: int) -> list[Line]:
    """The lines of a page from top to bottom, from Tesseract's table of words (TSV); columns set apart as segments."""
    rows: dict[tuple[str, ...], list[Word]] = defaultdict(list)
    height, width = 0, 0
    for entry in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        if entry["level"] == "1":
            width, height = int(entry["width"]), int(entry["height"])
        elif entry["level"] == "5" and entry["text"].strip():
            box = (int(entry[name]) for name in ("left", "top", "width", "height"))
            rows[entry["block_num"], entry["par_num"], entry["line_num"]].append(Word(entry["text"].strip(), *box))
    return [_line(words, page, width, height) for words in _side_by_side(list(rows.values()))]


def _side_by_side(rows: list[list[Word]]) -> list[list[Word]]:
    """Lines of neighbouring blocks that stand on one height are one line."""
    joined: list[list[Word]] = []
    for row in sorted(rows, key=lambda words: median(word.middle for word in words)):
        if joined and _level(joined[-1], row):
            joined[-1] = sorted([*joined[-1], *row], key=lambda word: word.left)
        else:
            joined.append(sorted(row, key=lambda word: word.left))
    return joined


def _level(one: list[Word], other: list[Word]) -> bool:
    apart = abs(median(word.middle for word in one) - median(word.middle for word in other))
    overlap = min(one[-1].right, max(word.right for word in other)) - max(one[0].left, min(word.left for word in other))
    return apart < 0.5 * min(_letters(one), _letters(other)) and overlap <= 0


def _letters(words: list[Word]) -> float:
    return median(word.height for word in words)


def _line(words: list[Word], page: int, width: int, height: int) -> Line:
    groups: list[list[Word]] = [[words[0]]]
    for before, word in pairwise(words):
        if word.left - before.right > WIDE_GAP * _letters(words):
            groups.append([word])
        else:
            groups[-1].append(word)
    top, bottom = min(word.top for word in words), max(word.top + word.height for word in words)
    return Line(
        tuple(_segment(group) for group in groups), (height - top) * POINTS, (height - bottom) * POINTS, page, width * POINTS,
        height * POINTS, ruled=False,
    )  # fmt: skip


def _segment(words: list[Word]) -> Segment:
    text = " ".join(word.text for word in words)
    return Segment(text, words[0].left * POINTS, words[-1].right * POINTS, bold=False)
