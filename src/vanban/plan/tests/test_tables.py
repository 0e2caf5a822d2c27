"""Tables of targets, of works, of duties and of people."""

from __future__ import annotations

from vanban.plan.model import Comparator, Quantity, Role, Sector
from vanban.plan.tests.plans import read_table


def test_each_year_of_a_table_of_targets_is_a_target():
    reading = read_table(
        "I. CÁC CHỈ TIÊU",
        ("TT", "Chỉ tiêu", "Đơn vị tính", "Hiện trạng 2025", "Mục tiêu năm 2028", "Mục tiêu năm 2030"),
        ("I", "Nước sạch", "", "", "", ""),
        ("1", "Tỷ lệ hộ dùng nước sạch", "%", "41", "55,5", "≥ 70"),
        ("II", "Y tế", "", "", "", ""),
        ("2", "Số người khám định kỳ", "người", "100", "1.200", "-"),
    )
    assert [(t.subject, t.comparator, t.value, t.unit, t.year, t.sector) for t in reading.targets] == [
        ("Tỷ lệ hộ dùng nước sạch", Comparator.EQUAL, 55.5, "%", 2028, Sector.WATER),
        ("Tỷ lệ hộ dùng nước sạch", Comparator.AT_LEAST, 70, "%", 2030, Sector.WATER),
        ("Số người khám định kỳ", Comparator.EQUAL, 1200, "người", 2028, Sector.HEALTH),
    ]


def test_a_row_of_duties_is_a_task_its_actors_and_its_time():
    reading = read_table(
        "I. NHIỆM VỤ",
        ("TT", "Nội dung", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành"),
        ("1", "Sửa chữa 05 công trình cấp nước", "Phòng Kinh tế", "Các thôn", "Quý III/2026"),
        ("2", "Lấy 36 mẫu nước", "Phòng Kinh tế", "", "Hằng quý"),
    )
    assert [(t.action, t.object, t.quantities) for t in reading.tasks] == [
        ("Sửa chữa", "công trình cấp nước", (Quantity(5, "công trình", "cấp nước"),)),
        ("Lấy", "mẫu nước", (Quantity(36, "mẫu", "nước"),)),
    ]
    assert [(a.actor, a.role) for a in reading.assignments] == [
        ("Phòng Kinh tế", Role.LEADS),
        ("Các thôn", Role.COOPERATES),
        ("Phòng Kinh tế", Role.LEADS),
    ]
    assert [(s.kind.value, s.due) for s in reading.schedules] == [("deadline", "2026-Q3"), ("recurring", None)]


def test_works_take_their_quantity_from_the_column_of_size_and_leave_the_total_out():
    reading = read_table(
        "Phụ lục I. DANH MỤC CÔNG TRÌNH",
        ("STT", "Tên công trình", "Địa điểm", "Quy mô", "Tổng mức đầu tư (triệu đồng)", "Thời gian thực hiện"),
        ("1", "Xây dựng cầu Ví Dụ", "Thôn Ví Dụ 1", "24 m", "1.500", "2026 - 2027"),
        ("", "Tổng cộng", "", "", "1.500", ""),
    )
    assert [(t.path, t.action, t.object, t.quantities) for t in reading.tasks] == [
        ("PL.I", "Xây dựng", "cầu Ví Dụ", (Quantity(24, "m", None),))
    ]
    assert [(s.kind.value, s.start, s.due) for s in reading.schedules] == [("period", "2026", "2027")]


def test_people_and_what_they_answer_for():
    reading = read_table(
        "I. PHÂN CÔNG THÀNH VIÊN",
        ("STT", "Họ và tên", "Nhiệm vụ"),
        ("1", "Nguyễn Văn Mẫu - Chủ tịch UBND xã", "Chỉ đạo chung"),
        ("2", "Trần Thị Mẫu - Trưởng phòng Kinh tế", "Theo dõi thôn Ví Dụ 1"),
    )
    assert [(a.actor, a.role) for a in reading.assignments] == [
        ("Nguyễn Văn Mẫu - Chủ tịch UBND xã", Role.DIRECTS),
        ("Trần Thị Mẫu - Trưởng phòng Kinh tế", Role.CARRIES_OUT),
    ]


def test_a_table_of_something_else_gives_nothing():
    reading = read_table("I. MỤC TIÊU", ("Màu", "Chữ"), ("đỏ", "a"), ("xanh", "b"))
    assert (reading.targets, reading.tasks, reading.assignments, reading.schedules) == ((), (), (), ())


def test_the_quote_of_a_row_is_the_row():
    reading = read_table("I. CHỈ TIÊU", ("TT", "Chỉ tiêu", "ĐVT", "Năm 2027"), ("1", "Tỷ lệ hộ có điện", "%", "99,5"))
    assert [t.quote for t in reading.targets] == ["1 | Tỷ lệ hộ có điện | % | 99,5"]
