"""Text without marks, for finding: "ha tang" finds "hạ tầng", "d" finds "đ", hoà = hòa."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def fold_letter(letter: str) -> str:
    """One letter, lower case and without marks; exactly one character, so that positions are kept."""
    if letter in "đĐðÐ":
        return "d"
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


def fold(text: str) -> str:
    """NFC text without marks, in lower case, of the same length: a place in it is a place in the original."""
    return "".join(map(fold_letter, text))


def lower(text: str) -> str:
    """Text in small letters with its marks and of the same length: a place in it is a place in the original."""
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def fold_for_search(text: str) -> str:
    """Text as search compares it: NFC first, folded, one space between words."""
    return " ".join(fold(unicodedata.normalize("NFC", text)).split())


_WORD = re.compile(r"\w+")
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


def unify_tones(text: str) -> str:
    """Text with each syllable's tone moved to its end, so that hoà and hòa, uỷ and ủy compare equal. Not for showing."""
    return _WORD.sub(_tone_last, " ".join(unicodedata.normalize("NFC", text).lower().split()))


def _tone_last(word: re.Match[str]) -> str:
    letters = unicodedata.normalize("NFD", word[0])
    tones = "".join(mark for mark in letters if mark in _TONES)
    return unicodedata.normalize("NFC", "".join(mark for mark in letters if mark not in _TONES)) + tones
