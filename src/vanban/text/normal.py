"""One spelling of a text: NFC, ordinary spaces, no invisible characters."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"))
_ODD_SPACES = dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0x09, 0x0B, 0x0C], " ")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SPACES = re.compile(r" {2,}")
_NEWLINES = str.maketrans({"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\x85": "\n"})


def normalise(text: str) -> str:
    """NFC, every newline "\\n", odd spaces ordinary, invisible and control characters dropped."""
    text = text.replace("\r\n", "\n").translate(_NEWLINES)
    text = text.translate(_INVISIBLE).translate(_ODD_SPACES)
    return unicodedata.normalize("NFC", _CONTROL.sub("", text))


def squeeze(text: str) -> str:
    """One line: normalised, every run of white space one space, none at the ends."""
    return _SPACES.sub(" ", normalise(text).replace("\n", " ")).strip()
