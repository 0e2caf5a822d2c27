"""Text and numbers as cells hold them: what office programs would take for something else is written so that it comes back."""

from __future__ import annotations

import re
from decimal import Decimal

ESCAPED = re.compile("_x(000[9AaDd]|005[Ff])_")  # white space and the underscore itself: what people type
DIGITS = 15  # that a cell keeps of a number


def escaped(text: str) -> str:
    """Text without control characters, in which `_x0041_` is not taken for a letter."""
    return "".join(letter for letter in text if letter >= " " or letter in "\n\t").replace("_x", "_x005F_x")


def unescaped(text: str) -> str:
    """Text with the characters that office programs write as _x000D_ put back."""
    return ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) if "_x" in text else text


def number(value: Decimal) -> int | float | str:
    """A number as a cell keeps it whole; one with too many digits as text, the Vietnamese way."""
    if len(value.as_tuple().digits) > DIGITS:
        return f"{value:f}".replace(".", ",")
    return int(value) if value == value.to_integral_value() else float(value)
