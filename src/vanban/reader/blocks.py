"""Paragraphs that one thought was broken over, put together again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from vanban.model import Extraction, Paragraph, Row, Span

MARKED = re.compile(
    r"(?:[-–—+•*▪●·o]\s|\d{1,2}-\s|(?:[IVXL]{1,6}|[A-ZĐ]|[a-zđ]|\d{1,2}(?:\.\d{1,2}){0,3})(?:[.)]|/(?=\s))\s*\S|\d{1,2}(?:\.\d{1,2}){1,3}\s|"
    r"\(\d{1,2}\)|(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU|Phụ lục|PHỤ LỤC)\b)"
)
ATTACHED = re.compile(r"\((?:Kèm theo|Ban hành kèm)", re.IGNORECASE)
ENDS = re.compile(r"[.;:!?…/]\s*[\"”)]?\s*$")
SHORTEST_BROKEN = 45
GOES_ON = 0.4  # in a text broken by hand most breaks fall inside a sentence; between short paragraphs none does
FEWEST_BREAKS = 3


@dataclass(frozen=True, slots=True)
class Block:
    """One thought: a paragraph, or several a line break had cut apart. `span` runs over the whole text."""

    text: str
    span: Span
    paragraph: Paragraph

    @property
    def row(self) -> Row | None:
        """The table row it is, if any."""
        return self.paragraph.row


def blocks_of(extraction: Extraction) -> list[Block]:
    """The blocks of a text in order; every paragraph is in exactly one."""
    width = _wrapped_at(extraction)
    groups: list[list[Paragraph]] = []
    for paragraph in extraction.paragraphs:
        if groups and _continues(groups[-1][-1], paragraph, width):
            groups[-1].append(paragraph)
        else:
            groups.append([paragraph])
    return [_block(extraction.text, group) for group in groups]


def _block(text: str, group: list[Paragraph]) -> Block:
    span = (group[0].span[0], group[-1].span[1])
    return Block(text[slice(*span)].replace("\n", " "), span, group[0])


def _wrapped_at(extraction: Extraction) -> int:
    """The width a text was broken at by hand or by a program; 0 where lines are whole paragraphs."""
    lengths = sorted(len(paragraph.text) for paragraph in extraction.paragraphs if not paragraph.row)
    if len(lengths) < 20:
        return 0
    longest = lengths[int(len(lengths) * 0.97)]
    return longest if longest <= 110 and _goes_on(extraction, longest) >= GOES_ON else 0


def _goes_on(extraction: Extraction, longest: int) -> float:
    """Of the long lines without a mark at their end, the share whose next line goes on in the middle of a sentence."""
    pairs = [
        (after.text[:1].islower() or after.text[:1].isdigit()) and not MARKED.match(after.text)
        for before, after in pairwise(extraction.paragraphs)
        if len(before.text) >= 0.75 * longest and not ENDS.search(before.text) and not before.row and not after.row
    ]
    return sum(pairs) / len(pairs) if len(pairs) >= FEWEST_BREAKS else 0.0


def _continues(before: Paragraph, paragraph: Paragraph, width: int) -> bool:
    if before.row or paragraph.row or ENDS.search(before.text) or MARKED.match(paragraph.text) or ATTACHED.match(paragraph.text):
        return False
    if before.text.isupper() or before.centred or paragraph.centred or (before.bold and not paragraph.bold):
        return False
    if width and len(before.text) >= 0.75 * width:
        return True
    first = paragraph.text[:1]
    return len(before.text) >= SHORTEST_BROKEN and (first.islower() or first.isdigit() or first in "(,")
