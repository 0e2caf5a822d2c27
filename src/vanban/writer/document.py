"""The whole document, from its head to its appendices."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from vanban.writer.appendices import appendix_sections
from vanban.writer.body import body_xml, closed
from vanban.writer.draft import Block, Draft, Table
from vanban.writer.letterhead import letterhead_xml
from vanban.writer.meeting import closing, opening
from vanban.writer.outline import Rank, ranks_of
from vanban.writer.package import Properties, packed
from vanban.writer.sections import Section, sections_xml, text_width_of
from vanban.writer.signature import signature_xml
from vanban.writer.styles import styles_xml


def write_docx(draft: Draft) -> bytes:
    """The draft as the bytes of a `.docx`; the same draft gives the same bytes.

    Source of the layout: Nghị định 30/2020/NĐ-CP, Phụ lục I.
    """
    ranks = ranks_of([*draft.body, *(block for appendix in draft.appendices for block in appendix.body)])
    sections = [*_main(draft, ranks), *appendix_sections(draft, ranks)]
    return packed(sections_xml(sections), styles_xml(ranks), _properties(draft))


def _main(draft: Draft, ranks: tuple[Rank, ...]) -> Iterator[Section]:
    """Letterhead, body and signature; tables that ask for it lie on pages of their own, on their side."""
    body = closed((*opening(draft), *draft.body, *closing(draft)))
    groups: list[tuple[bool, list[Block]]] = [(wide, list(blocks)) for wide, blocks in groupby(body, _is_wide)]
    if not groups or groups[0][0]:
        groups.insert(0, (False, []))
    if groups[-1][0]:
        groups.append((False, []))
    for at, (wide, blocks) in enumerate(groups):
        is_last = at == len(groups) - 1
        content = body_xml(blocks, ranks, text_width_of(wide=wide), keep_last=is_last)
        yield Section((letterhead_xml(draft) if at == 0 else "") + content + (signature_xml(draft) if is_last else ""), wide=wide)


def _is_wide(block: Block) -> bool:
    return isinstance(block, Table) and block.wide


def _properties(draft: Draft) -> Properties:
    title = " ".join(filter(None, (draft.type_name, draft.subject)))
    return Properties(title=title, author=draft.issuer, subject=draft.subject, written=draft.date)
