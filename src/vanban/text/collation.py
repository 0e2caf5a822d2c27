"""The order of the Vietnamese alphabet."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: rank for rank, letter in enumerate(_LETTERS, start=1)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def collation_key(text: str) -> tuple[tuple[int, ...], tuple[int, ...], str]:
    """A sort key: letters first (a ă â b c d đ e ê…), then tones (ngang huyền hỏi ngã sắc nặng), then the text itself."""
    letters, tones = [], []
    for letter in unicodedata.normalize("NFC", text).lower():
        base, tone = _without_tone(letter)
        letters.append(_RANK.get(base, 0) * 0x110000 + (0 if base in _RANK else ord(base)))
        tones.append(tone)
    return tuple(letters), tuple(tones), text


def natural_key(text: str) -> tuple[tuple[int, Any], ...]:
    """A sort key in which numbers count as numbers: "thôn 2" before "thôn 10", letters as in `collation_key`."""
    parts = re.split(r"([0-9]+)", text)
    return tuple((0, int(part)) if at % 2 else (1, collation_key(part)) for at, part in enumerate(parts))


@lru_cache(maxsize=1024)  # the letters of Vietnamese are few, the names to be sorted many
def _without_tone(letter: str) -> tuple[str, int]:
    marks = unicodedata.normalize("NFD", letter)
    tone = next((_TONES[mark] for mark in marks if mark in _TONES), 0)
    base = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    return base[:1] or letter, tone
