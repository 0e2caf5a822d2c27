"""Targets: what is measured, against what, by when."""

from __future__ import annotations

import pytest

from vanban.plan.model import Comparator, Kind
from vanban.plan.tests.plans import read_lines


def targets(*lines: str):
    return read_lines("I. MỤC TIÊU", *lines).targets


def brief(*lines: str):
    return [(one.subject, one.comparator.value, one.value) for one in targets(*lines)]


@pytest.mark.parametrize(
    ("said", "comparator", "value", "value_max"),
    [
        ("đạt 80%", "=", 80, None),
        ("đạt 80% trở lên", ">=", 80, None),
        ("đạt từ 80% trở lên", ">=", 80, None),
        ("đạt tối thiểu 80%", ">=", 80, None),
        ("đạt ít nhất 80%", ">=", 80, None),
        ("không dưới 80%", ">=", 80, None),
        ("đạt trên 80%", ">", 80, None),
        ("vượt 80%", ">", 80, None),
        ("dưới 5%", "<", 5, None),
        ("không quá 5%", "<=", 5, None),
        ("tối đa 5%", "<=", 5, None),
        ("ở mức 5% trở xuống", "<=", 5, None),
        ("giảm còn 5%", "<=", 5, None),
        ("giảm xuống còn 5%", "<=", 5, None),
        ("đạt khoảng 80%", "~", 80, None),
        ("đạt xấp xỉ 80%", "~", 80, None),
        ("ước đạt 80%", "~", 80, None),
        ("đạt từ 75% đến 80%", "between", 75, 80),
        ("đạt 75 - 80%", "between", 75, 80),
        ("đạt 98,75%", "=", 98.75, None),
    ],
)
def test_comparators(said, comparator, value, value_max):
    [one] = targets(f"- Tỷ lệ hộ dùng nước sạch {said}.")
    assert (one.subject, one.unit, one.kind) == ("Tỷ lệ hộ dùng nước sạch", "%", Kind.RATIO)
    assert (one.comparator.value, one.value, one.value_max) == (comparator, value, value_max)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "- Tỷ lệ đường xã được nhựa hóa đạt 100%; tỷ lệ đường thôn được cứng hóa đạt 80% trở lên.",
            [("Tỷ lệ đường xã được nhựa hóa", "=", 100), ("tỷ lệ đường thôn được cứng hóa", ">=", 80)],
        ),
        ("- Nhà văn hóa, sân thể thao và điểm vui chơi đạt 100%.", [("Nhà văn hóa, sân thể thao và điểm vui chơi", "=", 100)]),
        (
            "- 100% thôn có cụm loa, tỷ lệ hộ có internet đạt 80%.",
            [("thôn có cụm loa", "=", 100), ("tỷ lệ hộ có internet", "=", 80)],
        ),
        (
            "- 85% đường trục thôn và 62% đường ngõ xóm được cứng hóa.",
            [("đường trục thôn", "=", 85), ("đường ngõ xóm được cứng hóa", "=", 62)],
        ),
        (
            "- Tỷ lệ trường đạt chuẩn đạt 90% (trong đó 100% phòng học kiên cố).",
            [("Tỷ lệ trường đạt chuẩn", "=", 90), ("phòng học kiên cố", "=", 100)],
        ),
        (
            "- Kiên cố hóa 18,5 km kênh mương, nâng tỷ lệ kênh mương được kiên cố hóa lên 85%.",
            [("Kiên cố hóa kênh mương", "=", 18.5), ("tỷ lệ kênh mương được kiên cố hóa", "=", 85)],
        ),
    ],
)
def test_several_targets_in_one_sentence(line, expected):
    assert brief(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- Giảm tỷ lệ hộ nghèo từ 15% xuống còn 8%.", ("tỷ lệ hộ nghèo", "<=", 8)),
        ("- Phấn đấu tăng thêm 12% tỷ lệ hộ dùng nước sạch.", ("tăng thêm tỷ lệ hộ dùng nước sạch", "=", 12)),
        ("- Mỗi năm giảm ít nhất 2% tỷ lệ hộ nghèo.", ("giảm tỷ lệ hộ nghèo", ">=", 2)),
        ("- Nâng tỷ lệ che phủ rừng lên 70%.", ("tỷ lệ che phủ rừng", "=", 70)),
    ],
)
def test_a_change_is_measured_with_its_verb_and_a_level_without(line, expected):
    assert brief(line) == [expected]


@pytest.mark.parametrize(
    ("line", "subject", "value", "unit"),
    [
        (
            "- Thu nhập bình quân đầu người đạt 48 triệu đồng/người/năm.",
            "Thu nhập bình quân đầu người",
            48,
            "triệu đồng/người/năm",
        ),
        ("- Có 4 trường đạt chuẩn quốc gia.", "trường đạt chuẩn quốc gia", 4, "trường"),
        ("- Mỗi thôn có ít nhất 01 tổ thu gom rác.", "Mỗi thôn có tổ thu gom rác", 1, "tổ"),
        ("- Tổng vốn huy động đạt 1.250,5 tỷ đồng.", "Tổng vốn huy động", 1250.5, "tỷ đồng"),
        ("- Số hộ chưa có điện còn dưới 20 hộ.", "Số hộ chưa có điện", 20, "hộ"),
        ("- Duy trì 5/5 trường đạt chuẩn quốc gia.", "trường đạt chuẩn quốc gia", 5, "trường"),
        ("- Có 3 quạt thông gió tại chợ.", "quạt thông gió tại chợ", 3, "quạt"),
    ],
)
def test_counts(line, subject, value, unit):
    [one] = targets(line)
    assert (one.kind, one.subject, one.value, one.unit) == (Kind.COUNT, subject, value, unit)


def test_a_state_to_keep_has_no_value():
    [one] = targets("- Tiếp tục duy trì xã đạt Tiêu chí quốc gia về y tế.")
    assert (one.kind, one.comparator, one.value, one.unit) == (Kind.STATUS, Comparator.MAINTAIN, None, None)
    assert one.subject == "xã đạt Tiêu chí quốc gia về y tế"


def test_a_state_to_reach():
    [one] = targets("- Được công nhận xã đạt chuẩn nông thôn mới vào năm 2029.")
    assert (one.kind, one.comparator, one.year) == (Kind.STATUS, Comparator.EXISTS, 2029)


def test_things_to_have_are_one_target_each():
    have = targets("- Xã có sân vận động, có nhà thi đấu đa năng.")
    assert [(one.kind, one.subject) for one in have] == [
        (Kind.EXISTENCE, "Xã có sân vận động"),
        (Kind.EXISTENCE, "có nhà thi đấu đa năng"),
    ]


def test_one_target_for_each_year():
    years = targets("- Tỷ lệ hộ dùng nước sạch đạt 70% năm 2027, 90% năm 2030.")
    assert [(one.subject, one.value, one.year) for one in years] == [
        ("Tỷ lệ hộ dùng nước sạch", 70, 2027),
        ("Tỷ lệ hộ dùng nước sạch", 90, 2030),
    ]


def test_year_of_the_sentence_then_of_the_section_then_of_the_plan():
    found = read_lines(
        "I. MỤC TIÊU",
        "1. Mục tiêu năm 2027",
        "- Tỷ lệ hộ dùng nước sạch đạt 50%; năm 2028, tỷ lệ hộ dùng điện đạt 99%.",
        "2. Mục tiêu khác",
        "- Tỷ lệ đường thôn được cứng hóa đạt 80%.",
    ).targets
    assert [one.year for one in found] == [2027, 2028, 2030]


def test_a_year_that_is_only_compared_with_is_not_the_targets():
    [one] = targets("- Tỷ lệ hộ dùng nước sạch tăng 5% so với năm 2025.")
    assert one.year == 2030


def test_an_opening_year_holds_for_the_whole_sentence():
    found = targets("- Đến năm 2028: tỷ lệ hộ có điện đạt 99%; tỷ lệ hộ có nước sạch đạt 60%.")
    assert [one.year for one in found] == [2028, 2028]


def test_aspirational_by_the_sentence_or_its_lead_in():
    found = targets(
        "- Phấn đấu 100% hộ dân có điện.",
        "- Tỷ lệ hộ có nước sạch đạt 60%.",
        "Phấn đấu đến năm 2030:",
        "- 80% đường được cứng hóa.",
    )
    assert [one.aspirational for one in found] == [True, False, True]


def test_the_quote_is_the_words_from_the_subject_to_the_value():
    [one] = targets("- Phấn đấu nâng tỷ lệ hộ dùng nước sạch đạt 60%.")
    assert one.quote == "Phấn đấu nâng tỷ lệ hộ dùng nước sạch đạt 60%"


def test_numbers_outside_goals_are_no_targets():
    assert read_lines("I. THỰC TRẠNG", "Tỷ lệ hộ dùng nước sạch đạt 40%.", "II. NHIỆM VỤ", "- Đấu nối 85 hộ.").targets == ()


def test_a_goal_that_says_nothing_measurable_is_listed_as_unread():
    reading = read_lines("I. MỤC TIÊU CỤ THỂ", "- Diện mạo nông thôn khang trang hơn.")
    assert reading.targets == ()
    assert [reading.text[slice(*one.span)] for one in reading.unread if "mục tiêu" in one.why] == [
        "Diện mạo nông thôn khang trang hơn."
    ]
