"""What the decree asks of a document and a draft lacks. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I and III."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.model import Channel
from vanban.text.messages import message
from vanban.writer.draft import Draft, Table
from vanban.writer.letterhead import DECISIONS, is_type
from vanban.writer.xml import plain

NO_SUBJECT = message("Chưa có trích yếu nội dung (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.5).")
NO_ADDRESSEE = message("Công văn và tờ trình phải có “Kính gửi” (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9.b).")
NO_ARCHIVE = message("Nơi nhận chưa có dòng “Lưu” (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9.d).")
NO_AUTHORITY = message("Chưa ghi thẩm quyền ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.1 đến 1.3).")
NO_BASES = message("Chưa có căn cứ ban hành (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.a).")
NO_MEETING = message("Chưa có thời gian hoặc địa điểm họp (Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.7 và 1.9).")
NO_SECRETARY = message("Biên bản chưa có thư ký ký cùng chủ tọa (Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.9).")
NO_TITLE = message("Chưa ghi chức vụ người ký (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7).")
NO_POINTER = message("Nội dung chưa chỉ dẫn đến phụ lục kèm theo (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III.1.a).")


def lacking(draft: Draft) -> tuple[str, ...]:
    """One sentence per thing missing, in the order of the page; none for what a clerk fills in later (number, date, name)."""
    return tuple(_lacking(draft))


def _lacking(draft: Draft) -> Iterator[str]:
    is_decision = any(is_type(draft, name) for name in DECISIONS)
    is_minutes, is_invitation = is_type(draft, "bien ban"), is_type(draft, "giay moi")
    asks = (
        (bool(draft.subject.strip()), NO_SUBJECT),
        (bool(draft.addressees) or not (draft.type_name is None or is_type(draft, "to trinh")), NO_ADDRESSEE),
        (bool(draft.authority) or not is_decision, NO_AUTHORITY),
        (bool(draft.bases) or not is_decision, NO_BASES),
        (_is_told(draft) or not (is_minutes or is_invitation), NO_MEETING),
        (not draft.appendices or _names_appendices(draft), NO_POINTER),
        (bool(draft.signer.title), NO_TITLE),
        (bool(draft.cosigners) or not is_minutes, NO_SECRETARY),
        (any(one.channel is Channel.ARCHIVE for one in draft.recipients), NO_ARCHIVE),
    )
    return (sentence for holds, sentence in asks if not holds)


def _is_told(draft: Draft) -> bool:
    return draft.meeting is not None and draft.meeting.starts is not None and bool(draft.meeting.place)


def _names_appendices(draft: Draft) -> bool:
    words = (plain(getattr(block, "text", "")) for block in draft.body if not isinstance(block, Table))
    return any("phụ lục" in text.lower() or "kèm theo" in text.lower() for text in words)
