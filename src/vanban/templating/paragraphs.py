"""The paragraphs of a part, and the tags in them however Word has cut them into runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vanban.templating import problems as say
from vanban.templating.contents import W
from vanban.templating.problems import Problem, shortened

PAIRS = {"{{": "}}", "{%": "%}", "{#": "#}"}
OPENING = re.compile(r"\{[{%#]")
MOST = 200
PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u200b": None, "\ufeff": None, "\u00ad": None})


@dataclass(frozen=True, slots=True)
class Span:
    """One tag in the text of a paragraph: where it stands, and what is between its marks."""

    start: int
    end: int
    mark: str
    inner: str

    @property
    def text(self) -> str:
        """As the person wrote it."""
        return f"{self.mark}{self.inner}{PAIRS[self.mark]}"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or a title in the properties: the elements that hold its text."""

    element: Any
    holders: tuple[Any, ...]

    @property
    def text(self) -> str:
        """Its words, tags and all."""
        return "".join(one.text or "" for one in self.holders)

    @property
    def near(self) -> str:
        """Its words for a message."""
        return shortened(self.text)

    def put(self, spans: list[tuple[Span, str]]) -> None:
        """Write each tag as one piece into the element it begins in, whatever runs it was cut over; last first."""
        for span, replacement in sorted(spans, key=lambda one: -one[0].start):
            self._put(span, replacement)

    def _put(self, span: Span, replacement: str) -> None:
        at, written = 0, False
        for holder in self.holders:
            text = holder.text or ""
            first, last = max(span.start - at, 0), min(span.end - at, len(text))
            at += len(text)
            if first < last:
                holder.text = text[:first] + ("" if written else replacement) + text[last:]
                holder.set(PRESERVE, "preserve")
                written = True


def paragraphs_of(root: Any) -> Iterator[Paragraph]:
    """The paragraphs of a part in order; text boxes inside a paragraph are paragraphs of their own."""
    held: dict[Any, list[Any]] = {one: [] for one in root.iter(f"{W}p")}
    for holder in root.iter(f"{W}t"):
        owner = next(holder.iterancestors(f"{W}p"), None)
        if owner is not None:
            held[owner].append(holder)
    for one, holders in held.items():
        yield Paragraph(one, tuple(holders))


def spans_of(paragraph: Paragraph) -> tuple[list[Span], list[Problem]]:
    """The tags of a paragraph, and marks that do not pair."""
    text, near = paragraph.text, paragraph.near
    found: list[Span] = []
    wrong: list[Problem] = []
    at = 0
    while (start := _first(text, at)) >= 0:
        wrong += _strays(text[at:start], near)
        if len(found) >= MOST:
            return found, [*wrong, Problem(say.TOO_MANY, near=near)]
        mark = text[start : start + 2]
        end = text.find(PAIRS[mark], start + 2)
        inner = text[start + 2 : end] if end >= 0 else text[start + 2 :]
        if end < 0 or _first(inner, 0) >= 0:
            return found, [*wrong, Problem(say.UNCLOSED, {"tag": shortened(text[start : start + 40], 40)}, near)]
        at = end + 2
        found.append(Span(start, at, mark, inner.translate(SPACES)))
    return found, [*wrong, *_strays(text[at:], near)]


def _first(text: str, start: int) -> int:
    found = OPENING.search(text, start)
    return found.start() if found else -1


def _strays(text: str, near: str) -> list[Problem]:
    return [Problem(say.STRAY, {"tag": mark}, near) for mark in ("}}", "%}", "#}") if mark in text]
