"""What is to be written: the head of an official document, the blocks of its body, its appendices."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from vanban.model import Meeting, Recipient, Signer


@dataclass(frozen=True, slots=True)
class Run:
    """Some words of a paragraph set alike. `raised` sets a mark such as "[3]" above the line."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False


Words = str | tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Division:
    """ "Phần I", "Chương II", "Mục 3", "Tiểu mục 1": `label` on a line of its own, `title` in capitals under it."""

    label: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """ "Điều 1. …": `title` in bold; an article without a title goes on with `text` on the same line."""

    number: int
    title: str = ""
    text: Words = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading, its marker part of `text`. Level 1 is "I." (in capitals), 2 "1.", 3 "1.1.", 4 "a)"."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph of running text."""

    text: Words
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Bullet:
    """One thing of a list: "- …" at level 1, "+ …" at level 2."""

    text: Words
    level: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose header rows repeat on every page.

    `widths` are shares of the width of the page, one per column; none are worked out from the contents. Columns named in `right`
    hold figures, those in `centre` short marks; rows named in `strong` (counted from 0, without the header) are set in bold.
    `groups` is a row above the header, each (title, number of columns); an untitled group lets the header below it rise into
    that row. `total` is a last row in bold. `wide` turns the page on its side.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    right: frozenset[int] = frozenset()
    centre: frozenset[int] = frozenset()
    strong: frozenset[int] = frozenset()
    groups: tuple[tuple[str, int], ...] = ()
    total: tuple[str, ...] = ()
    caption: str = ""
    unit: str = ""
    wide: bool = False

    def __post_init__(self) -> None:
        """Refuse rows that do not fit the header: they would shift figures under a wrong title."""
        lengths = {len(row) for row in (*self.rows, self.total, self.widths) if row}
        if self.groups:
            lengths.add(sum(count for _, count in self.groups))
        if lengths - {len(self.header)} or not self.header:
            raise ValueError(f"Bảng có {len(self.header)} cột nhưng có dòng dài {sorted(lengths - {len(self.header)})}.")


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Division | Article | Heading | Text | Bullet | Table | PageBreak


@dataclass(frozen=True, slots=True)
class Appendix:
    """What is attached, on pages of its own numbered by themselves; `wide` lays all of it on its side."""

    title: str
    body: tuple[Block, ...]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """An official document to lay out; a công văn has no `type_name` and its `subject` stands under its number.

    `authority` is who decides ("Chủ tịch Ủy ban nhân dân xã …"), for a quyết định or nghị quyết. `bases` are its legal bases
    without their closing marks. `meeting` is what giấy mời and biên bản say of a meeting. `cosigners` sign beside `signer`,
    the first of them on the left: the secretary of a biên bản. `attached_to` says what a plan or a regulation comes with ("Kèm
    theo Quyết định số …"); it then needs no `symbol` of its own.
    """

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
    body: tuple[Block, ...] = ()
    authority: str | None = None
    attached_to: str | None = None
    bases: tuple[str, ...] = ()
    meeting: Meeting | None = None
    cosigners: tuple[Signer, ...] = ()
    appendices: tuple[Appendix, ...] = ()
