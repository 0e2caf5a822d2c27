"""What the writer lays out, the reader reads: one description of official documents serves both."""

from __future__ import annotations

import datetime as dt

import pytest

from vanban.extract import extract
from vanban.model import Channel, Recipient, Signer
from vanban.reader import read_document
from vanban.writer import Draft, Heading, Text, write_docx

DRAFTS = [
    Draft(
        issuer="Ủy ban nhân dân xã Thí Dụ", type_name="Kế hoạch", subject="Phát triển hạ tầng giai đoạn 2026 - 2030",
            place="Thí Dụ",
        symbol="KH-UBND", number="12", date=dt.date(2026, 3, 5),
        signer=Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),
        recipients=(Recipient("Các thôn", Channel.UNSTATED), Recipient("VT, KT", Channel.ARCHIVE)),
        body=(Text("Căn cứ Nghị quyết số 05/NQ-HĐND ngày 20/12/2025 của Hội đồng nhân dân xã Thí Dụ;"), Heading("I. MỤC TIÊU"),
              Heading("1. Giao thông", 2), Text("Tỷ lệ đường thôn được cứng hóa đạt 80%.")),
    ),
    Draft(
        issuer="Hội đồng nhân dân xã Ví Dụ Đông", type_name="Nghị quyết", subject="Về đầu tư hạ tầng năm 2027",
            place="Ví Dụ Đông",
        symbol="NQ-HĐND", number="3", date=dt.date(2026, 12, 20), signer=Signer("Trần Thị Mẫu", "CHỦ TỊCH", None),
        recipients=(Recipient("VT", Channel.ARCHIVE),), body=(Heading("I. NỘI DUNG"), Text("Xây dựng 2 km đường.")),
    ),
]  # fmt: skip


@pytest.mark.parametrize("draft", DRAFTS, ids=["plan", "resolution"])
def test_the_head_and_foot_come_back(tmp_path, draft):
    path = tmp_path / "van-ban.docx"
    path.write_bytes(write_docx(draft))
    document, _ = read_document(extract(path))
    assert document.issuer == draft.issuer
    assert (document.type_name or "").lower() == (draft.type_name or "").lower()
    assert document.subject == draft.subject
    assert (document.number or "").lstrip("0") == draft.number
    assert document.symbol == draft.symbol
    assert document.place == draft.place
    assert document.date == draft.date
    assert (document.signer.name, document.signer.title) == (draft.signer.name, draft.signer.title)
    assert [recipient.name for recipient in document.recipients] == [recipient.name for recipient in draft.recipients]
    assert [part.path for part in document.parts()][:1] == ["I"]
