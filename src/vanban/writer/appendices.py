"""Appendices: pages of their own that name the document they belong to. Source: Phụ lục I, mục III.1; Phụ lục III, mẫu 2.1."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.text.dates import format_long_date
from vanban.text.numbers import format_roman
from vanban.writer import layout
from vanban.writer.body import body_xml, closed
from vanban.writer.draft import Draft
from vanban.writer.letterhead import BLANK_DATE, number_of
from vanban.writer.letters import text_width
from vanban.writer.outline import Rank
from vanban.writer.sections import Section, text_width_of
from vanban.writer.xml import paragraph, rule, run


def appendix_sections(draft: Draft, ranks: tuple[Rank, ...]) -> Iterator[Section]:
    """One section per appendix; a lone one has no number, several have roman ones."""
    for number, appendix in enumerate(draft.appendices, start=1):
        label = f"Phụ lục {format_roman(number)}" if len(draft.appendices) > 1 else "Phụ lục"
        width = text_width_of(wide=appendix.wide)
        head = _head(label, appendix.title, guidance(draft), width)
        yield Section(head + body_xml(closed(appendix.body), ranks, width), wide=appendix.wide, restarts=True)


def guidance(draft: Draft) -> str:
    """ "(Kèm theo Báo cáo số 07/BC-UBND ngày 04 tháng 02 năm 2026 của …)", room left for what is not known yet."""
    kind = " ".join((draft.type_name or "Công văn").split()).capitalize()
    when = format_long_date(draft.date) if draft.date else BLANK_DATE.rstrip()
    return f"(Kèm theo {kind} số {number_of(draft)}/{draft.symbol} {when} của {draft.issuer})"


def _head(label: str, title: str, attached: str, width: int) -> str:
    line = min(text_width(attached, layout.APPENDIX_SIZE), width)
    return (
        paragraph("VBPhuLuc", run(label))
        + (paragraph("VBTenPhuLuc", run(title.upper())) if title else "")
        + paragraph("VBChiDan", run(attached))
        + rule(int(line * layout.RULE_SHARE), width)
        + paragraph("VBSauBang")
    )
