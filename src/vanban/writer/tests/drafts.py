"""One draft of each type a commune writes, about a commune that does not exist."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from vanban.model import Channel, Meeting, Recipient, Signer
from vanban.writer import Appendix, Article, Block, Bullet, Division, Draft, Heading, Run, Table, Text

CHAIR = Signer("Nguyễn Văn Thí Dụ", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN")
DEPUTY = Signer("Trần Thị Mẫu", "PHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH")
ARCHIVE = Recipient("VT, KT", Channel.ARCHIVE)
DAY = dt.date(2026, 2, 4)
PLAN = "Kế hoạch số 21/KH-UBND ngày 07/04/2025 của Ủy ban nhân dân xã Thí Dụ về phát triển kết cấu hạ tầng"
LAW = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025"
LONG = (
    "Trong kỳ báo cáo, Ủy ban nhân dân xã đã chỉ đạo các phòng, ban, đơn vị và các thôn rà soát hiện trạng, cập nhật số liệu, "
    "đôn đốc tiến độ từng công trình; kết quả cụ thể được tổng hợp tại các bảng dưới đây và phụ lục kèm theo."
)


def draft(type_name: str | None, subject: str, symbol: str, *body: Block, **changes: Any) -> Draft:
    """A draft of the commune of the tests."""
    plain = Draft(
        issuer="Ủy ban nhân dân xã Thí Dụ",
        parent_issuer="UBND tỉnh Minh Họa",
        type_name=type_name,
        subject=subject,
        place="Thí Dụ",
        symbol=symbol,
        number="7",
        date=DAY,
        signer=CHAIR,
        recipients=(Recipient("Thường trực Đảng ủy, HĐND xã", Channel.UNSTATED), ARCHIVE),
        body=body,
    )
    return replace(plain, **changes)


def targets(rows: int) -> Table:
    """A table long enough to go over pages."""
    return Table(
        header=("TT", "Mục tiêu", "Yêu cầu", "Hiện trạng"),
        rows=tuple((str(n), "Tỷ lệ đường ngõ, xóm được cứng hóa", "≥ 70 %", "Chưa có số liệu") for n in range(1, rows + 1)),
        widths=(0.08, 0.5, 0.2, 0.22),
        right=frozenset({2}),
    )


MONEY = Table(
    header=("TT", "Công trình", "Kế hoạch vốn", "Đã giải ngân", "Tỷ lệ (%)"),
    rows=(
        ("I", "Giao thông", "4.500,0", "2.250,0", "50,0"),
        ("1", "Đường thôn Ví Dụ 1", "3.000,0", "1.500,0", "50,0"),
        ("2", "Đường thôn Ví Dụ 2", "1.500,0", "750,0", "50,0"),
        ("II", "Trường học", "1.234,5", "0,0", "0,0"),
    ),
    right=frozenset({2, 3, 4}),
    strong=frozenset({0, 3}),
    groups=(("", 1), ("", 1), ("Vốn năm 2026", 3)),
    total=("", "Tổng cộng", "5.734,5", "2.250,0", "39,2"),
    caption="Bảng 1. Vốn đầu tư năm 2026",
    unit="triệu đồng",
)
WIDE = Table(
    header=("TT", "Công trình", *(f"Tháng {month}" for month in range(1, 13)), "Cả năm"),
    rows=tuple((str(n), f"Đường thôn Ví Dụ {n}", *("1.250,5",) * 12, "15.006,0") for n in range(1, 40)),
    right=frozenset(range(2, 15)),
    caption="Bảng 2. Giải ngân từng tháng",
    unit="triệu đồng",
    wide=True,
)

REPORT = draft(
    "Báo cáo",
    "Tình hình thực hiện Kế hoạch phát triển kết cấu hạ tầng giai đoạn 2026 – 2030 trên địa bàn xã Thí Dụ",
    "BC-UBND",
    Text(f"Thực hiện {PLAN}, Ủy ban nhân dân xã báo cáo kết quả như sau:"),
    Heading("I. Kết quả thực hiện"),
    Text(LONG),
    Heading("1. Hạ tầng giao thông", 2),
    Text((Run("Đường: "), Run("12,5 km", bold=True), Run(" đã cứng"), Run("[1]", raised=True), Run(", đạt 80%.", italic=True))),
    Heading("1.1. Đường thôn", 3),
    Bullet("Đường trục thôn: chưa có số liệu;"),
    Bullet("Thôn Ví Dụ 1: đang thi công.", 2),
    Heading("a) Đường nội đồng", 4),
    targets(60),
    Heading("2. Vốn đầu tư", 2),
    MONEY,
    WIDE,
    Heading("II. Kiến nghị"),
    Text("Đề nghị Sở Xây dựng bố trí vốn cho các công trình nêu tại Phụ lục I và Phụ lục II."),
    recipients=(
        Recipient("Các Trưởng thôn", Channel.PAPER),
        Recipient("Thường trực Đảng ủy, HĐND xã", Channel.ELECTRONIC),
        ARCHIVE,
    ),
    addressees=("UBND tỉnh Minh Họa", "Sở Xây dựng tỉnh Minh Họa"),
    appendices=(
        Appendix("Danh mục công trình", (targets(45),)),
        Appendix("Nguồn số liệu", (Heading("I. Nguồn"), Text("Số liệu do các thôn báo cáo."), WIDE), wide=True),
    ),
)  # fmt: skip
KINDS: dict[str, Draft] = {
    "bao-cao": REPORT,
    "ke-hoach": draft(
        "Kế hoạch",
        "Phát triển kết cấu hạ tầng xã Thí Dụ năm 2026",
        "KH-UBND",
        Division("Phần I", "Tình hình chung"),
        Text("Xã có 12 thôn."),
        Division("Phần II", "Mục tiêu, nhiệm vụ"),
        Heading("I. Mục tiêu"),
        Heading("1. Giao thông", 2),
        Text("Tỷ lệ đường thôn được cứng hóa đạt 80%."),
        Heading("II. Tổ chức thực hiện"),
        Text("1. Phòng Kinh tế chủ trì, theo dõi."),
        Text("2. Các thôn phối hợp thực hiện."),
        bases=(LAW, f"Căn cứ {PLAN}"),
        recipients=(Recipient("Đảng ủy xã", Channel.ELECTRONIC), Recipient("Các Trưởng thôn", Channel.PAPER), ARCHIVE),
    ),
    "quyet-dinh": draft(
        "Quyết định",
        "Về việc phê duyệt danh mục công trình năm 2026",
        "QĐ-UBND",
        Article(1, text="Phê duyệt danh mục công trình năm 2026 kèm theo Quyết định này."),
        Article(2, "Tổ chức thực hiện", "Phòng Kinh tế chủ trì, phối hợp với các thôn thực hiện."),
        Article(
            3, text="Chánh Văn phòng HĐND và UBND xã, Trưởng phòng Kinh tế và các thôn chịu trách nhiệm thi hành Quyết định này."
        ),
        authority="Chủ tịch Ủy ban nhân dân xã Thí Dụ",
        signer=Signer("Nguyễn Văn Thí Dụ", "CHỦ TỊCH", None),
        bases=(LAW, f"Căn cứ {PLAN}", "Theo đề nghị của Trưởng phòng Kinh tế"),
        recipients=(Recipient("Như Điều 3", Channel.UNSTATED), ARCHIVE),
        appendices=(Appendix("Danh mục công trình năm 2026", (MONEY,)),),
    ),
    "cong-van": draft(
        None,
        "đề nghị phối hợp rà soát hiện trạng hạ tầng trên địa bàn xã",
        "UBND-KT",
        Text(f"Thực hiện {PLAN}, Ủy ban nhân dân xã đề nghị các cơ quan phối hợp rà soát."),
        Text("Rất mong nhận được sự phối hợp của Quý cơ quan."),
        addressees=("Sở Xây dựng tỉnh Minh Họa", "Sở Nông nghiệp và Môi trường tỉnh Minh Họa"),
        signer=DEPUTY,
        recipients=(Recipient("Như trên", Channel.UNSTATED), ARCHIVE),
    ),
    "to-trinh": draft(
        "Tờ trình",
        "Đề nghị bố trí vốn sửa chữa cầu treo thôn Ví Dụ 3",
        "TTr-UBND",
        Heading("1. Sự cần thiết", 2),
        Text("Cầu đã xuống cấp."),
        Heading("2. Kiến nghị", 2),
        Text("Kính trình Ủy ban nhân dân tỉnh xem xét, quyết định."),
        addressees=("Ủy ban nhân dân tỉnh Minh Họa",),
        bases=(f"Căn cứ {PLAN}",),
        signer=Signer("Lê Văn Ví Dụ", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN Q."),
    ),
    "thong-bao": draft(
        "Thông báo",
        "Kết luận của Chủ tịch Ủy ban nhân dân xã tại cuộc họp giao ban tháng 02 năm 2026",
        "TB-UBND",
        Text("Ngày 03/02/2026, Chủ tịch Ủy ban nhân dân xã chủ trì cuộc họp giao ban và kết luận như sau:"),
        Text("1. Giao Phòng Kinh tế hoàn thành rà soát trước ngày 15/02/2026."),
        Text("2. Các thôn báo cáo số liệu trên hệ thống."),
        signer=Signer("Hoàng Thị Thí Dụ", "CHÁNH VĂN PHÒNG", "TL. CHỦ TỊCH"),
    ),
    "giay-moi": draft(
        "Giấy mời",
        "Họp giao ban tháng 02 năm 2026",
        "GM-UBND",
        Text("Đề nghị các đại biểu đến đúng giờ, mang theo số liệu của đơn vị."),
        meeting=Meeting(
            starts=dt.datetime(2026, 2, 5, 8, 0),
            place="Hội trường Ủy ban nhân dân xã",
            chair="Ông Nguyễn Văn Thí Dụ, Chủ tịch Ủy ban nhân dân xã",
            participants=("Trưởng các phòng chuyên môn", "Trưởng các thôn"),
            occasion="Hội nghị giao ban tháng 02 năm 2026",
        ),
    ),
    "bien-ban": draft(
        "Biên bản",
        "Họp thôn Ví Dụ 1 về việc hiến đất làm đường",
        "BB-UBND",
        Text("1. Trưởng thôn nêu mục đích cuộc họp."),
        Text("2. Các hộ thống nhất phương án tuyến đường."),
        signer=Signer("Phạm Văn Mẫu", "CHỦ TỌA", None),
        cosigners=(Signer("Lý Thị Ví Dụ", "THƯ KÝ", None), Signer("Bàn Văn Thí Dụ", "ĐẠI DIỆN CÁC HỘ", None)),
        meeting=Meeting(
            starts=dt.datetime(2026, 2, 5, 19, 30),
            ends=dt.datetime(2026, 2, 5, 21, 5),
            place="Nhà văn hóa thôn Ví Dụ 1",
            chair="Ông Phạm Văn Mẫu, Trưởng thôn",
            secretary="Bà Lý Thị Ví Dụ",
            participants=("Đại diện Ủy ban nhân dân xã", "45 hộ trong thôn"),
        ),
        recipients=(Recipient("UBND xã", Channel.UNSTATED), Recipient("Hồ sơ thôn", Channel.ARCHIVE)),
    ),
}


def report(**changes: Any) -> Draft:
    """The report above with some of its parts changed."""
    return replace(REPORT, **changes)
