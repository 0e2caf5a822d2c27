"""The head of the first page: who issues, the nation and its motto, number, place and date, type and subject."""

from __future__ import annotations

import re

from vanban.text.dates import format_long_date
from vanban.text.folding import fold
from vanban.writer import layout
from vanban.writer.draft import Draft
from vanban.writer.letters import text_width
from vanban.writer.xml import layout_table, paragraph, rule, run

PLACE = re.compile(r" (?=(?:XÃ|PHƯỜNG|ĐẶC KHU|TỈNH|THÀNH PHỐ)\b)")
BLANK_NUMBER = " " * 6
BLANK_DATE = "ngày      tháng      năm      "
LEFT = int(layout.TEXT_WIDTH * layout.ISSUER_SHARE)
RIGHT = layout.TEXT_WIDTH - LEFT
DECISIONS = {"quyet dinh": "QUYẾT ĐỊNH:", "nghi quyet": "QUYẾT NGHỊ:"}
ADDRESS_LEAD = "Kính gửi:"


def letterhead_xml(draft: Draft) -> str:
    """Cells 1 to 5 and 9a of the decree's diagram (Phụ lục I, mục IV), then who decides and on what bases."""
    rows = ((_issuer(draft), _nation()), (_number(draft), _date(draft)))
    return layout_table((LEFT, RIGHT), rows) + _title(draft) + _addressees(draft.addressees) + _decision(draft)


def is_type(draft: Draft, name: str) -> bool:
    """Whether the draft is of the type with this name, given without marks ("bien ban")."""
    return fold(draft.type_name or "").strip() == name


def _issuer(draft: Draft) -> str:
    above = issuer_lines(draft.parent_issuer.upper(), bold=False) if draft.parent_issuer else []
    lines = issuer_lines(draft.issuer.upper())
    return (
        "".join(paragraph("VBCoQuanChuQuan", run(text)) for text in above)
        + "".join(paragraph("VBCoQuan", run(text)) for text in lines)
        + rule(int(text_width(lines[-1], layout.ISSUER_SIZE, bold=True) * layout.RULE_SHARE), LEFT)
    )


def issuer_lines(issuer: str, *, bold: bool = True) -> list[str]:
    """A name on one line where it fits, else broken before the name of its place."""
    if text_width(issuer, layout.ISSUER_SIZE, bold=bold) <= LEFT:
        return [issuer]
    return PLACE.split(issuer, maxsplit=1)


def _nation() -> str:
    motto = text_width(layout.MOTTO, layout.MOTTO_SIZE, bold=True)
    return paragraph("VBQuocHieu", run(layout.NATION)) + paragraph("VBTieuNgu", run(layout.MOTTO)) + rule(motto, RIGHT)


def _number(draft: Draft) -> str:
    number = paragraph("VBSoKyHieu", run(f"Số: {number_of(draft)}/{draft.symbol}")) if draft.symbol else ""
    return number if draft.type_name else number + paragraph("VBTrichYeuCongVan", run(f"V/v {draft.subject}"))


def number_of(draft: Draft) -> str:
    """The number as the decree writes it: two digits at least, blank for the clerk to fill in."""
    return draft.number.zfill(2) if draft.number else BLANK_NUMBER


def _date(draft: Draft) -> str:
    """Place and date; none on what is attached (mẫu 1.3), nor on minutes, which say when the meeting was held (mẫu 1.9)."""
    if is_type(draft, "bien ban") or (draft.attached_to and not draft.date):
        return ""
    return paragraph("VBDiaDanh", run(f"{draft.place}, {format_long_date(draft.date) if draft.date else BLANK_DATE}"))


def _title(draft: Draft) -> str:
    if not draft.type_name:
        return paragraph("VBSauBang") * 2
    longest = min(text_width(draft.subject, layout.TITLE_SIZE, bold=True), layout.TEXT_WIDTH)
    return (
        paragraph("VBTenLoai", run(draft.type_name.upper()))
        + (paragraph("VBTrichYeu", run(draft.subject)) if draft.subject else "")
        + (paragraph("VBChiDan", run(f"({draft.attached_to})")) if draft.attached_to else "")
        + rule(int((longest or layout.mm(60)) * layout.RULE_SHARE), layout.TEXT_WIDTH)
        + paragraph("VBSauBang")
    )


def _addressees(names: tuple[str, ...]) -> str:
    """ "Kính gửi" with one name on its line, or several under its colon, one to a line (mục II.9.d)."""
    if not names:
        return ""
    if len(names) == 1:
        return paragraph("VBKinhGui", run(f"{ADDRESS_LEAD} {names[0]}"))
    lead = text_width(ADDRESS_LEAD, layout.BODY_SIZE)
    longest = max(text_width(f"- {name};", layout.BODY_SIZE) for name in names)
    left = max(layout.FIRST_LINE, (layout.TEXT_WIDTH - lead - longest) // 2)
    dash = text_width("- ", layout.BODY_SIZE)
    under = left + lead - text_width(":", layout.BODY_SIZE)
    ends = [";"] * (len(names) - 1) + ["."]
    lines = (f"- {name}{end}" for name, end in zip(names, ends, strict=True))
    return (
        paragraph("VBKinhGuiNhieu", run(ADDRESS_LEAD), indents=(left, 0), keep_next=True)
        + "".join(paragraph("VBKinhGuiNhieu", run(text), indents=(under + dash, 0), hanging=dash) for text in lines)
        + paragraph("VBSauBang")
    )


def _decision(draft: Draft) -> str:
    """Who decides, the legal bases, and the words that open the decision (Phụ lục III, mẫu 1.1 đến 1.3)."""
    opening = next((words for name, words in DECISIONS.items() if is_type(draft, name)), "")
    return (
        (paragraph("VBThamQuyen", run(draft.authority.upper())) if draft.authority else "")
        + _bases(draft.bases)
        + (paragraph("VBThamQuyen", run(opening)) if opening else "")
    )


def _bases(bases: tuple[str, ...]) -> str:
    """One basis to a paragraph, each ending with a semicolon and the last with a full stop (mục II.6.a)."""
    ends = [";"] * (len(bases) - 1) + ["."]
    return (
        "".join(
            paragraph("VBCanCu", run(base.rstrip(" .;,") + end)) for base, end in zip(bases, ends[-len(bases) :], strict=True)
        )
        if bases
        else ""
    )
