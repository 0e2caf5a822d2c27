"""The letters of a PDF page with their places, as the library below gives them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

HEAVY = 600


@dataclass(frozen=True, slots=True)
class Letter:
    """One printed letter: its box by advance width, its baseline, in points from the page's left and foot."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    baseline: float
    heavy: bool


def letters_of(text_page: Any) -> Iterator[Letter]:
    """Every visible letter of a page, in the order of the file."""
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    page = text_page.raw
    for index in range(text_page.count_chars()):
        code = raw.FPDFText_GetUnicode(page, index)
        if code <= 32 or code in {0xA0, 0xAD, 0xFFFE, 0xFFFF} or 0xD800 <= code <= 0xDFFF:
            continue
        raw.FPDFText_GetLooseCharBox(page, index, box)
        raw.FPDFText_GetCharOrigin(page, index, x, y)
        heavy = raw.FPDFText_GetFontWeight(page, index) >= HEAVY
        yield Letter(chr(code), box.left, box.right, box.bottom, box.top, y.value, heavy)
