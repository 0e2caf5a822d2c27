"""What is to be written: the head of an official document and the blocks of its body."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from vanban.model import Recipient, Signer


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading; level 1 is "I.", 2 is "1.", 3 is "a)". The marker is part of `text`."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of running text; a legal basis is set in italics."""

    text: str
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header row repeats on every page.

    `widths` are shares of the width of the page, one per column; columns named in `right` hold figures.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    right: frozenset[int] = frozenset()


Block = Heading | Text | Table


@dataclass(frozen=True, slots=True)
class Draft:
    """An official document to lay out; a công văn has no `type_name` and its `subject` stands under its number."""

    issuer: str
    type_name: str | None
    subject: str
    place: str
    symbol: str
    signer: Signer
    parent_issuer: str | None = None
    number: str | None = None
    date: dt.date | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    body: tuple[Block, ...] = field(default=())
