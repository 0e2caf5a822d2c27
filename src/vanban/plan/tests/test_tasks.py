"""Tasks: the verb, what it is done to, and how much of it."""

from __future__ import annotations

import pytest

from vanban.plan.model import Quantity
from vanban.plan.tests.plans import read_lines


def tasks(*lines: str, heading: str = "I. NHIỆM VỤ"):
    return read_lines(heading, *lines).tasks


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Đầu tư xây dựng mới 4 phòng học mầm non.", [("Đầu tư xây dựng mới", "phòng học mầm non")]),
        ("- Kiên cố hóa thêm khoảng 5 km kênh mương.", [("Kiên cố hóa thêm", "kênh mương")]),
        (
            "- Xây dựng 4 phòng học; 10 bộ thiết bị dạy học.",
            [("Xây dựng", "phòng học"), ("Xây dựng", "bộ thiết bị dạy học")],
        ),
        (
            "- Nâng cấp 3 km đường trục thôn, xây dựng 2 cầu dân sinh.",
            [("Nâng cấp", "đường trục thôn"), ("xây dựng", "cầu dân sinh")],
        ),
        (
            "- Sửa chữa 14 phòng học và thay mới 60 bộ bàn ghế.",
            [("Sửa chữa", "phòng học"), ("thay mới", "bộ bàn ghế")],
        ),
        ("- Duy tu, bảo dưỡng các tuyến đường liên thôn.", [("Duy tu, bảo dưỡng", "các tuyến đường liên thôn")]),
        ("- Phối hợp với ngành điện lắp đặt 2 trạm biến áp.", [("Phối hợp với ngành điện lắp đặt", "trạm biến áp")]),
        ("- Trong quý IV/2026, sửa chữa 2 nhà văn hóa.", [("sửa chữa", "nhà văn hóa")]),
        ("- Hằng năm tổ chức 2 lớp tập huấn.", [("tổ chức", "lớp tập huấn")]),
        ("- Mỗi thôn thành lập 01 tổ vệ sinh môi trường.", [("thành lập", "tổ vệ sinh môi trường")]),
        ("- Trồng 200 cây xanh, trong đó 50 cây bóng mát.", [("Trồng", "cây xanh, trong đó 50 cây bóng mát")]),
    ],
)
def test_action_and_object(line, expected):
    assert [(one.action, one.object) for one in tasks(line)] == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Nạo vét 4,5 km kênh mương", [Quantity(4.5, "km", "kênh mương")]),
        ("Nạo vét hơn 4 km kênh mương", [Quantity(4, "km", "kênh mương", True)]),
        ("Mua sắm 1.200 bộ bàn ghế cho các trường", [Quantity(1200, "bộ", "bàn ghế")]),
        ("Xây dựng 02 trạm biến áp và 3 km đường dây", [Quantity(2, "trạm biến áp", None), Quantity(3, "km", "đường dây")]),
        (
            "Xây dựng 7 hạng mục phụ trợ (mầm non 2 phòng, tiểu học 5 phòng)",
            [Quantity(7, "hạng mục", "phụ trợ"), Quantity(2, "phòng", "mầm non"), Quantity(5, "phòng", "tiểu học")],
        ),
        ("Xây dựng công trình cấp nước công suất 500 m3/ngày đêm", [Quantity(500, "m3/ngày đêm", None)]),
        ("Lắp đặt 3 quạt thông gió", [Quantity(3, "quạt", "thông gió")]),
        ("Sửa chữa 2 km đường thôn Ví Dụ 4", [Quantity(2, "km", "đường thôn Ví Dụ 4")]),
        ("Sửa chữa cầu thôn Ví Dụ 2 theo Quyết định số 15 ngày 02/3/2026 trong quý II/2026", []),
    ],
)
def test_quantities(said, expected):
    [one] = tasks(f"- {said}.")
    assert list(one.quantities) == expected


def test_a_bracket_is_no_task_of_its_own():
    assert len(tasks("- Đầu tư thiết bị (xe đẩy tay; thùng rác) cho các thôn.")) == 1


def test_a_deadline_alone_is_no_task():
    assert [one.object for one in tasks("- Xây dựng kè chống sạt lở; hoàn thành trước ngày 30/8/2027.")] == ["kè chống sạt lở"]


def test_measures_are_tasks_only_where_they_count():
    found = tasks("- Đẩy mạnh tuyên truyền.", "- Huy động 5 tỷ đồng từ nguồn xã hội hóa.", heading="I. GIẢI PHÁP")
    assert [one.quantities for one in found] == [(Quantity(5, "tỷ đồng", None),)]


def test_a_heading_on_its_own_line_is_no_task():
    found = tasks("Phần II", "NHIỆM VỤ, GIẢI PHÁP", "1. Xây dựng 2 km đường xã.")
    assert [one.object for one in found] == ["đường xã"]
