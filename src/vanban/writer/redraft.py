"""A document that was read, as a draft: to be laid out again by the decree, or taken up and changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from vanban.model import Extraction, OfficialDocument, OutlineItem, Span, WritingError
from vanban.reader.blocks import Block as Read
from vanban.reader.blocks import blocks_of
from vanban.reader.header import addressee_lines
from vanban.reader.meeting import meeting_lines
from vanban.text.messages import message
from vanban.writer.draft import Appendix, Article, Block, Bullet, Division, Draft, Heading, Table, Text

ATTACHED = message("Văn bản có một văn bản khác kèm theo sau phần ký; hãy tách thành hai tệp rồi làm từng văn bản.")
_DIVISION = re.compile(r"(?:Phần|Chương|Mục|Tiểu mục)\b", re.IGNORECASE)
_LEVELS = (
    (1, re.compile(r"[IVXL]+\s?[./)-]")),
    (3, re.compile(r"\d+\.\d")),
    (2, re.compile(r"\d+")),
    (4, re.compile(r"[a-zđ]\s?[.)]")),
)
_DECIDES = re.compile(r"QUYẾT (?:ĐỊNH|NGHỊ)\s*:?")
_GUIDANCE = re.compile(r"\((?:Kèm|Ban hành kèm)", re.IGNORECASE)


def draft_of(document: OfficialDocument, extraction: Extraction) -> Draft:
    """The draft of a document that was read. Widths, alignment and merged cells of tables are not in a reading.

    Raises `WritingError` where another document follows the signature: each has a letterhead of its own.
    """
    blocks = blocks_of(extraction)
    parts = {part.span[0]: part for part in document.parts()}
    body = [block for block in blocks if _lies_in(block, document.body)]
    bases = _bases(document, body)
    said = addressee_lines(body) | (meeting_lines(body) if document.meeting else set())
    left = [
        block
        for at, block in enumerate(body)
        if at not in said and block.span not in bases and not _DECIDES.fullmatch(block.text)
    ]
    main = document.signers[:1]
    return Draft(
        issuer=document.issuer or "",
        type_name=document.type_name,
        subject=document.subject or "",
        place=document.place or "",
        symbol=document.symbol or "",
        signer=document.signer,
        parent_issuer=document.parent_issuer,
        number=document.number,
        date=document.date,
        addressees=document.addressees,
        recipients=document.recipients,
        body=tuple(_blocks(left, parts)),
        authority=document.authority,
        attached_to=document.attached_to,
        bases=tuple(extraction.text[slice(*span)].replace("\n", " ").rstrip(" .;,") for span in bases),
        meeting=document.meeting,
        cosigners=(*main, *document.signers[2:]) if len(document.signers) > 1 else (),
        appendices=tuple(_appendices(document, blocks, parts)),
    )


def _lies_in(block: Read, span: Span) -> bool:
    return span[0] <= block.span[0] and block.span[1] <= span[1]


def _bases(document: OfficialDocument, body: list[Read]) -> list[Span]:
    """The legal bases the body opens with, each ended as the decree asks; a lead-in ending with a colon is text."""
    found: list[Span] = []
    for block in body[len(addressee_lines(body)) :]:
        if block.span not in document.legal_bases or block.text[-1:] not in ";.":
            break
        found.append(block.span)
        if block.text.endswith("."):
            break
    return found


def _blocks(blocks: list[Read], parts: dict[int, OutlineItem]) -> Iterator[Block]:
    skipped = ""
    for table, group in groupby(blocks, lambda block: block.row.table if block.row else None):
        given = list(group)
        if table is not None:
            yield _table(given)
            continue
        for block in given:
            if skipped and block.text.strip() == skipped:
                skipped = ""
                continue
            written = _block(block, parts.get(block.span[0]))
            skipped = written.title if isinstance(written, Division) and written.title not in block.text else ""
            yield written


def _block(block: Read, part: OutlineItem | None) -> Block:
    text = block.text
    if part is None:
        dash = re.match(r"([-+])\s+", text)
        return Bullet(text[dash.end() :], 1 if dash[1] == "-" else 2) if dash else Text(text, italic=block.paragraph.italic)
    rest = text[len(part.marker) :].strip(" .:")
    if _DIVISION.match(part.marker):
        return Division(part.marker, part.heading)
    if part.marker.startswith("Điều"):
        number = int(part.marker.split()[-1])
        after = text[len(part.marker) :].lstrip(" .:")
        return Article(number, part.heading) if part.heading and rest == part.heading else Article(number, text=after)
    level = next((level for level, pattern in _LEVELS if pattern.match(part.marker)), None)
    return Heading(text, level) if level and part.heading and text.endswith(part.heading) else Text(text)


def _table(rows: list[Read]) -> Table:
    cells = [tuple(cell.text for cell in block.row.cells) for block in rows if block.row]
    width = max(map(len, cells))
    filled = [(*row, *("",) * (width - len(row))) for row in cells]
    return Table(filled[0], tuple(filled[1:]))


def _appendices(document: OfficialDocument, blocks: list[Read], parts: dict[int, OutlineItem]) -> Iterator[Appendix]:
    for part in document.outline:
        if part.span[0] < document.body[1]:
            continue
        if not part.path.startswith("PL"):
            raise WritingError(ATTACHED)
        inside = [block for block in blocks if _lies_in(block, part.span)][1:]
        left = [block for block in inside if block.text.strip() != part.heading and not _GUIDANCE.match(block.text)]
        yield Appendix(part.heading, tuple(_blocks(left, parts)))
