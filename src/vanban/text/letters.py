"""The letters of Vietnamese, for patterns: a range such as À-Ỹ would take small letters for capitals."""

from __future__ import annotations

import unicodedata

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")

SMALL = "a-zđ" + "".join(
    letter for vowel in _VOWELS for tone in _TONES if (letter := unicodedata.normalize("NFC", vowel + tone)) > "z"
)
"""Every small letter, to stand inside a character class."""

CAPITAL = SMALL.upper()
"""Every capital letter, to stand inside a character class."""
