"""Other documents named in a text."""

from __future__ import annotations

import pytest

from vanban.reader.references import find_references


def brief(text: str):
    return [(one.type, one.number, one.symbol, one.date and one.date.isoformat(), one.issuer) for one in find_references(text)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Đề án số 21-ĐA/TU ngày 11/12/2025 của Tỉnh ủy Minh Họa về phát triển hạ tầng",
            ("ĐA", "21", "ĐA/TU", "2025-12-11", "Tỉnh ủy Minh Họa"),
        ),
        (
            "Nghị định số 85/2025/NĐ-CP ngày 08 tháng 4 năm 2025 của Chính phủ quy định chi tiết",
            ("NĐ", "85/2025", "NĐ-CP", "2025-04-08", "Chính phủ"),
        ),
        (
            "Chương trình số 11-CTr/TU, ngày 10/02/2026 của Tỉnh ủy Minh Họa",
            ("CTr", "11", "CTr/TU", "2026-02-10", "Tỉnh ủy Minh Họa"),
        ),
        ("Luật Đầu tư công số 58/2024/QH15", ("Luật", "58/2024", "QH15", None, None)),
        ("Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", ("Luật", None, None, "2025-06-16", None)),
        ("Tờ trình số 87/TTr-SXD ngày 12 tháng 5 năm 2026", ("TTr", "87", "TTr-SXD", "2026-05-12", None)),
    ],
)
def test_what_a_mention_says(said, expected):
    assert brief(f"Căn cứ {said}.") == [expected]


def test_spellings_of_one_document_are_one_reference_with_every_place():
    text = "Kế hoạch số 60KH/ĐU ngày 12/02/2026; Kế hoạch số 60-KH/ĐU; KH số 60 - KH/ĐU."
    [one] = find_references(text)
    assert (one.type, one.number, one.symbol, str(one.date)) == ("KH", "60", "KH/ĐU", "2026-02-12")
    assert len(one.spans) == 3
    assert all("60" in text[start:end] for start, end in one.spans)


def test_the_document_itself_is_no_reference():
    assert find_references("Quyết định số 5/QĐ-UBND ngày 02/3/2026", ("5", "QĐ-UBND")) == ()


@pytest.mark.parametrize(
    "text", ["Phụ lục số 5 của Kế hoạch", "xây dựng 12 Km đường", "năm 2026 UBND xã", "trạm BTS 4G", "tổ 7 TDP"]
)
def test_what_only_looks_like_a_number(text):
    assert find_references(text) == ()
