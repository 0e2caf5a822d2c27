"""The measures of an administrative document. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I."""

from __future__ import annotations

from docx.shared import Cm, Length, Mm, Pt

FONT = "Times New Roman"  # mục I.4
PAGE_WIDTH, PAGE_HEIGHT = Mm(210), Mm(297)  # mục I.1
MARGIN_TOP, MARGIN_BOTTOM = Mm(20), Mm(20)  # mục I.3: 20-25 mm
MARGIN_LEFT, MARGIN_RIGHT = Mm(30), Mm(20)  # mục I.3: 30-35 mm, 15-20 mm
TEXT_WIDTH = Length(PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT)

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"  # mục II.1.a
MOTTO = "Độc lập - Tự do - Hạnh phúc"  # mục II.1.b

NATION_SIZE = Pt(12)  # mục II.1.a: 12-13, in hoa, đậm
MOTTO_SIZE = Pt(13)  # mục II.1.b: 13-14, đậm
ISSUER_SIZE = Pt(12)  # mục II.2.b: 12-13, in hoa
NUMBER_SIZE = Pt(13)  # mục II.3.c: 13
DATE_SIZE = Pt(13)  # mục II.4.c: 13-14, nghiêng
TITLE_SIZE = Pt(14)  # mục II.5.b: 13-14, đậm
LETTER_SUBJECT_SIZE = Pt(12)  # mục II.5.b: 12-13 cho công văn
BODY_SIZE = Pt(14)  # mục II.6.e: 13-14
FIRST_LINE = Cm(1.27)  # mục II.6.e: 1 cm hoặc 1,27 cm
PARAGRAPH_GAP = Pt(6)  # mục II.6.e: tối thiểu 6pt
LINE_SPACING = 1.15  # mục II.6.e: từ dòng đơn đến 1,5
SIGNATURE_SIZE = Pt(14)  # mục II.7.đ: 13-14
RECIPIENTS_LEAD_SIZE = Pt(12)  # mục II.9.d: 12, nghiêng, đậm
RECIPIENTS_SIZE = Pt(11)  # mục II.9.d: 11
PAGE_NUMBER_SIZE = Pt(13)  # mục I.7: 13-14
TABLE_SIZE = Pt(12)

ISSUER_SHARE = 0.39  # sơ đồ mục IV: ô số 2 hẹp hơn ô số 1
