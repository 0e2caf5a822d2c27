"""The foot of the document: recipients on the left, the signer on the right; minutes are signed by several."""

from __future__ import annotations

import re

from vanban.model import Channel, Recipient, Signer
from vanban.writer import layout
from vanban.writer.draft import Draft
from vanban.writer.xml import layout_table, paragraph, run

LEADS = {Channel.ELECTRONIC: "Gửi bản điện tử:", Channel.PAPER: "Gửi bản giấy:"}
ORDER = (Channel.UNSTATED, Channel.ELECTRONIC, Channel.PAPER, Channel.ARCHIVE)
AUTHORITY = re.compile(r"\s+(?=(?:TM|KT|TL|TUQ|Q)\.)")
LEFT = int(layout.TEXT_WIDTH * layout.RECIPIENTS_SHARE)
RIGHT = layout.TEXT_WIDTH - LEFT
HALF = layout.TEXT_WIDTH // 2


def signature_xml(draft: Draft) -> str:
    """Cells 7 and 9b of the decree's diagram, kept together on one page."""
    if draft.cosigners:
        return _signed_by_several(draft)
    sides = (_recipients(draft.recipients), _signer(draft.signer))
    return paragraph("VBSauBang", keep_next=True) + layout_table((LEFT, RIGHT), [sides]) + paragraph("VBCach")


def _signed_by_several(draft: Draft) -> str:
    """The first cosigner on the left of the signer, the others in pairs below, then the recipients (Phụ lục III, mẫu 1.9)."""
    signers = (draft.cosigners[0], draft.signer, *draft.cosigners[1:])
    pairs = [signers[at : at + 2] for at in range(0, len(signers), 2)]
    rows = [[paragraph("VBSauBang") + _signer(one) for one in pair] + [""] * (2 - len(pair)) for pair in pairs]
    return (
        paragraph("VBCach", keep_next=True)
        + layout_table((HALF, HALF), rows)
        + paragraph("VBSauBang")
        + _recipients(draft.recipients)
    )


def _recipients(recipients: tuple[Recipient, ...]) -> str:
    """ "Nơi nhận" and one line each, those of one channel together, the archive last (mục II.9.d)."""
    if not recipients:
        return ""
    lines = [paragraph("VBNoiNhan", run("Nơi nhận:"))]
    ordered = sorted(recipients, key=lambda one: ORDER.index(one.channel))
    previous = Channel.UNSTATED
    for recipient in ordered:
        if recipient.channel is not previous and recipient.channel in LEADS:
            lines.append(paragraph("VBNoiNhanNhom", run(LEADS[recipient.channel])))
        previous = recipient.channel
        text = recipient_line(recipient, is_last=recipient is ordered[-1])
        lines.append(paragraph("VBNoiNhanDong", run(text), indents=(layout.mm(2), layout.mm(2)), hanging=layout.mm(2)))
    return "".join(lines)


def recipient_line(recipient: Recipient, *, is_last: bool) -> str:
    """One line under "Nơi nhận": a semicolon after each, a full stop after the last."""
    kept = "Lưu: " if recipient.channel is Channel.ARCHIVE else ""
    return f"- {kept}{recipient.name}{'.' if is_last else ';'}"


def _signer(signer: Signer) -> str:
    return "".join(paragraph("VBQuyenHan", run(text)) for text in authority_lines(signer)) + paragraph(
        "VBHoTen", run(signer.name or "")
    )


def authority_lines(signer: Signer) -> list[str]:
    """The capacity with each of TM., KT., TL., TUQ. on its own line, then the title; Q. stands before the title (mục II.7.b)."""
    capacity = " ".join((signer.capacity or "").upper().split())
    title = (signer.title or "").upper()
    lines = [line for line in AUTHORITY.split(capacity) if line]
    if lines and lines[-1] == "Q.":
        return [*lines[:-1], f"Q. {title}"]
    return [line for line in (*lines, title) if line]
