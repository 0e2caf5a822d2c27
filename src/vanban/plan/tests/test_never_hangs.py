"""No wording makes reading hang, however often it is repeated and however long the plan."""

from __future__ import annotations

import time

import pytest

from vanban.plan.tests.plans import read_lines
from vanban.plan.tests.test_bundled_plan import PLAN

SECONDS = 30  # a guard against hanging, not a figure of speed: those are in bench/
TIRING = [
    "trong năm 2030 ",
    "đến hết năm 2030, ",
    "đầu tư xây dựng ",
    "xây dựng mới, đầu tư xây dựng và ",
    "từ 5% xuống còn ",
    "phấn đấu ",
    "tỷ lệ ",
    "giảm ",
    "phối hợp với ",
    "giao Phòng Kinh tế ",
    "hằng quý, 6 tháng, ",
    "đạt 80% ",
    "12.345,6 km ",
    "số 60-KH/ĐU ngày ",
    "(",
    "((a) ",
    "- ",
    "a) ",
    "quý I/2026 đến ",
    "Nguyễn ",
    "; ",
    "1.1.",
    "và ",
    "Phòng ",
    "Luật Đầu tư ",
]


@pytest.mark.parametrize("words", TIRING)
@pytest.mark.parametrize("heading", ["I. MỤC TIÊU", "I. NHIỆM VỤ", "I. TỔ CHỨC THỰC HIỆN"])
def test_the_same_words_over_and_over(words, heading):
    start = time.monotonic()
    read_lines(
        heading,
        "- Tỷ lệ " + words * 120 + "x 5 km.",
        words * 120 + "x 5 km",
        "Đạt 80% " + words * 120 + "x 5%.",
        "TM. ỦY BAN NHÂN DÂN",
        words * 40,
    )
    assert time.monotonic() - start < SECONDS


def test_a_hundred_pages():
    body = PLAN.read_text(encoding="utf-8").split("I. MỤC ĐÍCH", 1)[1].split("Nơi nhận", 1)[0].splitlines()
    start = time.monotonic()
    reading = read_lines(*(line for _ in range(25) for line in ("I. MỤC ĐÍCH", *body[1:])))
    assert len(reading.targets) > 19
    assert time.monotonic() - start < 60
