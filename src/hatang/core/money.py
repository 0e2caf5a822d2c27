"""Money as a value: whole đồng, so that parts always add up to their total.

Printed the way the reader's language writes it: "1.200.000 đồng", shortened "1,2 triệu đồng"; in English "1,200,000 đồng",
"1.2 million đồng". Typed as people type it: "1.200.000", "1200000 đ", "1,2 triệu", "1 tỷ 250 triệu", "500k".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from hatang.core.numbers import NotANumber, read_number

THOUSAND, MILLION, BILLION = 10**3, 10**6, 10**9
MOST = 10**15  # a million tỷ: a typing error long before
SHOWN = Decimal("0.01")
WORDS = {
    "": 1, "đ": 1, "d": 1, "đồng": 1, "dong": 1, "vnđ": 1, "vnd": 1,
    "k": THOUSAND, "n": THOUSAND, "nghìn": THOUSAND, "nghin": THOUSAND, "ngàn": THOUSAND, "ngan": THOUSAND, "thousand": THOUSAND,
    "tr": MILLION, "triệu": MILLION, "trieu": MILLION, "million": MILLION,
    "tỷ": BILLION, "tỉ": BILLION, "ty": BILLION, "ti": BILLION, "billion": BILLION,
}  # fmt: skip
PART = re.compile(r"(-?\d[\d., ]*)([^\W\d_]*) *")
COIN = re.compile(r"(?:đồng|dong|vnđ|vnd|đ)$")


class NotMoney(ValueError):
    """The text is no amount of money, or could be two; the message says so in the reader's language."""


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in whole đồng; below nothing for what is taken off."""

    dong: int = 0

    def __add__(self, other: Money) -> Money:
        return Money(self.dong + other.dong)

    def __sub__(self, other: Money) -> Money:
        return Money(self.dong - other.dong)

    def __neg__(self) -> Money:
        return Money(-self.dong)

    def __bool__(self) -> bool:
        return self.dong != 0

    def __str__(self) -> str:
        return self.full

    @property
    def full(self) -> str:
        """To the đồng: 1.200.000 đồng."""
        return _("%(number)s đồng") % {"number": _number(self.dong)}

    @property
    def short(self) -> str:
        """In the largest unit that fits, to two decimals, halves away from zero: 1,2 triệu đồng."""
        for size, words in ((BILLION, _("%(number)s tỷ đồng")), (MILLION, _("%(number)s triệu đồng"))):
            if abs(self.dong) >= size - size // 200_000:  # what rounds up to the unit is written in it
                return words % {"number": _number(_rounded(self.dong, size))}
        return self.full if abs(self.dong) < THOUSAND else _thousands(self.dong)

    @classmethod
    def sum(cls, parts: Iterable[Money]) -> Money:
        """The whole of several amounts; nothing for none."""
        return cls(sum(part.dong for part in parts))

    @classmethod
    def of(cls, value: Money | int | None) -> Money | None:
        """An amount from what a row keeps; None for None."""
        return value if value is None or isinstance(value, Money) else cls(int(value))


def read_money(text: str) -> Money:
    """The amount somebody typed.

    Raises:
        NotMoney: no amount, one that could mean two, parts of a đồng, or more than a million tỷ.
    """
    plain = " ".join(unicodedata.normalize("NFC", text).casefold().replace("\u2212", "-").split())
    total, below = Decimal(0), MOST
    for number, size in _parts(COIN.sub("", plain).strip() or plain, text):
        if size >= below:
            raise NotMoney(_not_money(text))
        total, below = total + number * size, size
    if total != total.to_integral_value():
        raise NotMoney(_("“%(text)s” lẻ hơn một đồng. Hãy ghi số tiền tròn đồng.") % {"text": text.strip()[:40]})
    if abs(total) > MOST:
        raise NotMoney(_("“%(text)s” quá lớn. Hãy xem lại số chữ số và đơn vị.") % {"text": text.strip()[:40]})
    return Money(int(total))


def _parts(plain: str, text: str) -> list[tuple[Decimal, int]]:
    """Each number with the size of its unit: "1 tỷ 250 triệu" is 1 of a billion and 250 of a million."""
    found: list[tuple[Decimal, int]] = []
    at = 0
    while at < len(plain):
        part = PART.match(plain, at)
        if part is None or part[2] not in WORDS or (found and part[1].startswith("-")):
            raise NotMoney(_not_money(text))
        try:
            found.append((read_number(part[1]), WORDS[part[2]]))
        except NotANumber as error:
            raise NotMoney(str(error)) from error
        at = part.end()
    if not found or (len(found) > 1 and found[0][0] < 0):
        raise NotMoney(_not_money(text))
    return found


def _not_money(text: str) -> str:
    return _("“%(text)s” không phải là số tiền. Ví dụ: 1.200.000 hoặc 1,2 triệu.") % {"text": text.strip()[:40]}


def _rounded(dong: int, size: int) -> Decimal:
    return (Decimal(dong) / size).quantize(SHOWN, ROUND_HALF_UP)


def _thousands(dong: int) -> str:
    return _("%(number)s nghìn đồng") % {"number": _number(_rounded(dong, THOUSAND))}


def _number(value: Decimal | int) -> str:
    plain = f"{value:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return str(number_format(plain, use_l10n=True, force_grouping=True))
