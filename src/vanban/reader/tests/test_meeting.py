"""What invitations and minutes say of a meeting, and who signs minutes."""

from __future__ import annotations

import datetime as dt

import pytest

from vanban.extract.pieces import Piece
from vanban.model import Channel, Meeting, Signer
from vanban.reader.meeting import parse_moment
from vanban.reader.tests.documents import read_pieces, read_text

MINUTES = """
ỦY BAN NHÂN DÂN XÃ THÍ DỤ
Số: 02/BB-UBND
BIÊN BẢN
Họp thôn Ví Dụ 1
Thời gian bắt đầu: 8 giờ 30, ngày 05/02/2026.
Địa điểm: Nhà văn hóa thôn
Thành phần tham dự:
- Đại diện UBND xã;
- 45 hộ dân.
Chủ trì (chủ tọa): Phạm Văn Mẫu
Thư ký (người ghi biên bản): Lý Thị Ví Dụ
Nội dung (theo diễn biến cuộc họp):
1. Trưởng thôn nêu mục đích.
Địa điểm: sẽ chọn sau.
Cuộc họp kết thúc vào 11 giờ 15 phút, ngày 05 tháng 02 năm 2026./.
"""


def test_minutes():
    document = read_text(MINUTES)
    assert (document.type, document.date) == ("BB", dt.date(2026, 2, 5))
    assert document.meeting == Meeting(
        starts=dt.datetime(2026, 2, 5, 8, 30),
        ends=dt.datetime(2026, 2, 5, 11, 15),
        place="Nhà văn hóa thôn",
        chair="Phạm Văn Mẫu",
        secretary="Lý Thị Ví Dụ",
        participants=("Đại diện UBND xã", "45 hộ dân"),
    )


def test_an_invitation():
    document = read_text(
        "GIẤY MỜI\nHọp giao ban\nỦy ban nhân dân xã Thí Dụ trân trọng kính mời: Trưởng các thôn.\n"
        "Tới dự Hội nghị giao ban tháng 02\nChủ trì: Chủ tịch UBND xã\nThời gian: 14h00 ngày 05/02/2026\nĐịa điểm: Hội trường."
    )
    assert document.meeting == Meeting(
        starts=dt.datetime(2026, 2, 5, 14),
        place="Hội trường",
        chair="Chủ tịch UBND xã",
        participants=("Trưởng các thôn",),
        occasion="Hội nghị giao ban tháng 02",
    )


def test_other_documents_have_no_meeting():
    assert read_text("KẾ HOẠCH\nPhát triển hạ tầng\nĐịa điểm: thôn Ví Dụ 1").meeting is None


def test_secretary_and_chair_sign_side_by_side():
    document = read_pieces(
        *(Piece(line) for line in MINUTES.strip().splitlines()),
        Piece(cells=("THƯ KÝ\n(Đã ký)\nLý Thị Ví Dụ", "CHỦ TỌA\n(Đã ký)\nPhạm Văn Mẫu")),
        Piece(cells=("ĐẠI DIỆN CÁC HỘ\nBàn Văn Thí Dụ", ""), index=1),
        Piece("Nơi nhận:"),
        Piece("- Lưu: VT."),
    )
    assert document.signers == (
        Signer("Lý Thị Ví Dụ", "THƯ KÝ", None),
        Signer("Phạm Văn Mẫu", "CHỦ TỌA", None),
        Signer("Bàn Văn Thí Dụ", "ĐẠI DIỆN CÁC HỘ", None),
    )
    assert document.signer == Signer("Phạm Văn Mẫu", "CHỦ TỌA", None)
    assert [(one.name, one.channel) for one in document.recipients] == [("VT", Channel.ARCHIVE)]


def test_a_table_of_the_minutes_is_no_signature():
    document = read_pieces(
        *(Piece(line) for line in MINUTES.strip().splitlines()),
        Piece(cells=("TT", "Họ và tên")),
        Piece(cells=("1", "Bàn Văn Mẫu")),
    )
    assert document.signers == ()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("08 giờ 00 phút, ngày 05 tháng 02 năm 2026", dt.datetime(2026, 2, 5, 8)),
        ("14h30 ngày 5/2/2026", dt.datetime(2026, 2, 5, 14, 30)),
        ("7 giờ ngày 05/02/2026", dt.datetime(2026, 2, 5, 7)),
        ("ngày 05/02/2026", None),
        ("8 giờ", None),
        ("25 giờ ngày 05/02/2026", None),
        ("", None),
    ],
)
def test_moments(text, moment):
    assert parse_moment(text) == moment
