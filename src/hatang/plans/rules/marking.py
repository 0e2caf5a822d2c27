"""The source text cut into lines and pieces, so that each word knows which items were read from it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two borders: `items` covers them (the narrowest first), `opens` begin here."""

    text: str
    items: tuple[int, ...] = ()
    opens: tuple[int, ...] = ()
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the document; `level` is 1–6 for a heading of the outline, 0 for running text."""

    pieces: tuple[Piece, ...]
    start: int
    level: int = 0


def marked_lines(
    text: str, items: Mapping[int, Span], unread: Iterable[Sequence[int]] = (), headings: Mapping[int, int] | None = None
) -> list[Line]:
    """Every line of `text` with its pieces; joined again they are the text, to the letter."""
    hidden: list[Span] = [(span[0], span[1]) for span in unread]
    lines, start = [], 0
    waiting = deque(sorted(items.items(), key=lambda entry: entry[1]))
    open_: dict[int, Span] = {}
    for words in text.split("\n"):
        end = start + len(words)
        while waiting and waiting[0][1][0] < end:
            open_.update([waiting.popleft()])
        here = open_ = {key: span for key, span in open_.items() if start < span[1]}
        pieces = tuple(_pieces(text, start, end, here, [span for span in hidden if span[0] < end and start < span[1]]))
        lines.append(Line(pieces, start, _level(start, end, headings or {})))
        start = end + 1
    return lines


def heading_starts(text: str, parts: Iterable[tuple[int, int, str, str]]) -> dict[int, int]:
    """Where a line is nothing but a heading: place to depth. `parts` are (depth, start, marker, heading).

    A part that runs on after its heading is running text, and not set as a heading.
    """
    starts = {}
    for depth, start, marker, heading in parts:
        end = text.find("\n", start)
        length = (len(text) if end < 0 else end) - start
        if heading and length <= len(marker) + len(heading) + 3:
            starts[start] = depth
    return starts


def _level(start: int, end: int, headings: Mapping[int, int]) -> int:
    return next((min(6, headings[at]) for at in range(start, min(end, start + 3)) if at in headings), 0)


def _pieces(text: str, start: int, end: int, items: Mapping[int, Span], unread: Sequence[Span]) -> Iterable[Piece]:
    borders = {start, end} | {at for span in (*items.values(), *unread) for at in span if start < at < end}
    ordered = sorted(borders)
    for left, right in pairwise(ordered):
        covering = sorted((key for key, span in items.items() if span[0] <= left < span[1]), key=lambda key: _width(items[key]))
        opens = tuple(key for key in covering if items[key][0] == left)
        hidden = any(span[0] <= left < span[1] for span in unread)
        yield Piece(text[left:right], tuple(covering), opens, hidden)


def _width(span: Span) -> int:
    return span[1] - span[0]
