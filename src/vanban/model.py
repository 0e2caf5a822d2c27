"""What an official document is made of, as values. The reader makes these, the writer lays them out.

Spans are `[start, end)` character offsets into the text of the document as it was read (NFC).
Source of the vocabulary: Nghị định 30/2020/NĐ-CP, Phụ lục I and III.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

Span = tuple[int, int]


class ReadingError(Exception):
    """The document cannot be read; the message is one plain Vietnamese sentence saying why and what to do."""


class WritingError(Exception):
    """The document cannot be written; the message is one plain Vietnamese sentence saying why and what to do."""


class Channel(StrEnum):
    """How a recipient gets the document."""

    ELECTRONIC = "electronic"
    PAPER = "paper"
    ARCHIVE = "archive"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table row; `span` is where its text stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """The place of a paragraph that is a table row: table and row counted from 0 in the whole document."""

    table: int
    index: int
    cells: tuple[Cell, ...]
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of thought as it stands in the file.

    `level` is the heading level of its Word style (1 is the highest), None for running text. `certain` is false for
    what optical recognition read. A paragraph that is a table row has its cells in `row`, and its text is the cells
    joined by " | ".
    """

    text: str
    span: Span
    page: int | None = None
    bold: bool = False
    italic: bool = False
    centred: bool = False
    level: int | None = None
    certain: bool = True
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """A file's text and its paragraphs in reading order; `text` is the paragraphs joined by newlines, NFC."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    format: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signed: `capacity` is the line above the title ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")."""

    name: str | None
    title: str | None
    capacity: str | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """What an invitation or minutes say of a meeting (Phụ lục III, mẫu 1.7 và 1.9).

    `participants` are those invited, or those who came; `occasion` is what an invitation asks them to.
    """

    starts: dt.datetime | None = None
    ends: dt.datetime | None = None
    place: str | None = None
    chair: str | None = None
    secretary: str | None = None
    participants: tuple[str, ...] = ()
    occasion: str | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line under "Nơi nhận"."""

    name: str
    channel: Channel


@dataclass(frozen=True, slots=True)
class Reference:
    """Another document named in the text, once, with every place where it is named.

    `type` is the abbreviation of Phụ lục III ("KH", "QĐ", "NQ", "ĐA"); `symbol` is what follows the number and its
    separator in a canonical spelling ("ĐA/TU", "KH/ĐU", "QĐ-UBND", "NĐ-CP").
    """

    type: str | None
    number: str | None
    symbol: str | None
    date: dt.date | None
    issuer: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """A numbered part of the body. `path` is its markers joined by dots ("II.1", "III.2.a"); `span` holds its children too.

    `heading` is the line after the marker, or what stands before its colon; empty where the part opens with running text.
    """

    path: str
    marker: str
    heading: str
    span: Span
    children: tuple[OutlineItem, ...] = ()

    def walk(self) -> Iterator[OutlineItem]:
        """This item, then everything below it in the order of the document."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Unread:
    """A place the reader saw and could not make sense of; `why` is one Vietnamese sentence."""

    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """An administrative document as Nghị định 30/2020/NĐ-CP describes it.

    `type` is the abbreviation ("KH"), `type_name` its name as printed ("KẾ HOẠCH"), `number` None where it was left
    blank for the clerk. `legal_bases` are the spans of the bases named before the body. Under the subject may stand
    `authority`, who decides, as printed in capitals, and `attached_to`, the line "Kèm theo Quyết định số …". `signers` are all
    who signed minutes, from left to right and down, empty where one signs; the date of minutes is the day of the meeting.
    """

    type: str | None = None
    type_name: str | None = None
    number: str | None = None
    symbol: str | None = None
    issuer: str | None = None
    parent_issuer: str | None = None
    place: str | None = None
    date: dt.date | None = None
    subject: str | None = None
    signer: Signer = field(default_factory=lambda: Signer(None, None, None))
    signers: tuple[Signer, ...] = ()
    authority: str | None = None
    attached_to: str | None = None
    meeting: Meeting | None = None
    recipients: tuple[Recipient, ...] = ()
    addressees: tuple[str, ...] = ()
    legal_bases: tuple[Span, ...] = ()
    references: tuple[Reference, ...] = ()
    outline: tuple[OutlineItem, ...] = ()
    body: Span = (0, 0)

    def parts(self) -> Iterator[OutlineItem]:
        """Every part of the outline, in the order of the document."""
        for item in self.outline:
            yield from item.walk()
