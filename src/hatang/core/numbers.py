"""Numbers as people type them: 1.234,5 the Vietnamese way, and 1234.5 as a calculator gives it.

Groups are marked by dots or spaces ("1.234", "1.234.567", "1 234"), decimals by a comma ("62,5"); a dot before one, two or more
than three digits can only be a calculator's ("62.5"). "1,234.5" is refused, because here the comma is the decimal mark; so is a
comma before exactly three digits ("1,234"): nobody can know whether thousands or thousandths were meant.
"""

from __future__ import annotations

import re
from decimal import Decimal

from django.utils.translation import gettext as _

GROUPED = re.compile(r"-?[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+)(?:,\d+)?", re.ASCII)
PLAIN = re.compile(r"-?\d+(?:[.,]\d+)?", re.ASCII)
ENGLISH = re.compile(r"-?\d{1,3}(?:,\d{3})+\.\d+|-?\d{1,3}(?:,\d{3}){2,}", re.ASCII)
EITHER = re.compile(r"-?[1-9]\d{0,2},\d{3}", re.ASCII)
LONGEST = 24


class NotANumber(ValueError):
    """The text is not a number, or could be two; the message says so in the reader's language."""


def read_number(text: str) -> Decimal:
    """The number somebody typed.

    Raises:
        NotANumber: no number, or one that could mean two.
    """
    plain = re.sub(r"[\s\u00a0\u202f]+", " ", text).strip().replace("\u2212", "-")
    if len(plain) <= LONGEST:
        if ENGLISH.fullmatch(plain):
            raise NotANumber(_english(plain))
        if EITHER.fullmatch(plain):
            raise NotANumber(_either(plain))
        if GROUPED.fullmatch(plain):
            return Decimal(re.sub("[. ]", "", plain).replace(",", "."))
        if PLAIN.fullmatch(plain):
            return Decimal(plain.replace(",", "."))
    raise NotANumber(_("“%(text)s” không phải là số.") % {"text": plain[:40]})


def _english(plain: str) -> str:
    ours = plain.replace(",", " ").replace(".", ",").replace(" ", ".")
    return _("“%(text)s” viết theo lối tiếng Anh. Hãy viết %(ours)s.") % {"text": plain, "ours": ours}


def _either(plain: str) -> str:
    parts = {"text": plain, "thousands": plain.replace(",", ""), "decimal": f"{plain}0"}
    return _("“%(text)s” có thể là %(thousands)s hoặc %(decimal)s. Hãy viết rõ một trong hai.") % parts
