"""The whole document: head, body, foot, and what could not be made out."""

from __future__ import annotations

import re

from vanban.model import Extraction, OfficialDocument, Span, Unread
from vanban.reader.blocks import Block, blocks_of
from vanban.reader.doctypes import INVITATION, MINUTES
from vanban.reader.header import ADDRESSED, MOTTO, Header, addressee_lines, read_header
from vanban.reader.meeting import read_meeting
from vanban.reader.outline import read_outline
from vanban.reader.references import find_references
from vanban.reader.signature import foot_at, read_foot, read_signers
from vanban.text.folding import fold
from vanban.text.messages import message

BASIS = re.compile(r"(?:-\s*)?(?:Căn cứ|Thực hiện|Xét|Theo)\b")
AFTER_FOOT = re.compile(r"(?:PHỤ LỤC|Phụ lục|BIỂU|Biểu|DANH MỤC|KẾ HOẠCH|ĐỀ ÁN|CHƯƠNG TRÌNH)\b")
LONGEST_FOOT = 60


def read_document(extraction: Extraction) -> tuple[OfficialDocument, tuple[Unread, ...]]:
    """An official document from the paragraphs of a file, and the places that could not be made out. Never raises."""
    blocks = blocks_of(extraction)
    header = read_header(blocks)
    is_minutes = header.type == MINUTES
    start = foot_at(blocks, header.body_at, is_minutes=is_minutes)
    end = _foot_end(blocks, start)
    signers = read_signers(blocks[start:end]) if is_minutes else ()
    recipients, signer = read_foot(block for block in blocks[start:end] if not (signers and block.row))
    meeting = read_meeting(blocks[header.body_at : start]) if header.type in {MINUTES, INVITATION} else None
    document = OfficialDocument(
        type=header.type,
        type_name=header.type_name,
        number=header.number,
        symbol=header.symbol,
        issuer=header.issuer,
        parent_issuer=header.parent_issuer,
        place=header.place,
        date=header.date or (meeting.starts.date() if is_minutes and meeting and meeting.starts else None),
        subject=header.subject,
        signer=signers[min(1, len(signers) - 1)] if signers else signer,
        signers=signers,
        authority=header.authority,
        attached_to=header.attached_to,
        meeting=meeting,
        recipients=recipients,
        addressees=_addressees(blocks[:start]),
        legal_bases=_bases(blocks[header.body_at : start]),
        references=find_references(extraction.text, (header.number, header.symbol)),
        outline=read_outline(blocks[header.body_at :], range(start - header.body_at, end - header.body_at)),
        body=_span(blocks[header.body_at : start]),
    )
    return document, tuple(_unread(header, document, extraction))


def _foot_end(blocks: list[Block], start: int) -> int:
    """Where an appendix or an attached plan begins after the signature, else the end."""
    for index in range(start + 1, min(len(blocks), start + LONGEST_FOOT)):
        text = blocks[index].text
        if AFTER_FOOT.match(text) and blocks[index].row is None and len(text) < 200:
            return index
        if MOTTO.search(fold(text)):  # the letterhead of what is attached
            return index
    return len(blocks)


def _span(blocks: list[Block]) -> Span:
    return (blocks[0].span[0], blocks[-1].span[1]) if blocks else (0, 0)


def _bases(blocks: list[Block]) -> tuple[Span, ...]:
    """The paragraphs before the first numbered part that name what the document rests on."""
    spans = []
    for block in blocks:
        if re.match(r"(?:[IVX]{1,4}|1|A)\s?[./)]\s|(?:Phần|PHẦN|Chương|CHƯƠNG|Điều)\b", block.text):
            break
        if BASIS.match(block.text):
            spans.append(block.span)
    return tuple(spans)


def _addressees(blocks: list[Block]) -> tuple[str, ...]:
    lines = (ADDRESSED.sub("", blocks[at].text, count=1) for at in sorted(addressee_lines(blocks)))
    return tuple(name for line in lines if (name := line.strip(" -.;")))


def _unread(header: Header, document: OfficialDocument, extraction: Extraction) -> list[Unread]:
    at = (0, min(len(extraction.text), 200))
    end = (max(0, len(extraction.text) - 200), len(extraction.text))
    is_letter = header.type is None and header.subject is not None
    missing = [
        (header.type or is_letter, at, message("Không tìm thấy tên loại văn bản ở phần đầu.")),
        (header.issuer, at, message("Không tìm thấy tên cơ quan ban hành ở phần đầu hoặc phần mở đầu.")),
        (document.date, at, message("Không tìm thấy địa danh và ngày, tháng, năm ban hành.")),
        (document.signer.name, end, message("Không tìm thấy họ tên người ký ở cuối văn bản.")),
        (
            document.outline or is_letter or header.type == INVITATION,
            document.body,
            message("Không tìm thấy mục đánh số nào trong nội dung."),
        ),
    ]
    return [Unread(span, why) for value, span, why in missing if not value]
