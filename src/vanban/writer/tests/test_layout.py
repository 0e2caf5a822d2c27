"""The written file keeps the measures of Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from vanban.writer import write_docx
from vanban.writer.tests.drafts import report


@pytest.fixture(scope="module")
def document():
    return Document(BytesIO(write_docx(report())))


def run_of(document, text):
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [*document.paragraphs, *(paragraph for cell in cells for paragraph in cell.paragraphs)]
    return next(run for paragraph in paragraphs for run in paragraph.runs if text in run.text)


def test_page_is_a4_with_the_margins_of_the_decree(document):
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)  # Word keeps twentieths of a point
    assert 20 <= round(section.top_margin.mm, 1) <= 25
    assert 20 <= round(section.bottom_margin.mm, 1) <= 25
    assert 30 <= round(section.left_margin.mm, 1) <= 35
    assert 15 <= round(section.right_margin.mm, 1) <= 20


@pytest.mark.parametrize(
    ("text", "smallest", "largest", "bold", "italic"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13, True, None),
        ("Độc lập - Tự do - Hạnh phúc", 13, 14, True, None),
        ("TỈNH MINH HỌA", 12, 13, None, None),
        ("ỦY BAN NHÂN DÂN", 12, 13, True, None),
        ("Số: 07/BC-UBND", 13, 13, None, None),
        ("Thí Dụ, ngày 04 tháng 02 năm 2026", 13, 14, None, True),
        ("BÁO CÁO", 13, 14, True, None),
        ("Tình hình thực hiện", 13, 14, True, None),
        ("TM. ỦY BAN NHÂN DÂN", 13, 14, True, None),
        ("Nguyễn Văn Thí Dụ", 13, 14, True, None),
        ("Nơi nhận:", 12, 12, True, True),
        ("- Các Trưởng thôn;", 11, 11, None, None),
        ("- Lưu: VT, KT.", 11, 11, None, None),
    ],
)
def test_every_part_has_its_size_and_weight(document, text, smallest, largest, bold, italic):
    run = run_of(document, text)
    assert Pt(smallest) <= run.font.size <= Pt(largest)
    assert (run.bold, run.italic) == (bold, italic)


def test_body_is_justified_times_new_roman_with_first_line_set_in(document):
    normal = document.styles["Normal"]
    assert normal.font.name == "Times New Roman"
    assert Pt(13) <= normal.font.size <= Pt(14)
    assert normal.paragraph_format.space_after >= Pt(6)
    assert 1.0 <= normal.paragraph_format.line_spacing <= 1.5
    paragraph = next(p for p in document.paragraphs if p.text.startswith("Tỷ lệ đường trục thôn"))
    assert paragraph.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert paragraph.paragraph_format.first_line_indent == pytest.approx(Mm(12.7), abs=1000)


def test_headings_are_real_levels_in_the_same_black_font(document):
    heading = next(p for p in document.paragraphs if p.text == "1. Hạ tầng giao thông")
    assert heading.style.name == "Heading 2"
    assert heading.style.font.name == "Times New Roman"
    assert str(heading.style.font.color.rgb) == "000000"


def test_header_row_of_a_table_repeats(document):
    table = document.tables[1]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1]._tr.trPr.find(qn("w:tblHeader")) is None


def test_pages_are_numbered_from_the_second(document):
    section = document.sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml


def test_a_number_left_blank_leaves_room_for_the_clerk():
    document = Document(BytesIO(write_docx(report(number=None, date=None))))
    assert run_of(document, "/BC-UBND").text.startswith("Số:   ")


def test_a_letter_has_its_subject_under_the_number():
    document = Document(BytesIO(write_docx(report(type_name=None, subject="đề nghị phối hợp", symbol="UBND-KT"))))
    run = run_of(document, "V/v đề nghị phối hợp")
    assert Pt(12) <= run.font.size <= Pt(13)
    assert "BÁO CÁO" not in [paragraph.text for paragraph in document.paragraphs]


def test_several_addressees_stand_one_to_a_line():
    document = Document(BytesIO(write_docx(report(addressees=("UBND tỉnh Minh Họa", "Sở Xây dựng")))))
    lines = [paragraph.text for paragraph in document.paragraphs]
    at = lines.index("Kính gửi:")
    assert lines[at + 1 : at + 3] == ["- UBND tỉnh Minh Họa;", "- Sở Xây dựng."]
