"""When duties are due."""

from __future__ import annotations

import pytest

from vanban.plan.tests.plans import read_lines


def schedules(line: str, heading: str = "I. TỔ CHỨC THỰC HIỆN"):
    return [(one.kind.value, one.every and one.every.value, one.start, one.due) for one in read_lines(heading, line).schedules]


@pytest.mark.parametrize(
    ("said", "every"),
    [
        ("báo cáo định kỳ hàng quý", ["quarter"]),
        ("báo cáo hằng tháng", ["month"]),
        ("định kỳ 6 tháng, hằng năm báo cáo", ["half_year", "year"]),
        ("hằng quý, 6 tháng và năm báo cáo", ["quarter", "half_year", "year"]),
        ("báo cáo trước ngày 20 hằng tháng", ["month"]),
        ("báo cáo trước ngày 15/12 hằng năm", ["year"]),
        ("báo cáo trước ngày 10 tháng cuối quý", ["quarter"]),
        ("định kỳ tổng hợp kết quả", [None]),
        ("họp mỗi tháng một lần", ["month"]),
    ],
)
def test_recurring(said, every):
    assert schedules(f"1. Phòng Kinh tế {said}.") == [("recurring", one, None, None) for one in every]


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("gửi kế hoạch trước ngày 31/7/2026", "2026-07-31"),
        ("gửi kế hoạch chậm nhất ngày 30 tháng 6 năm 2026", "2026-06-30"),
        ("xây dựng kế hoạch, hoàn thành trong tháng 4 năm 2026", "2026-04"),
        ("trình phê duyệt trong quý III/2026", "2026-Q3"),
        ("tổng kết vào năm 2030", "2030"),
        ("báo cáo trước ngày 15/4", "2026-04-15"),
    ],
)
def test_deadlines(said, due):
    assert schedules(f"1. Phòng Kinh tế {said}.") == [("deadline", None, None, due)]


def test_an_opening_quarter_is_a_deadline():
    assert schedules("- Quý I/2027: lắp đặt 03 máy lọc nước.", heading="I. NHIỆM VỤ") == [("deadline", None, None, "2027-Q1")]


@pytest.mark.parametrize(
    ("said", "start"),
    [("triển khai cao điểm ngay từ quý I/2026", "2026-Q1"), ("thực hiện bắt đầu từ tháng 7/2026", "2026-07")],
)
def test_starts(said, start):
    assert schedules(f"1. Phòng Kinh tế {said}.") == [("start", None, start, None)]


def test_a_period_has_both_ends():
    assert schedules("1. Phòng Kinh tế kiểm tra từ ngày 01/9/2026 đến ngày 15/9/2026.") == [
        ("period", None, "2026-09-01", "2026-09-15")
    ]


def test_unannounced_checks_beside_regular_ones():
    assert schedules("1. Phòng Kinh tế kiểm tra định kỳ hàng quý và đột xuất.") == [
        ("recurring", "quarter", None, None),
        ("ad_hoc", None, None, None),
    ]


def test_a_report_each_month_and_one_at_the_end():
    assert schedules("1. Phòng Kinh tế báo cáo vào ngày 25 hằng tháng, báo cáo tổng kết trước 30/6/2027.") == [
        ("recurring", "month", None, None),
        ("deadline", None, None, "2027-06-30"),
    ]


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        ("1. Phòng Kinh tế triển khai Kế hoạch số 60-KH/ĐU ngày 12/02/2026.", "I. TỔ CHỨC THỰC HIỆN"),
        ("- Tỷ lệ hộ có nước sạch đạt 90% trước năm 2030.", "I. MỤC TIÊU"),
        ("Đến hết năm 2025, toàn xã có 38 km đường.", "I. THỰC TRẠNG"),
    ],
)
def test_dates_of_documents_targets_and_the_past_are_no_schedules(line, heading):
    assert schedules(line, heading) == []
