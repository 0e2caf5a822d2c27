"""The body: headings with real levels, justified paragraphs, lists, tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from vanban.writer.draft import Article, Block, Bullet, Division, Heading, PageBreak, Run, Table, Text, Words
from vanban.writer.outline import Rank, rank_of
from vanban.writer.tables import table_xml
from vanban.writer.xml import paragraph, plain, run, runs, set_words

DASHES = {1: "- ", 2: "+ "}
END = "./."


def body_xml(blocks: Iterable[Block], ranks: tuple[Rank, ...], width: int, *, keep_last: bool = False) -> str:
    """The blocks of a body in a page `width` wide; `keep_last` holds the last paragraph together with what follows it."""
    given = list(blocks)
    last = len(given) - 1
    return "".join(block_xml(block, ranks, width, keep_next=keep_last and at == last) for at, block in enumerate(given))


def block_xml(block: Block, ranks: tuple[Rank, ...], width: int, *, keep_next: bool = False) -> str:
    """One block as paragraphs or a table."""
    if isinstance(block, Table):
        return table_xml(block, width)
    if isinstance(block, PageBreak):
        return paragraph("VBCach", '<w:r><w:br w:type="page"/></w:r>')
    rank = rank_of(block)
    style = f"Heading{ranks.index(rank) + 1}" if rank else "BodyText"
    if isinstance(block, Text):
        return paragraph(style, runs(block.text, italic=block.italic), keep_next=keep_next)
    if isinstance(block, Bullet):
        return paragraph(style, runs((Run(DASHES[min(max(block.level, 1), 2)]), *set_words(block.text))), keep_next=keep_next)
    if isinstance(block, Article) and not block.title:
        return paragraph("BodyText", run(f"Điều {block.number}. ", bold=True) + runs(block.text), keep_next=keep_next)
    return paragraph(style, run(heading_text(block))) + (
        paragraph("BodyText", runs(block.text), keep_next=keep_next) if isinstance(block, Article) and block.text else ""
    )


def heading_text(block: Heading | Division | Article) -> str:
    """What a heading prints: mục and the titles of phần, chương, mục, tiểu mục in capitals (mục V, số 6)."""
    if isinstance(block, Article):
        return f"Điều {block.number}. {block.title}"
    if isinstance(block, Division):
        return "\n".join(part for part in (block.label, block.title.upper()) if part)
    return block.text.upper() if rank_of(block) is Rank.ROMAN else block.text


def closed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The body with the mark "./." that ends it (Phụ lục III, các mẫu); a body that ends with a table has no place for it."""
    if not blocks or not isinstance(blocks[-1], Text | Bullet | Article):
        return blocks
    last = blocks[-1]
    if not plain(last.text).strip() or plain(last.text).rstrip().endswith(END):
        return blocks
    return (*blocks[:-1], replace(last, text=_ended(last.text)))


def _ended(words: Words) -> Words:
    if isinstance(words, str):
        return words.rstrip(" .;,") + END
    *before, last = words
    return (*before, replace(last, text=last.text.rstrip(" .;,") + END))
