"""Who does what, and in which role."""

from __future__ import annotations

import pytest

from vanban.plan.model import Role
from vanban.plan.tests.plans import read_lines


def assignments(*lines: str, heading: str = "I. TỔ CHỨC THỰC HIỆN"):
    return [(one.actor, one.role) for one in read_lines(heading, *lines).assignments]


@pytest.mark.parametrize(
    ("duty", "role"),
    [
        ("chủ trì tham mưu triển khai Kế hoạch.", Role.LEADS),
        ("là cơ quan thường trực, theo dõi việc thực hiện.", Role.LEADS),
        ("tổng hợp báo cáo UBND xã.", Role.LEADS),
        ("chỉ đạo triển khai tại địa bàn.", Role.DIRECTS),
        ("phối hợp triển khai Kế hoạch.", Role.COOPERATES),
        ("kiểm tra, giám sát việc thực hiện.", Role.SUPERVISES),
        ("tuyên truyền đến từng hộ dân.", Role.CARRIES_OUT),
        ("tham gia thành lập Ban Chỉ đạo.", Role.CARRIES_OUT),
    ],
)
def test_roles(duty, role):
    assert assignments(f"1. Phòng Kinh tế {duty}") == [("Phòng Kinh tế", role)]


@pytest.mark.parametrize(
    "actor",
    [
        "Sở Xây dựng",
        "Phòng Quản lý thương mại",
        "Ban Quản lý dự án",
        "Ban Chỉ đạo các chương trình",
        "Ủy ban Kiểm tra Đảng ủy",
        "Uỷ ban nhân dân các xã",
        "Đảng ủy xã",
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
        "Thường trực Hội đồng nhân dân xã",
        "Hiệu trưởng các trường học",
        "Trưởng các thôn",
    ],
)
def test_a_verb_inside_a_name_does_not_cut_it(actor):
    assert assignments(f"1. {actor} thực hiện Kế hoạch này.") == [(actor, Role.CARRIES_OUT)]


def test_leading_with_others_is_two_assignments():
    assert assignments("1. Giao Phòng Kinh tế chủ trì, phối hợp với Văn phòng HĐND và UBND xã, các thôn tổ chức thực hiện.") == [
        ("Phòng Kinh tế", Role.LEADS),
        ("Văn phòng HĐND và UBND xã, các thôn", Role.COOPERATES),
    ]


def test_a_person_keeps_the_office_and_loses_the_form_of_address():
    found = assignments("- Phân công đồng chí Nguyễn Văn Mẫu - Phó Chủ tịch UBND xã chỉ đạo triển khai.", heading="I. GIẢI PHÁP")
    assert found == [("Nguyễn Văn Mẫu - Phó Chủ tịch UBND xã", Role.DIRECTS)]


def test_the_unit_of_a_heading_does_what_stands_under_it_once_per_role():
    found = assignments("1. Phòng Kinh tế", "- Chủ trì triển khai Kế hoạch.", "- Tham mưu bố trí vốn.", "- Mở lớp tập huấn.")
    assert found == [("Phòng Kinh tế", Role.LEADS), ("Phòng Kinh tế", Role.CARRIES_OUT)]


def test_under_a_units_heading_a_verb_is_not_taken_for_an_actor():
    assert assignments("1. UBND xã: Ban hành kế hoạch hằng năm; tổ chức sơ kết.") == [("UBND xã", Role.CARRIES_OUT)]


def test_two_asked_in_one_sentence():
    found = assignments("1. Đề nghị Đảng ủy xã quan tâm lãnh đạo; đề nghị Mặt trận Tổ quốc xã giám sát.")
    assert found == [("Đảng ủy xã", Role.CARRIES_OUT), ("Mặt trận Tổ quốc xã", Role.SUPERVISES)]


def test_all_whom_a_decision_charges_are_one_actor():
    charged = "Chánh Văn phòng UBND xã, Trưởng các phòng, Trưởng các thôn và các đơn vị liên quan"
    found = assignments(f"Điều 3. {charged} chịu trách nhiệm thi hành Quyết định này.", heading="Điều 1. Ban hành Kế hoạch.")
    assert found == [(charged, Role.CARRIES_OUT)]


def test_measures_without_an_order_assign_nothing():
    assert assignments("- Các phòng chuyên môn tăng cường tuyên truyền.", heading="I. GIẢI PHÁP") == []
