"""A draft with everything in it, about a commune that does not exist."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from vanban.model import Channel, Recipient, Signer
from vanban.writer import Draft, Heading, Table, Text

REPORT = Draft(
    issuer="Ủy ban nhân dân xã Thí Dụ",
    parent_issuer="Tỉnh Minh Họa",
    type_name="Báo cáo",
    subject="Tình hình thực hiện Kế hoạch phát triển kết cấu hạ tầng giai đoạn 2026 – 2030 trên địa bàn xã Thí Dụ",
    place="Thí Dụ",
    symbol="BC-UBND",
    number="7",
    date=dt.date(2026, 2, 4),
    signer=Signer("Nguyễn Văn Thí Dụ", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),
    recipients=(
        Recipient("Thường trực Đảng ủy, HĐND xã", Channel.ELECTRONIC),
        Recipient("Các Trưởng thôn", Channel.PAPER),
        Recipient("VT, KT", Channel.ARCHIVE),
    ),
    body=(
        Text("Căn cứ Kế hoạch số 21/KH-UBND ngày 07/04/2026 của UBND xã Thí Dụ;", italic=True),
        Heading("I. KẾT QUẢ THỰC HIỆN"),
        Heading("1. Hạ tầng giao thông", 2),
        Text("Tỷ lệ đường trục thôn, liên thôn được cứng hóa: chưa có số liệu."),
        Table(
            header=("TT", "Mục tiêu", "Yêu cầu", "Hiện trạng"),
            rows=tuple((str(n), "Tỷ lệ đường ngõ, xóm được cứng hóa", "≥ 70 %", "Chưa có số liệu") for n in range(60)),
            widths=(0.08, 0.5, 0.2, 0.22),
            right=frozenset({2}),
        ),
    ),
)


def report(**changes: Any) -> Draft:
    """The draft above with some of its parts changed."""
    return replace(REPORT, **changes)
