"""The foot: who receives the document, by which channel, and who signed it."""

from __future__ import annotations

import pytest

from vanban.extract.pieces import Piece
from vanban.model import Channel, Signer
from vanban.reader.tests.documents import read_pieces, read_text

BODY = "KẾ HOẠCH\nPhát triển hạ tầng\nI. MỤC TIÊU\nNội dung.\n"


@pytest.mark.parametrize(
    ("foot", "signer"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Mẫu", Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN")),
        (
            "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Thị Ước",
            Signer("Trần Thị Ước", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH"),
        ),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n(Đã ký)\nĐỗ Văn Mẫu", Signer("Đỗ Văn Mẫu", "PHÓ GIÁM ĐỐC", "KT. GIÁM ĐỐC")),
        ("T/M BAN THƯỜNG VỤ\nBÍ THƯ\nNgô Thị Mẫu", Signer("Ngô Thị Mẫu", "BÍ THƯ", "T/M BAN THƯỜNG VỤ")),
        (
            "TL. CHỦ TỊCH\nTRƯỞNG PHÒNG KINH TẾ\nLê Văn Mẫu",
            Signer("Lê Văn Mẫu", "TRƯỞNG PHÒNG KINH TẾ", "TL. CHỦ TỊCH"),
        ),
        ("TL. CHỦ TỊCH\nTRƯỞNG PHÒNG KINH TẾ", Signer(None, "TRƯỞNG PHÒNG KINH TẾ", "TL. CHỦ TỊCH")),
        ("Q. CHỦ TỊCH\nLê Văn Mẫu", Signer("Lê Văn Mẫu", "CHỦ TỊCH", "Q.")),
        ("CHỦ TỊCH\nÂu Văn Mẫu", Signer("Âu Văn Mẫu", "CHỦ TỊCH", None)),
    ],
)
def test_signer(foot, signer):
    assert read_text(f"{BODY}Nơi nhận:\n- Lưu: VT.\n{foot}").signer == signer


def test_recipients_by_channel():
    document = read_text(
        f"{BODY}Nơi nhận:\nGửi bản điện tử:\n- Đảng ủy, HĐND xã;\n- Các phòng;\n"
        "Gửi bản giấy:\n- Các Trưởng thôn;\n- Lưu: VT, KT.\nCHỦ TỊCH\nNguyễn Văn Mẫu"
    )
    assert [(one.name, one.channel) for one in document.recipients] == [
        ("Đảng ủy, HĐND xã", Channel.ELECTRONIC),
        ("Các phòng", Channel.ELECTRONIC),
        ("Các Trưởng thôn", Channel.PAPER),
        ("VT, KT", Channel.ARCHIVE),
    ]


def test_both_sides_in_one_row_of_a_table():
    left = "Nơi nhận:\nBản điện tử:\n- Đảng ủy xã;\nBản giấy:\n- Các thôn;\n- Lưu: VT."
    right = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nNguyễn Văn Mẫu"
    document = read_pieces(*(Piece(line) for line in BODY.splitlines()), Piece(cells=(left, right)))
    assert [(one.name, one.channel) for one in document.recipients] == [
        ("Đảng ủy xã", Channel.ELECTRONIC),
        ("Các thôn", Channel.PAPER),
        ("VT", Channel.ARCHIVE),
    ]
    assert document.signer == Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN")


def test_what_is_attached_after_the_foot_is_read_on():
    document = read_text(f"{BODY}Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn Mẫu\nPHỤ LỤC I\nDANH MỤC CÔNG TRÌNH")
    assert [(part.path, part.heading) for part in document.parts()] == [("I", "MỤC TIÊU"), ("PL.I", "DANH MỤC CÔNG TRÌNH")]
    assert document.signer.name == "Nguyễn Văn Mẫu"


def test_a_document_without_a_foot_has_no_signer():
    document = read_text(BODY)
    assert (document.signer, document.recipients) == (Signer(None, None, None), ())
