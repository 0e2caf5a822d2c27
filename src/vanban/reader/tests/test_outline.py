"""Numbered parts, as a tree with paths."""

from __future__ import annotations

from vanban.reader.tests.documents import read_text


def parts(*lines: str):
    return [(part.path, part.heading) for part in read_text("\n".join(("KẾ HOẠCH", "Phát triển hạ tầng", *lines))).parts()]


def test_roman_arabic_and_letters():
    assert parts("I. MỤC TIÊU", "1. Giao thông", "a) Đường xã", "b) Đường thôn", "2. Điện", "II. NHIỆM VỤ") == [
        ("I", "MỤC TIÊU"),
        ("I.1", "Giao thông"),
        ("I.1.a", "Đường xã"),
        ("I.1.b", "Đường thôn"),
        ("I.2", "Điện"),
        ("II", "NHIỆM VỤ"),
    ]


def test_party_documents_number_with_dashes():
    assert parts("I- MỤC TIÊU", "1- Mục tiêu chung", "2- Mục tiêu đến năm 2030", "II- NHIỆM VỤ") == [
        ("I", "MỤC TIÊU"),
        ("I.1", "Mục tiêu chung"),
        ("I.2", "Mục tiêu đến năm 2030"),
        ("II", "NHIỆM VỤ"),
    ]


def test_dotted_numbers_repeat_the_path_above_them():
    assert [path for path, _ in parts("I. MỤC TIÊU", "1. Chung", "1.1. Giao thông", "1.2. Điện", "2. Riêng")] == [
        "I",
        "I.1",
        "I.1.1",
        "I.1.2",
        "I.2",
    ]


def test_parts_and_sections_with_headings_on_the_next_line():
    assert parts("Phần thứ nhất", "THỰC TRẠNG", "Mục 1. Kết quả", "Phần thứ hai", "MỤC TIÊU", "I. CHUNG") == [
        ("I", "THỰC TRẠNG"),
        ("I.1", "Kết quả"),
        ("II", "MỤC TIÊU"),
        ("II.I", "CHUNG"),
    ]


def test_articles_hold_numbers_and_letters():
    found = parts("Điều 1. Mục tiêu", "1. Đường xã đạt 100%.", "a) Cứng hóa đường thôn.", "Điều 2. Tổ chức thực hiện")
    assert found == [("1", "Mục tiêu"), ("1.1", ""), ("1.1.a", ""), ("2", "Tổ chức thực hiện")]


def test_a_heading_ends_at_its_colon_and_running_text_has_none():
    assert parts("I. MỤC TIÊU", "1. Hạ tầng điện: Phấn đấu 100% hộ có điện.", "2. Cứng hóa đường, xây cầu.") == [
        ("I", "MỤC TIÊU"),
        ("I.1", "Hạ tầng điện"),
        ("I.2", ""),
    ]


def test_dashes_are_text():
    assert parts("I. MỤC TIÊU", "- Đường xã đạt 100%;", "+ Đường thôn đạt 80%.") == [("I", "MỤC TIÊU")]


def test_numbers_inside_running_text_are_no_parts():
    assert parts("I. MỤC TIÊU", "Đường xã dài", "7. 500 m đã xuống cấp") == [("I", "MỤC TIÊU")]


def test_a_span_holds_the_part_with_its_children():
    document = read_text("KẾ HOẠCH\nPhát triển\nI. MỤC TIÊU\n1. Điện\nĐủ điện.\nII. NHIỆM VỤ")
    first = document.outline[0]
    assert first.span[0] < first.children[0].span[0]
    assert first.span[1] == first.children[0].span[1] < document.outline[1].span[0]
