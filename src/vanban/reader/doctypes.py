"""Kinds of documents and their abbreviations. Source: Nghị định 30/2020/NĐ-CP, Phụ lục III; party documents by custom."""

from __future__ import annotations

import re

from vanban.text.folding import fold

ABBREVIATIONS = {
    "Nghị quyết": "NQ", "Quyết định": "QĐ", "Chỉ thị": "CT", "Quy chế": "QC", "Quy định": "QyĐ", "Thông cáo": "TC",
    "Thông báo": "TB", "Hướng dẫn": "HD", "Chương trình": "CTr", "Chương trình hành động": "CTr", "Kế hoạch": "KH",
    "Phương án": "PA", "Đề án": "ĐA", "Dự án": "DA", "Báo cáo": "BC", "Biên bản": "BB", "Tờ trình": "TTr",
    "Hợp đồng": "HĐ", "Công điện": "CĐ", "Bản ghi nhớ": "BGN", "Bản thỏa thuận": "BTT", "Giấy ủy quyền": "GUQ",
    "Giấy mời": "GM", "Giấy giới thiệu": "GGT", "Nghị định": "NĐ", "Thông tư": "TT", "Kết luận": "KL", "Công văn": "CV",
    "Luật": "Luật", "Pháp lệnh": "PL", "Văn bản": "VB",
}  # fmt: skip

BY_FOLDED_NAME = {fold(name): code for name, code in ABBREVIATIONS.items()}
CODES = {code.lower(): code for code in ABBREVIATIONS.values()}

TITLES = tuple(sorted((name.upper() for name in ABBREVIATIONS if name not in {"Luật", "Văn bản"}), key=len, reverse=True))
REFERABLE = tuple(sorted(ABBREVIATIONS, key=len, reverse=True))


def abbreviation(name: str) -> str | None:
    """The abbreviation of a kind of document by its name in any spelling ("kế hoạch" -> "KH"), None when it is unknown."""
    return BY_FOLDED_NAME.get(fold(name))


MINUTES, INVITATION = "BB", "GM"
DECIDED = {"QĐ", "NQ"}  # a person or a body decides, and its name stands above the legal bases


def code_of(symbol: str) -> str | None:
    """The type a symbol begins with ("KH/ĐU" -> "KH", "QĐ-UBND" -> "QĐ"), None where it begins with none."""
    return CODES.get(re.split(r"[-/]", symbol)[0].lower())
