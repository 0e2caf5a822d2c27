"""Quantities in a task: "khoảng 5 km kênh mương", "7 hạng mục (mầm non 2 phòng, trung học cơ sở 5 phòng)"."""

from __future__ import annotations

import re

from vanban.plan.clauses import Clause, split_at, without_brackets
from vanban.plan.model import Comparator, Quantity
from vanban.plan.values import Amount, find_amounts
from vanban.text.letters import CAPITAL, SMALL

APPROXIMATE = {Comparator.ABOUT, Comparator.ABOVE}
_AFTER_NO_NAME = "".join(rf"(?<![{CAPITAL}][{SMALL}]{{{letters}}})" for letters in range(1, 7))
_OF_ENDS = re.compile(
    r"[;:()]|[,.](?!\d)|\s(?:tại|trên địa bàn|ở|để|nhằm|cho|với|trong|phục vụ|bảo đảm|đảm bảo|theo|và (?=\d)|và các|cùng|"
    r"từ|bằng|thuộc|sang|thành|"
    r"năm \d|vào|gồm|tổng|có|đạt|hằng|hàng|mỗi|công suất|dài|rộng|diện tích|(?<!thiết )bị|đã|chưa|trên|của|"
    r"hoàn thành|trước|và(?=\s*$))\b"
    rf"|{_AFTER_NO_NAME}\s\d(?![\d,]*\s*[kK][vV])"
)
NOT_COUNTING = re.compile(r"(?:\bsố|điều|khoản|\bmục|\bnăm|giai đoạn|\bquý|tháng|ngày|đề án)\s*$", re.IGNORECASE)
"""Words before a number that make it a name or a date, not an amount."""
_NO_WORK = {"năm", "tháng", "ngày", "giờ", "kv"}  # times, and the voltage a line is named by


def quantities_in(clause: Clause) -> tuple[Quantity, ...]:
    """The quantities of a task clause, those of its brackets after those outside."""
    outer, brackets = without_brackets(clause)
    found = [_quantity(outer.text, amount) for amount in amounts_of(outer.text)]
    for bracket in brackets:
        for piece in split_at(bracket, ",;"):
            found.extend(_in_bracket(piece.text, amount) for amount in amounts_of(piece.text))
    return tuple(found)


def amounts_of(text: str) -> list[Amount]:
    """The amounts that count work: no dates, years, numbers of documents."""
    return [amount for amount in find_amounts(text) if not _is_date(text, amount)]


def _is_date(text: str, amount: Amount) -> bool:
    if text[amount.number_start - 1 : amount.number_start] == "+":  # "Km2+300" is a place
        return True
    return amount.unit.lower() in _NO_WORK or bool(
        NOT_COUNTING.search(text[max(0, amount.number_start - 14) : amount.number_start])
    )


def _quantity(text: str, amount: Amount) -> Quantity:
    words = _OF_ENDS.split(" " + re.sub(r"^\s*,?\s*", "", text[amount.end :]), maxsplit=1)[0].strip()
    words = re.sub(r"^(?:và|hoặc)\b.*", "", words)
    return Quantity(amount.value_max or amount.value, amount.unit, words or None, amount.comparator in APPROXIMATE)


def _in_bracket(text: str, amount: Amount) -> Quantity:
    before = re.sub(r"^(?:gồm|trong đó|bao gồm|có)\s*:?\s*", "", text[: amount.start].strip(" ,:-"))
    after = _OF_ENDS.split(text[amount.end :], maxsplit=1)[0].strip()
    return Quantity(amount.value, amount.unit, after or before or None, amount.comparator in APPROXIMATE)
