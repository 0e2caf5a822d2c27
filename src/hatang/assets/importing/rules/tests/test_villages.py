"""A village is taken for another one never."""

from __future__ import annotations

import pytest

from hatang.assets.importing.rules.villages import match

VILLAGES = {
    1: "Thôn Nà Ví Dụ",
    2: "Thôn Na Ví Dụ",
    3: "Ví Dụ 1",
    4: "Ví Dụ 10",
    5: "Thôn Mẫu Thượng",
    6: "Thôn Mẫu Hạ",
    7: "Bản Thử",
}


@pytest.mark.parametrize(
    ("text", "village"),
    [
        ("Thôn Nà Ví Dụ", 1),
        ("nà ví dụ", 1),
        ("Thôn Na Ví Dụ", 2),
        ("thôn ví dụ 1", 3),
        ("VÍ DỤ 10", 4),
        ("mau thuong", 5),
        ("Thôn Mẫu Hạ, xã Thí Dụ", 6),
        ("Thôn Thử", 7),
        ("Xóm Thử", 7),
    ],
)
def test_the_same_words_are_the_village(text, village):
    assert match(text, VILLAGES).village == village


@pytest.mark.parametrize(
    "text", ["na vi du", "Ví Dụ 2", "Mẫu", "Mẫu Trung", "Thôn Mẫu Thượng Hạ", "Thôn", "", "Xã Thí Dụ", "Thôn Lạ"]
)
def test_anything_else_is_asked(text):
    assert match(text, VILLAGES).village is None


def test_alike_names_are_offered_nearest_first():
    assert match("Mẫu Thương Hạ", VILLAGES).maybe[0] == 5
    assert set(match("na vi du", VILLAGES).maybe) == {1, 2}
