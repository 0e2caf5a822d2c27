"""What LibreOffice makes of the written files, page by page, against Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from __future__ import annotations

import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pdfplumber
import pytest

from vanban.writer import layout, to_pdf, write_docx
from vanban.writer.tests.drafts import KINDS

pytestmark = pytest.mark.office

MM = 72 / 25.4
SLACK = 1.5  # points: half the width of a table's line, and what rounding to twentieths adds up to
SAME_MEASURES = ("TimesNewRoman", "LiberationSerif", "Tinos", "NimbusRoman", "TeXGyreTermes", "FreeSerif")


@cache
def has_the_font() -> bool:
    answer = subprocess.run(["fc-match", "-f", "%{family}", layout.FONT], check=False, capture_output=True, text=True)
    return answer.stdout.replace(" ", "").startswith(SAME_MEASURES)


@cache
def pages(name):
    """The pages of a draft as plain values: size, characters, words, lines."""
    with tempfile.TemporaryDirectory() as folder:
        word, made = Path(folder) / "a.docx", Path(folder) / "a.pdf"
        word.write_bytes(write_docx(KINDS[name]))
        to_pdf(word, made)
        with pdfplumber.open(made) as pdf:
            return [Page(page) for page in pdf.pages]


class Page:
    def __init__(self, page):
        self.width, self.height = float(page.width), float(page.height)
        self.chars = [char for char in page.chars if char["text"].strip()]
        self.words = page.extract_words()
        self.text = page.extract_text() or ""
        self.strokes = [*page.lines, *page.rects, *page.curves]

    @property
    def in_top_margin(self):
        return [word for word in self.words if word["bottom"] < 20 * MM]

    def word(self, text):
        return next(word for word in self.words if word["text"] == text)


def assert_within_the_margins(page):
    left, right = 30 * MM - SLACK, page.width - 20 * MM + SLACK
    for item in (*page.chars, *page.strokes):
        assert left <= item["x0"] <= item["x1"] <= right, item
        assert item["bottom"] <= page.height - 20 * MM + SLACK, item


def assert_a4(page):
    assert sorted((round(page.width / MM), round(page.height / MM))) == [210, 297]


@pytest.mark.parametrize("name", KINDS)
def test_pages_are_a4(name):
    for page in pages(name):
        assert_a4(page)


@pytest.mark.parametrize("name", KINDS)
def test_nothing_stands_outside_the_margins(name):
    for page in pages(name):
        assert_within_the_margins(page)
        assert all(word["text"].isdigit() for word in page.in_top_margin)
        assert all(item["top"] >= 20 * MM - SLACK for item in page.strokes)


@pytest.mark.parametrize("name", KINDS)
def test_every_letter_is_times_new_roman_in_black(name):
    if not has_the_font():
        pytest.skip("CẦN / NEEDS: fonts-liberation2")
    for page in pages(name):
        for char in page.chars:
            assert char["fontname"].split("+")[-1].replace("-", "").startswith(SAME_MEASURES)
            assert set(char["non_stroking_color"] or (0,)) == {0}


@pytest.mark.parametrize("name", KINDS)
def test_the_first_page_has_no_number_and_the_second_has_it_in_the_middle_of_the_top_margin(name):
    first, *rest = pages(name)
    assert first.in_top_margin == []
    if rest and not KINDS[name].appendices:
        assert [word["text"] for word in rest[0].in_top_margin] == ["2"]


def test_numbers_run_on_over_turned_pages_and_begin_again_in_each_appendix():
    numbers = ["".join(word["text"] for word in page.in_top_margin) for page in pages("bao-cao")]
    starts = [at for at, page in enumerate(pages("bao-cao")) if page.text.startswith("Phụ lục ")]
    assert len(starts) == 2
    one, two = starts
    assert numbers == [
        "",
        *map(str, range(2, one + 1)),
        "",
        *map(str, range(2, two - one + 1)),
        "",
        *map(str, range(2, len(numbers) - two + 1)),
    ]


def test_page_numbers_stand_in_the_middle_of_the_text_at_the_size_of_the_decree():
    for page in pages("bao-cao"):
        for word in page.in_top_margin:
            middle = (30 * MM + page.width - 20 * MM) / 2
            assert (word["x0"] + word["x1"]) / 2 == pytest.approx(middle, abs=2)
            size = next(char["size"] for char in page.chars if char["bottom"] < 20 * MM)
            assert 13 <= round(size, 1) <= 14


def test_header_rows_repeat_on_every_page_of_a_table():
    long = [page for page in pages("bao-cao") if "Tỷ lệ đường ngõ, xóm" in page.text]
    assert len(long) >= 4
    assert all("TT Mục tiêu Yêu cầu Hiện trạng" in page.text for page in long)


def test_wide_tables_lie_on_turned_pages_and_nothing_else_does():
    for page in pages("bao-cao"):
        assert (page.width > page.height) == ("Cả năm" in page.text)


def test_no_figure_is_broken_in_two():
    words = [word["text"] for page in pages("bao-cao") for word in page.words]
    assert words.count("1.250,5") == 2 * 39 * 12
    assert words.count("15.006,0") == 2 * 39


@pytest.mark.parametrize("name", KINDS)
def test_recipients_and_signer_stand_on_one_page_with_the_end_of_the_body(name):
    signed = [page for page in pages(name) if KINDS[name].signer.name.split()[-1] in page.text and "Nơi nhận:" in page.text]
    assert len(signed) == 1
    assert "./." in signed[0].text
    assert KINDS[name].signer.name in signed[0].text


def test_the_rule_under_the_motto_is_as_long_as_the_motto():
    if not has_the_font():
        pytest.skip("CẦN / NEEDS: fonts-liberation2")
    page = pages("to-trinh")[0]
    left, right = page.word("Độc")["x0"], page.word("phúc")["x1"]
    below = page.word("phúc")["bottom"]
    rule = next(item for item in page.strokes if below - 2 <= item["top"] <= below + 8 and item["x0"] > page.width * 0.4)
    assert (rule["x0"], rule["x1"]) == (pytest.approx(left, abs=2), pytest.approx(right, abs=2))


def test_the_rule_under_the_subject_is_a_third_to_a_half_of_it():
    if not has_the_font():
        pytest.skip("CẦN / NEEDS: fonts-liberation2")
    page = pages("to-trinh")[0]
    words = [word for word in page.words if abs(word["top"] - page.word("sửa")["top"]) < 2]
    length = words[-1]["x1"] - words[0]["x0"]
    below = page.word("sửa")["bottom"]
    rule = next(item for item in page.strokes if below - 2 <= item["top"] <= below + 8)
    assert length / 3 <= rule["x1"] - rule["x0"] <= length / 2
    assert (rule["x0"] + rule["x1"]) / 2 == pytest.approx((words[0]["x0"] + words[-1]["x1"]) / 2, abs=2)
