"""The years a document speaks for."""

from __future__ import annotations

import pytest

from vanban.reader.period import find_period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("giai đoạn 2026 - 2030", (2026, 2030)),
        ("giai đoạn 2026–2030, tầm nhìn đến năm 2045", (2026, 2030)),
        ("từ năm 2026 đến năm 2028", (2026, 2028)),
        ("năm 2027", (2027, 2027)),
        ("năm 2026, định hướng đến năm 2028", (2026, 2028)),
        ("đến năm 2030", (2026, 2030)),
        ("NĂM 2026", (2026, 2026)),
        ("không nói năm nào", None),
        ("giai đoạn 2030 - 2026", None),
    ],
)
def test_period(text, period):
    assert find_period(text, issued=2026) == period


def test_the_subject_comes_before_the_opening():
    assert find_period("Phát triển hạ tầng năm 2027", "giai đoạn 2021 - 2025") == (2027, 2027)
