"""The measures of an administrative document. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I.

Lengths are twentieths of a point and sizes half points, the units Word files are written in.
"""

from __future__ import annotations


def mm(value: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(value * 1440 / 25.4)


def pt(value: float) -> int:
    """Points in twentieths of a point."""
    return round(value * 20)


FONT = "Times New Roman"  # mục I.4
PAGE_WIDTH, PAGE_HEIGHT = mm(210), mm(297)  # mục I.1
MARGIN_TOP, MARGIN_BOTTOM = mm(20), mm(20)  # mục I.3: 20-25 mm
MARGIN_LEFT, MARGIN_RIGHT = mm(30), mm(20)  # mục I.3: 30-35 mm, 15-20 mm
TEXT_WIDTH = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT
WIDE_TEXT_WIDTH = PAGE_HEIGHT - MARGIN_LEFT - MARGIN_RIGHT  # mục I.2: theo chiều rộng khi có bảng, biểu
HEADER_DISTANCE = mm(10)  # số trang nằm trong lề trên

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"  # mục II.1.a
MOTTO = "Độc lập - Tự do - Hạnh phúc"  # mục II.1.b

NATION_SIZE = 12  # mục II.1.a: 12-13, in hoa, đậm
MOTTO_SIZE = 13  # mục II.1.b: 13-14, đậm
ISSUER_SIZE = 12  # mục II.2.b: 12-13, in hoa
NUMBER_SIZE = 13  # mục II.3.c: 13
DATE_SIZE = 13  # mục II.4.c: 13-14, nghiêng
TITLE_SIZE = 14  # mục II.5.b: 13-14, đậm
LETTER_SUBJECT_SIZE = 12  # mục II.5.b: 12-13 cho công văn
BODY_SIZE = 14  # mục II.6.e: 13-14
FIRST_LINE = mm(12.7)  # mục II.6.e: 1 cm hoặc 1,27 cm
PARAGRAPH_GAP = pt(6)  # mục II.6.e: tối thiểu 6pt
LINE_SPACING = 276  # mục II.6.e: từ dòng đơn đến 1,5; 240 là một dòng đơn
SIGNATURE_SIZE = 14  # mục II.7.đ: 13-14
RECIPIENTS_LEAD_SIZE = 12  # mục II.9.d: 12, nghiêng, đậm
RECIPIENTS_SIZE = 11  # mục II.9.d: 11
APPENDIX_SIZE = 14  # mục III.1.b: 14
PAGE_NUMBER_SIZE = 13  # mục I.7: 13-14
TABLE_SIZE = 12

ISSUER_SHARE = 0.4  # sơ đồ mục IV: ô số 2 hẹp hơn ô số 1
RECIPIENTS_SHARE = 0.46  # ô số 9b
RULE_SHARE = 0.4  # mục II.2.b, II.5.b: từ 1/3 đến 1/2 độ dài của dòng chữ
ROOM_TO_SIGN = pt(72)
