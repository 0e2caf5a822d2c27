"""The head: who issues the document, its number and symbol, place and date, type and subject."""

from __future__ import annotations

import pytest

from vanban.extract.pieces import Piece
from vanban.reader.tests.documents import read_pieces, read_text

PLAIN = """
UBND TỈNH MINH HỌA
{issuer}
Số: {number}
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Thí Dụ, ngày 07 tháng 4 năm 2026
{title}
Phát triển hạ tầng xã Thí Dụ năm 2026
I. MỤC TIÊU
"""


def read(issuer: str = "ỦY BAN NHÂN DÂN XÃ THÍ DỤ", number: str = "12/KH-UBND", title: str = "KẾ HOẠCH"):
    return read_text(PLAIN.format(issuer=issuer, number=number, title=title))


def test_everything_a_letterhead_says():
    document = read()
    assert (document.type, document.type_name, document.number, document.symbol) == ("KH", "KẾ HOẠCH", "12", "KH-UBND")
    assert (document.issuer, document.parent_issuer) == ("Ủy ban nhân dân xã Thí Dụ", "UBND tỉnh Minh Họa")
    assert (document.place, str(document.date)) == ("Thí Dụ", "2026-04-07")
    assert document.subject == "Phát triển hạ tầng xã Thí Dụ năm 2026"


def test_the_same_in_two_columns():
    document = read_pieces(
        Piece(cells=("ỦY BAN NHÂN DÂN\nXÃ THÍ DỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")),
        Piece(cells=("Số: 12/KH-UBND", "Thí Dụ, ngày 07 tháng 4 năm 2026"), index=1),
        Piece("KẾ HOẠCH", bold=True, centred=True),
        Piece("Phát triển hạ tầng xã Thí Dụ năm 2026", bold=True, centred=True),
        Piece("I. MỤC TIÊU"),
    )
    assert (document.issuer, document.number, document.symbol) == ("Ủy ban nhân dân xã Thí Dụ", "12", "KH-UBND")
    assert (document.place, str(document.date)) == ("Thí Dụ", "2026-04-07")
    assert document.subject == "Phát triển hạ tầng xã Thí Dụ năm 2026"


@pytest.mark.parametrize(
    ("printed", "issuer"),
    [
        ("PHÒNG VĂN HÓA - XÃ HỘI", "Phòng Văn hóa - Xã hội"),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "Sở Nông nghiệp và Môi trường"),
        ("SỞ CÔNG THƯƠNG", "Sở Công Thương"),
        ("HỘI ĐỒNG NHÂN DÂN XÃ THÍ DỤ", "Hội đồng nhân dân xã Thí Dụ"),
        ("ĐẢNG ỦY XÃ THÍ DỤ", "Đảng ủy xã Thí Dụ"),
    ],
)
def test_the_issuer_is_the_last_body_named_whatever_its_name_holds(printed, issuer):
    assert read(issuer=printed).issuer == issuer


@pytest.mark.parametrize(
    ("printed", "number", "symbol"),
    [
        ("/KH-UBND", None, "KH-UBND"),
        ("…../KH-UBND", None, "KH-UBND"),
        ("07/2026/QĐ-UBND", "07/2026", "QĐ-UBND"),
        ("15 - KH/ĐU", "15", "KH/ĐU"),
    ],
)
def test_number_and_symbol(printed, number, symbol):
    document = read(number=printed)
    assert (document.number, document.symbol) == (number, symbol)


@pytest.mark.parametrize(
    ("title", "code"),
    [("QUYẾT ĐỊNH", "QĐ"), ("NGHỊ QUYẾT", "NQ"), ("CHƯƠNG TRÌNH HÀNH ĐỘNG", "CTr"), ("ĐỀ ÁN", "ĐA"), ("BÁO CÁO", "BC")],
)
def test_type(title, code):
    document = read(title=title)
    assert (document.type, document.type_name) == (code, title)


def test_the_authority_that_decides_is_not_part_of_the_subject():
    document = read_pieces(
        Piece("QUYẾT ĐỊNH", bold=True, centred=True),
        Piece("Ban hành Kế hoạch phát triển hạ tầng", bold=True, centred=True),
        Piece("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MINH HỌA", bold=True, centred=True),
        Piece("Căn cứ Luật Đầu tư công số 58/2024/QH15;", italic=True),
        Piece("QUYẾT ĐỊNH:", bold=True, centred=True),
        Piece("Điều 1. Ban hành Kế hoạch."),
    )
    assert document.subject == "Ban hành Kế hoạch phát triển hạ tầng"
    assert document.authority == "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH MINH HỌA"
    assert [part.path for part in document.parts()] == ["1"]


def test_a_broken_subject_is_joined():
    document = read_text("KẾ HOẠCH\nPhát triển hạ tầng xã Thí Dụ\ngiai đoạn 2026 - 2030\nI. MỤC TIÊU")
    assert document.subject == "Phát triển hạ tầng xã Thí Dụ giai đoạn 2026 - 2030"


def test_without_a_letterhead_the_cover_or_the_body_names_the_issuer():
    attached = read_text("ĐỀ ÁN\nPhát triển hạ tầng\n(Kèm theo Tờ trình số 9/TTr-UBND của UBND xã Thí Dụ)\nI. MỤC TIÊU")
    assert (attached.issuer, attached.subject) == ("UBND xã Thí Dụ", "Phát triển hạ tầng")
    said = read_text("KẾ HOẠCH\nPhát triển hạ tầng\nThực hiện chỉ đạo của tỉnh, UBND xã Thí Dụ xây dựng kế hoạch:\nI. MỤC TIÊU")
    assert said.issuer == "UBND xã Thí Dụ"


def test_a_letter_has_its_subject_after_v_v():
    document = read_text(
        "ỦY BAN NHÂN DÂN XÃ THÍ DỤ\nSố: 3/UBND-KT\nV/v báo cáo tiến độ\nThí Dụ, ngày 02 tháng 3 năm 2026\n"
        "Kính gửi: Sở Xây dựng\nNội dung."
    )
    assert (document.type, document.symbol, document.subject) == (None, "UBND-KT", "báo cáo tiến độ")
    assert document.addressees == ("Sở Xây dựng",)


def test_a_letter_about_a_plan_stays_a_letter():
    document = read_text(
        "UBND TỈNH MINH HỌA\nỦY BAN NHÂN DÂN XÃ THÍ DỤ\nSố: 3/UBND-KT\nV/v gửi kế hoạch\nKính gửi: Sở Xây dựng\n"
        "KẾ HOẠCH NĂM 2026\nNội dung."
    )
    assert (document.type_name, document.subject, document.issuer) == (None, "gửi kế hoạch", "Ủy ban nhân dân xã Thí Dụ")


def test_nothing_is_invented():
    document = read_text("Một đoạn văn bất kỳ.\nKhông có gì khác.")
    assert (document.type, document.number, document.issuer, document.date, document.subject) == (None, None, None, None, None)
