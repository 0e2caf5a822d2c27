"""Numbers as Vietnamese write them: 1.234.567,8."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from vanban.text.folding import fold

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_PLAIN = re.compile(rf"(?:{NUMBER})\Z")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_UNITS = {
    "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7, "tam": 8,
    "chin": 9,
}  # fmt: skip


def parse_number(text: str) -> Decimal | None:
    """The number a Vietnamese reader sees: a dot before three digits groups, a comma is the decimal mark.

    "1.5" is read as one and a half, since a lone dot not before three digits cannot group. None when it is no number.
    """
    text = text.strip()
    if not _PLAIN.match(text):
        return None
    grouped = re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", text)
    plain = text.replace(".", "").replace(",", ".") if grouped else text.replace(",", ".")
    try:
        return Decimal(plain)
    except InvalidOperation:  # pragma: no cover - digits of another script
        return None


def parse_number_words(text: str) -> int | None:
    """A number below one hundred in words ("hai", "mười lăm", "hai mươi lăm"); None when it is no number."""
    words = fold(text).split()
    if len(words) == 1:
        return 10 if words[0] == "muoi" else _UNITS.get(words[0])
    if len(words) == 2 and words[0] == "muoi":
        return _tens(1, words[1])
    if len(words) in {2, 3} and words[1] in {"muoi", "chuc"} and words[0] in _UNITS:
        return _tens(_UNITS[words[0]], words[2] if len(words) == 3 else "khong")
    return None


def _tens(tens: int, unit: str) -> int | None:
    ones = _UNITS.get(unit)
    return None if ones is None else tens * 10 + ones


def format_number(value: float | Decimal, places: int | None = None) -> str:
    """A number with dots between thousands and a comma before decimals; without trailing zeros unless `places` is given."""
    number = Decimal(str(value))
    text = f"{number:,.{places}f}" if places is not None else f"{number.normalize():,f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def parse_roman(text: str) -> int | None:
    """The value of a well-formed roman numeral below 4000, None for anything else ("IIII", "IC", "")."""
    if not text or not set(text) <= set("IVXLCDM"):
        return None
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    total = 0
    for letter, following in zip(text, [*text[1:], ""], strict=True):
        value = values[letter]
        total += -value if following and values[following] > value else value
    return total if 0 < total < 4000 and format_roman(total) == text else None


def format_roman(number: int) -> str:
    """A number from 1 to 3999 as a roman numeral."""
    parts = []
    for value, numeral in _ROMAN:
        count, number = divmod(number, value)
        parts.append(numeral * count)
    return "".join(parts)
