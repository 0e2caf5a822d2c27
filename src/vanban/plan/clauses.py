"""Sentences cut into clauses, each with its place in the whole text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.model import Span
from vanban.plan.parts import Place
from vanban.reader.blocks import Block
from vanban.text.letters import CAPITAL

_BULLET = re.compile(r"\s*(?:[-–—+•*▪●·]\s*|\(?\d{1,2}\)\s+|[a-zđ]\)\s*)")
_SENTENCE = re.compile(rf"(?<=[.!?…])\s+(?=[{CAPITAL}\"“])")
_SHORTENED = re.compile(r"(?:\b(?:TP|TX|Tx|Tp|TS|ThS|BS|Q|P|H|v\.v|St|Nxb|TM|KT|TL|TUQ|đ/c)\.)$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of text: `text` is exactly what stands at `span`, line breaks as spaces."""

    text: str
    span: Span

    def slice(self, start: int, end: int) -> Clause:
        """The part of a clause between two places in it, without white space at its ends."""
        text = self.text[start:end]
        lead, tail = len(text) - len(text.lstrip()), len(text) - len(text.rstrip())
        start, end = start + lead, max(start + lead, end - tail)
        return Clause(self.text[start:end], (self.span[0] + start, self.span[0] + end))


def content_of(block: Block, place: Place) -> Clause:
    """A block without its bullet, marker and heading."""
    whole = Clause(block.text, block.span)
    if place.opens is None:
        match = _BULLET.match(block.text)
        return whole.slice(match.end(), len(block.text)) if match else whole.slice(0, len(block.text))
    text = block.text
    start = text.find(place.opens.marker) + len(place.opens.marker) if place.opens.marker in text[:40] else 0
    if place.opens.heading and place.opens.heading in text:
        start = text.index(place.opens.heading) + len(place.opens.heading)
        start += len(text[start:]) - len(text[start:].lstrip(" :.–-"))
    return whole.slice(start, len(text))


def sentences(clause: Clause) -> Iterator[Clause]:
    """The sentences of a clause; abbreviations do not end one."""
    start = 0
    for match in _SENTENCE.finditer(clause.text):
        if not _SHORTENED.search(clause.text[: match.start()]):
            yield clause.slice(start, match.start())
            start = match.end()
    yield clause.slice(start, len(clause.text))


def split_at(clause: Clause, marks: str) -> Iterator[Clause]:
    """The pieces of a clause between any of `marks`, those inside brackets left whole; empty pieces are dropped."""
    depth, start = 0, 0
    for position, letter in enumerate(clause.text):
        depth = max(0, depth + (letter in "([") - (letter in ")]"))
        if letter in marks and depth == 0 and not _is_decimal(clause.text, position):
            yield from _kept(clause.slice(start, position))
            start = position + 1
    yield from _kept(clause.slice(start, len(clause.text)))


def _is_decimal(text: str, position: int) -> bool:
    """Whether a comma stands inside a number: "12,4 km"."""
    return text[position] == "," and text[position - 1 : position].isdigit() and text[position + 1 : position + 2].isdigit()


def without_brackets(clause: Clause) -> tuple[Clause, list[Clause]]:
    """A clause with its bracketed parts blanked out (places kept), and those parts."""
    inner, text = [], clause.text
    for match in re.finditer(r"\(([^()]*)\)", clause.text):
        inner.append(clause.slice(*match.span(1)))
        text = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
    return Clause(text, clause.span), [piece for piece in inner if piece.text]


def _kept(piece: Clause) -> Iterator[Clause]:
    if piece.text.strip(" .,;:"):
        yield piece
