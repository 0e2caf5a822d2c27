"""The foot of the document: recipients on the left, the signer on the right."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from vanban.model import Channel, Recipient, Signer
from vanban.writer import layout
from vanban.writer.draft import Draft
from vanban.writer.paragraphs import drop_first_paragraph, grid, line

LEFT = WD_ALIGN_PARAGRAPH.LEFT
LEADS = {Channel.ELECTRONIC: "Gửi bản điện tử:", Channel.PAPER: "Gửi bản giấy:"}
ROOM_TO_SIGN = 4


def write_signature(document: Any, draft: Draft) -> None:
    """Lay out cells 7 and 9b of the decree's diagram, kept together on one page."""
    [(left, right)] = grid(document, (0.48, 0.52), layout.TEXT_WIDTH)
    _recipients(left, draft.recipients)
    _signer(right, draft.signer)


def _recipients(cell: Any, recipients: tuple[Recipient, ...]) -> None:
    if recipients:
        line(cell, "Nơi nhận:", layout.RECIPIENTS_LEAD_SIZE, bold=True, italic=True, alignment=LEFT)
    previous = None
    for recipient in recipients:
        if recipient.channel is not previous and recipient.channel in LEADS:
            line(cell, LEADS[recipient.channel], layout.RECIPIENTS_SIZE, italic=True, alignment=LEFT)
        previous = recipient.channel
        line(cell, recipient_line(recipient), layout.RECIPIENTS_SIZE, alignment=LEFT)
    if recipients:
        drop_first_paragraph(cell)


def recipient_line(recipient: Recipient) -> str:
    """One line under "Nơi nhận": the archive's comes last and ends with a full stop."""
    if recipient.channel is Channel.ARCHIVE:
        return f"- Lưu: {recipient.name}."
    return f"- {recipient.name};"


def _signer(cell: Any, signer: Signer) -> None:
    for text in (*(signer.capacity or "").splitlines(), signer.title):
        if text:
            line(cell, text.upper(), layout.SIGNATURE_SIZE, bold=True).paragraph_format.keep_with_next = True
    for _ in range(ROOM_TO_SIGN):
        line(cell, "", layout.SIGNATURE_SIZE).paragraph_format.keep_with_next = True
    line(cell, signer.name or "", layout.SIGNATURE_SIZE, bold=True).paragraph_format.space_before = Pt(0)
    drop_first_paragraph(cell)
