"""The written file keeps the measures of Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from __future__ import annotations

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from vanban.model import Channel, Recipient, Signer
from vanban.writer.tests.drafts import KINDS, report
from vanban.writer.tests.opened import W, look_of, opened, paragraph_of, paragraphs

CENTRE, JUSTIFIED = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
DOCUMENTS = {name: opened(draft) for name, draft in KINDS.items()}


def texts(document):
    return [paragraph.text for paragraph in paragraphs(document)]


@pytest.mark.parametrize("name", KINDS)
def test_page_is_a4_with_the_margins_of_the_decree(name):
    for section in DOCUMENTS[name].sections:
        sides = sorted((round(section.page_width.mm), round(section.page_height.mm)))
        assert sides == [210, 297]  # Word keeps twentieths of a point
        assert 20 <= round(section.top_margin.mm, 1) <= 25
        assert 20 <= round(section.bottom_margin.mm, 1) <= 25
        assert 30 <= round(section.left_margin.mm, 1) <= 35
        assert 15 <= round(section.right_margin.mm, 1) <= 20


@pytest.mark.parametrize(
    ("name", "text", "smallest", "largest", "bold", "italic"),
    [
        ("bao-cao", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13, True, False),
        ("bao-cao", "Độc lập - Tự do - Hạnh phúc", 13, 14, True, False),
        ("bao-cao", "UBND TỈNH MINH HỌA", 12, 13, False, False),
        ("bao-cao", "ỦY BAN NHÂN DÂN XÃ THÍ DỤ", 12, 13, True, False),
        ("bao-cao", "Số: 07/BC-UBND", 13, 13, False, False),
        ("bao-cao", "Thí Dụ, ngày 04 tháng 02 năm 2026", 13, 14, False, True),
        ("bao-cao", "BÁO CÁO", 13, 14, True, False),
        ("bao-cao", "Tình hình thực hiện Kế hoạch", 13, 14, True, False),
        ("bao-cao", "Kính gửi:", 13, 14, False, False),
        ("bao-cao", "I. KẾT QUẢ THỰC HIỆN", 13, 14, True, False),
        ("bao-cao", "1. Hạ tầng giao thông", 13, 14, True, False),
        ("bao-cao", "a) Đường nội đồng", 13, 14, False, False),
        ("bao-cao", "TM. ỦY BAN NHÂN DÂN", 13, 14, True, False),
        ("bao-cao", "CHỦ TỊCH", 13, 14, True, False),
        ("bao-cao", "Nguyễn Văn Thí Dụ", 13, 14, True, False),
        ("bao-cao", "Nơi nhận:", 12, 12, True, True),
        ("bao-cao", "- Các Trưởng thôn;", 11, 11, False, False),
        ("bao-cao", "- Lưu: VT, KT.", 11, 11, False, False),
        ("bao-cao", "Phụ lục I", 14, 14, True, False),
        ("bao-cao", "DANH MỤC CÔNG TRÌNH", 13, 14, True, False),
        (
            "bao-cao",
            "(Kèm theo Báo cáo số 07/BC-UBND ngày 04 tháng 02 năm 2026 của Ủy ban nhân dân xã Thí Dụ)",
            13,
            14,
            False,
            True,
        ),
        ("quyet-dinh", "Căn cứ Luật Tổ chức chính quyền địa phương", 13, 14, False, True),
        ("quyet-dinh", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ THÍ DỤ", 13, 14, True, False),
        ("quyet-dinh", "QUYẾT ĐỊNH:", 13, 14, True, False),
        ("quyet-dinh", "Điều 2. Tổ chức thực hiện", 13, 14, True, False),
        ("ke-hoach", "Phần I\nTÌNH HÌNH CHUNG", 13, 14, True, False),
        ("cong-van", "V/v đề nghị phối hợp rà soát hiện trạng hạ tầng trên địa bàn xã", 12, 13, False, False),
        ("bien-ban", "THƯ KÝ", 13, 14, True, False),
    ],
)
def test_every_part_has_its_size_and_weight(name, text, smallest, largest, bold, italic):
    look = look_of(DOCUMENTS[name], text)
    assert smallest <= look.size <= largest
    assert (look.bold, look.italic, look.font) == (bold, italic, "Times New Roman")


def test_body_is_justified_with_first_line_set_in():
    style = paragraph_of(DOCUMENTS["bao-cao"], "Trong kỳ báo cáo").style
    assert style.paragraph_format.space_after >= Pt(6)
    assert 1.0 <= style.paragraph_format.line_spacing <= 1.5
    assert style.paragraph_format.alignment == JUSTIFIED
    assert style.paragraph_format.first_line_indent == pytest.approx(Mm(12.7), abs=1000)


@pytest.mark.parametrize(
    ("name", "text", "style"),
    [
        ("bao-cao", "I. KẾT QUẢ THỰC HIỆN", "Heading 1"),
        ("bao-cao", "1. Hạ tầng giao thông", "Heading 2"),
        ("bao-cao", "1.1. Đường thôn", "Heading 3"),
        ("ke-hoach", "Phần I", "Heading 1"),
        ("ke-hoach", "I. MỤC TIÊU", "Heading 2"),
        ("quyet-dinh", "Điều 2. Tổ chức thực hiện", "Heading 1"),
        ("to-trinh", "1. Sự cần thiết", "Heading 1"),
    ],
)
def test_headings_are_real_levels_from_the_highest_rank_there_is(name, text, style):
    assert paragraph_of(DOCUMENTS[name], text).style.name == style


def test_parts_stand_centred_over_their_titles():
    assert look_of(DOCUMENTS["ke-hoach"], "Phần I\nTÌNH HÌNH CHUNG").align == CENTRE


@pytest.mark.parametrize("name", KINDS)
def test_issuer_motto_and_subject_are_ruled_with_real_lines(name):
    ruled = [paragraph for paragraph in paragraphs(DOCUMENTS[name]) if paragraph._p.find(f"{W}pPr/{W}pBdr") is not None]
    assert len(ruled) == (3 if KINDS[name].type_name else 2) + len(KINDS[name].appendices)
    assert all(not paragraph.text for paragraph in ruled)
    assert not [run for paragraph in paragraphs(DOCUMENTS[name]) for run in paragraph.runs if run.underline]


def test_a_number_left_blank_leaves_room_for_the_clerk():
    document = opened(report(number=None, date=None))
    assert "Số:       /BC-UBND" in texts(document)
    assert "Thí Dụ, ngày      tháng      năm      " in texts(document)


def test_a_letter_has_its_subject_under_the_number_and_no_title():
    lines = texts(DOCUMENTS["cong-van"])
    assert lines.index("V/v đề nghị phối hợp rà soát hiện trạng hạ tầng trên địa bàn xã") == lines.index("Số: 07/UBND-KT") + 1
    assert "CÔNG VĂN" not in lines


def test_several_addressees_stand_one_to_a_line_under_the_colon():
    document = DOCUMENTS["bao-cao"]
    lines = texts(document)
    at = lines.index("Kính gửi:")
    assert lines[at + 1 : at + 3] == ["- UBND tỉnh Minh Họa;", "- Sở Xây dựng tỉnh Minh Họa."]
    lead, one, other = paragraphs(document)[at : at + 3]
    dash = one.paragraph_format.left_indent + one.paragraph_format.first_line_indent
    assert dash == other.paragraph_format.left_indent + other.paragraph_format.first_line_indent
    assert dash > lead.paragraph_format.left_indent


def test_one_addressee_stands_on_the_line_of_its_lead():
    assert "Kính gửi: Ủy ban nhân dân tỉnh Minh Họa" in texts(DOCUMENTS["to-trinh"])


def test_legal_bases_end_with_semicolons_and_the_last_with_a_full_stop():
    bases = [paragraph.text for paragraph in paragraphs(DOCUMENTS["quyet-dinh"]) if paragraph.style.name == "VB Căn cứ"]
    assert [base[-1] for base in bases] == [";", ";", "."]
    assert bases[-1] == "Theo đề nghị của Trưởng phòng Kinh tế."


@pytest.mark.parametrize("name", KINDS)
def test_the_body_ends_with_its_mark(name):
    assert sum(text.endswith("./.") for text in texts(DOCUMENTS[name])) == 1


@pytest.mark.parametrize(
    ("signer", "lines"),
    [
        (Signer(None, "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"), ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
        (
            Signer(None, "Phó Chủ tịch", "TM. Ủy ban nhân dân\nKT. Chủ tịch"),
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
        ),
        (Signer(None, "TRƯỞNG PHÒNG KINH TẾ", "TL. CHỦ TỊCH"), ["TL. CHỦ TỊCH", "TRƯỞNG PHÒNG KINH TẾ"]),
        (Signer(None, "CHÁNH VĂN PHÒNG", "TUQ. CHỦ TỊCH"), ["TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]),
        (Signer(None, "CHỦ TỊCH", "Q."), ["Q. CHỦ TỊCH"]),
        (Signer(None, "CHỦ TỊCH", None), ["CHỦ TỊCH"]),
    ],
)
def test_the_authority_to_sign_stands_line_by_line_above_the_title(signer, lines):
    document = opened(report(signer=signer, appendices=()))
    assert [paragraph.text for paragraph in paragraphs(document) if paragraph.style.name == "VB Quyền hạn, chức vụ"] == lines


def test_recipients_end_with_semicolons_the_archive_last():
    recipients = (Recipient("VT", Channel.ARCHIVE), Recipient("Các thôn", Channel.PAPER), Recipient("Như trên", Channel.UNSTATED))
    lines = texts(opened(report(recipients=recipients)))
    at = lines.index("Nơi nhận:")
    assert lines[at + 1 : at + 5] == ["- Như trên;", "Gửi bản giấy:", "- Các thôn;", "- Lưu: VT."]


def test_minutes_are_signed_by_secretary_and_chair_side_by_side_with_the_others_below():
    rows = [[" ".join(cell.text.split()) for cell in row.cells] for row in DOCUMENTS["bien-ban"].tables[-1].rows]
    assert rows == [["THƯ KÝ Lý Thị Ví Dụ", "CHỦ TỌA Phạm Văn Mẫu"], ["ĐẠI DIỆN CÁC HỘ Bàn Văn Thí Dụ", ""]]


def test_minutes_say_when_the_meeting_was_and_carry_no_place_and_date_on_top():
    lines = texts(DOCUMENTS["bien-ban"])
    assert "Thời gian bắt đầu: 19 giờ 30 phút, ngày 05 tháng 02 năm 2026." in lines
    assert "Cuộc họp kết thúc vào 21 giờ 05 phút, ngày 05 tháng 02 năm 2026./." in lines
    assert not [line for line in lines if line.startswith("Thí Dụ, ngày")]


def test_several_appendices_are_numbered_in_roman_and_a_lone_one_is_not():
    assert [text for text in texts(DOCUMENTS["bao-cao"]) if text.startswith("Phụ lục ")] == ["Phụ lục I", "Phụ lục II"]
    assert "Phụ lục" in texts(DOCUMENTS["quyet-dinh"])


def test_pages_are_numbered_from_the_second_and_appendices_by_themselves():
    first, wide, upright, one, two = DOCUMENTS["bao-cao"].sections
    assert "PAGE" in first.header._element.xml
    assert "PAGE" not in first.first_page_header._element.xml
    assert [section.different_first_page_header_footer for section in (first, wide, upright, one, two)] == [
        True,
        False,
        False,
        True,
        True,
    ]
    assert [section._sectPr.find(f"{W}pgNumType") is not None for section in (first, wide, upright, one, two)] == [False] * 3 + [
        True
    ] * 2


def test_wide_tables_turn_the_page_and_the_signature_turns_it_back():
    turned = [section.page_width > section.page_height for section in DOCUMENTS["bao-cao"].sections]
    assert turned == [False, True, False, False, True]


def test_properties_say_what_it_is_and_in_which_language():
    properties = DOCUMENTS["bao-cao"].core_properties
    assert properties.title.startswith("Báo cáo Tình hình thực hiện")
    assert (properties.author, properties.language) == ("Ủy ban nhân dân xã Thí Dụ", "vi-VN")
    language = DOCUMENTS["bao-cao"].styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert language.get(f"{W}val") == "vi-VN"
