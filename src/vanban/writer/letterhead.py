"""The head of the first page: who issues, the nation and its motto, number, place and date, type and subject."""

from __future__ import annotations

import re
from typing import Any

from docx.shared import Length, Pt

from vanban.text.dates import format_long_date
from vanban.writer import layout
from vanban.writer.draft import Draft
from vanban.writer.paragraphs import drop_first_paragraph, grid, line, rule, text_width

PLACE = re.compile(r" (?=(?:XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ)\b)")


def write_letterhead(document: Any, draft: Draft) -> None:
    """Lay out cells 1 to 5 of the decree's diagram (Phụ lục I, mục IV)."""
    shares = (layout.ISSUER_SHARE, 1 - layout.ISSUER_SHARE)
    (issuer, nation), (number, date) = grid(document, shares, layout.TEXT_WIDTH, rows=2)
    _issuer(issuer, draft)
    _nation(nation)
    _number(number, draft)
    _date(date, draft)
    for cell in (issuer, nation, number, date):
        drop_first_paragraph(cell)
    if draft.type_name:
        _title(document, draft)
    _addressees(document, draft.addressees)


def _issuer(cell: Any, draft: Draft) -> None:
    width = Length(int(layout.TEXT_WIDTH * layout.ISSUER_SHARE))
    if draft.parent_issuer:
        line(cell, draft.parent_issuer.upper(), layout.ISSUER_SIZE)
    lines = issuer_lines(draft.issuer.upper(), width)
    for text in lines:
        line(cell, text, layout.ISSUER_SIZE, bold=True)
    rule(cell, width=Length(text_width(lines[-1], layout.ISSUER_SIZE) * 2 // 5), within=width)


def issuer_lines(issuer: str, width: Length) -> list[str]:
    """The issuer on one line where it fits, else broken before the name of its place."""
    if text_width(issuer, layout.ISSUER_SIZE) <= width:
        return [issuer]
    return PLACE.split(issuer, maxsplit=1)


def _number(cell: Any, draft: Draft) -> None:
    line(cell, f"Số: {number_of(draft)}/{draft.symbol}", layout.NUMBER_SIZE).paragraph_format.space_before = Pt(6)
    if draft.type_name is None:
        subject = line(cell, f"V/v {draft.subject}", layout.LETTER_SUBJECT_SIZE)
        subject.paragraph_format.space_before = Pt(6)


def number_of(draft: Draft) -> str:
    """The number as the decree writes it: two digits at least, blank for the clerk to fill in."""
    return draft.number.zfill(2) if draft.number else "      "


def _nation(cell: Any) -> None:
    width = Length(int(layout.TEXT_WIDTH * (1 - layout.ISSUER_SHARE)))
    line(cell, layout.NATION, layout.NATION_SIZE, bold=True)
    line(cell, layout.MOTTO, layout.MOTTO_SIZE, bold=True)
    rule(cell, width=text_width(layout.MOTTO, layout.MOTTO_SIZE), within=width)


def _date(cell: Any, draft: Draft) -> None:
    when = format_long_date(draft.date) if draft.date else "ngày      tháng      năm"
    date = line(cell, f"{draft.place}, {when}", layout.DATE_SIZE, italic=True)
    date.paragraph_format.space_before = Pt(6)


def _title(document: Any, draft: Draft) -> None:
    title = line(document, (draft.type_name or "").upper(), layout.TITLE_SIZE, bold=True)
    title.paragraph_format.space_before = Pt(18)
    subject = line(document, draft.subject, layout.TITLE_SIZE, bold=True)
    longest = min(text_width(subject.text, layout.TITLE_SIZE), layout.TEXT_WIDTH)
    rule(document, width=Length(longest * 2 // 5), within=layout.TEXT_WIDTH)
    document.paragraphs[-1].paragraph_format.space_after = Pt(12)


def _addressees(document: Any, names: tuple[str, ...]) -> None:
    """ "Kính gửi" with one name on its line, or each of several on a line of its own (mục II.9.d)."""
    if not names:
        return
    lead = line(document, "Kính gửi:" if len(names) > 1 else f"Kính gửi: {names[0]}", layout.BODY_SIZE)
    lead.paragraph_format.space_before = Pt(6)
    last = lead
    for position, name in enumerate(names if len(names) > 1 else (), start=1):
        last = line(document, f"- {name}{';' if position < len(names) else '.'}", layout.BODY_SIZE)
    last.paragraph_format.space_after = Pt(12)
