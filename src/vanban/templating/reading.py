"""A template read once: its parts, its paragraphs, its tags, and whether they open and close where they may."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from vanban.templating import problems as say
from vanban.templating.contents import W, wrong_contents
from vanban.templating.package import CORE, PROSE, Package, open_package, parsed
from vanban.templating.paragraphs import Paragraph, Span, paragraphs_of, spans_of
from vanban.templating.problems import BadTemplate, Problem
from vanban.templating.tags import CLOSERS, MIDDLES, OPENERS, Tag, tag_of

MOST_TAGS, DEEPEST = 4000, 3
TITLES = {"title", "subject", "creator", "description", "keywords"}
SOLID = ("drawing", "pict", "br", "fldChar", "footnoteReference")


@dataclass(frozen=True, slots=True)
class Placed:
    """A tag where it stands; a tag of notes has none and only goes away."""

    tag: Tag | None
    span: Span
    paragraph: Paragraph

    @property
    def place(self) -> Any:
        """The element that goes when the tag is acted on: its paragraph or its row; None within a paragraph."""
        if self.tag is None or not self.tag.level:
            return None
        one = self.paragraph.element
        return one if self.tag.level == "p" else next(one.iterancestors(f"{W}tr"), None)

    @property
    def container(self) -> Any:
        """What an opening and its closing tag must share: the parent of what goes, or what holds the run."""
        place = self.place
        if place is not None:
            return place.getparent()
        at = 0
        for holder in self.paragraph.holders:
            at += len(holder.text or "")
            if at > self.span.start:
                run = holder.getparent()
                return run.getparent() if run is not None and run.tag == f"{W}r" else run
        return self.paragraph.element


@dataclass(frozen=True, slots=True)
class Part:
    """One part with words in it."""

    name: str
    root: Any
    tags: list[Placed]


@dataclass(frozen=True, slots=True)
class Template:
    """A whole template whose tags are sound; whether its names are known is `check`'s to say."""

    package: Package
    parts: list[Part]


def read_template(content: bytes) -> Template:
    """The template in a .docx file.

    Raises:
        BadTemplate: with every reason at once.
    """
    package = open_package(content)
    wrong: list[Problem] = []
    parts: list[Part] = []
    for name, kind in package.types.items():
        if name.lower().endswith((".xml", ".rels")):
            root = parsed(package.parts[name], name)
            wrong += wrong_contents(root)
            if kind in PROSE or kind == CORE:
                part, problems = _part(name, root, kind)
                parts.append(part)
                wrong += problems
    if sum(len(part.tags) for part in parts) > MOST_TAGS:
        wrong.append(Problem(say.TOO_MANY))
    if wrong:
        raise BadTemplate(dict.fromkeys(wrong), Template(package, parts))
    return Template(package, parts)


def _part(name: str, root: Any, kind: str) -> tuple[Part, list[Problem]]:
    wrong: list[Problem] = []
    placed: list[Placed] = []
    for paragraph in _titles(root) if kind == CORE else paragraphs_of(root):
        spans, problems = spans_of(paragraph)
        wrong += problems
        for span in spans:
            try:
                placed.append(Placed(tag_of(span, paragraph.near), span, paragraph))
            except BadTemplate as bad:
                wrong += bad.problems
    if not wrong:
        wrong += [*_misplaced(placed), *_unbalanced(placed)]
    return Part(name, root, placed), wrong


def _titles(root: Any) -> Iterator[Paragraph]:
    """The titles of the file's properties, each as a paragraph."""
    for one in root:
        if isinstance(one.tag, str) and etree.QName(one).localname in TITLES:
            yield Paragraph(one, (one,))


def _misplaced(placed: list[Placed]) -> Iterator[Problem]:
    """Tags of paragraphs and rows that would take other words away with them."""
    for one in placed:
        if one.tag is None or not one.tag.level:
            continue
        shown, near = {"tag": one.tag.text}, one.paragraph.near
        if one.place is None:
            yield Problem(say.NOT_IN_ROW, shown, near)
        elif one.tag.level == "tr" and "".join(_words(one.place)).strip() != one.span.text.strip():
            yield Problem(say.ROW_NOT_ALONE, shown, near)
        elif one.paragraph.text.strip() != one.paragraph.text[one.span.start : one.span.end] or _solid(one):
            yield Problem(say.NOT_ALONE, shown, near)


def _words(row: Any) -> Iterator[str]:
    return (holder.text or "" for holder in row.iter(f"{W}t"))


def _solid(placed: Placed) -> bool:
    """Whether a paragraph carries what is no word; a section break stays when an opening or a closing tag goes."""
    names = {etree.QName(one).localname for one in placed.paragraph.element.iter(etree.Element)}
    is_middle = placed.tag is not None and placed.tag.verb in MIDDLES
    return not names.isdisjoint(SOLID) or (is_middle and "sectPr" in names)


def _unbalanced(placed: list[Placed]) -> Iterator[Problem]:
    """Tags that do not close, close what is not open, or close it somewhere else; loops with nothing inside."""
    opened: list[Placed] = []
    for one in placed:
        if one.tag is None:
            continue
        if one.tag.verb in OPENERS:
            opened.append(one)
            if sum(other.tag is not None and other.tag.verb == "for" for other in opened) > DEEPEST:
                yield Problem(say.TOO_DEEP, {"tag": one.tag.text}, one.paragraph.near)
        elif one.tag.verb in (*MIDDLES, *CLOSERS):
            yield from _step(one, opened)
    for one in opened:
        if one.tag is not None:
            yield Problem(say.NOT_CLOSED, {"tag": one.tag.text}, one.paragraph.near)


def _step(one: Placed, opened: list[Placed]) -> Iterator[Problem]:
    tag = one.tag
    opener = opened[-1] if opened else None
    if tag is None or opener is None or opener.tag is None or opener.tag.verb != CLOSERS.get(tag.verb, "if"):
        yield Problem(say.NOT_OPEN, {"tag": tag.text if tag else ""}, one.paragraph.near)
        return
    if opener.tag.level != tag.level or opener.container is not one.container or _apart(opener, one):
        yield Problem(say.ELSEWHERE, {"tag": tag.text, "opener": opener.tag.text}, one.paragraph.near)
    if tag.verb in CLOSERS:
        opened.pop()
        if opener.tag.verb == "for" and _is_hollow(opener, one):
            yield Problem(say.HOLLOW, {"tag": opener.tag.text}, opener.paragraph.near)


def _apart(opener: Placed, one: Placed) -> bool:
    """Whether two tags within paragraphs stand in different ones."""
    return opener.place is None and opener.paragraph.element is not one.paragraph.element


def _is_hollow(opener: Placed, closer: Placed) -> bool:
    if opener.place is not None:
        return opener.place.getnext() is closer.place
    return not opener.paragraph.text[opener.span.end : closer.span.start].strip()
