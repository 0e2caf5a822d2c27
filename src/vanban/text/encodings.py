"""Old Vietnamese encodings: TCVN3 (ABC, fonts named .Vn…) and VNI (fonts named VNI-…), seen as Latin-1 letters."""

from __future__ import annotations

import re
import unicodedata

_TCVN3_LETTERS = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦"
_UNICODE_LETTERS = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ"
_TCVN3 = str.maketrans(_TCVN3_LETTERS, _UNICODE_LETTERS)

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_CIRCUMFLEX, _BREVE, _HORN = "\u0302", "\u0306", "\u031b"
_VNI_MARKS = {
    "ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": _CIRCUMFLEX, "à": _CIRCUMFLEX + _GRAVE, "á": _CIRCUMFLEX + _ACUTE, "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE, "ä": _CIRCUMFLEX + _DOT,
    "ê": _BREVE, "è": _BREVE + _GRAVE, "é": _BREVE + _ACUTE, "ú": _BREVE + _HOOK, "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}  # fmt: skip
_VNI_ALONE = {"ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ô": "ơ", "ö": "ư"}
_VNI_PAIR = re.compile(r"([aeouyôöAEOUYÔÖ])([øùûõïâàáåãäêèéúüëØÙÛÕÏÂÀÁÅÃÄÊÈÉÚÜË])")
_VNI_SINGLE = re.compile(r"[ñæóòîôöÑÆÓÒÎÔÖ]")
_MODERN = re.compile(r"[ạ-ỹẠ-ỸăđơưĂĐƠƯ]")
_TCVN3_TELLING = re.compile(r"[µ¶·¹¨»¾¼½©®ª«¬¸]")
_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH = 0.02


def from_tcvn3(text: str) -> str:
    """TCVN3 letters as Unicode. Text set in a capitals-only font (.VnTimeH) is to be upper-cased by the caller."""
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """VNI letters as Unicode, NFC."""
    paired = _VNI_PAIR.sub(_join_pair, text)
    return unicodedata.normalize("NFC", _VNI_SINGLE.sub(_alone, paired))


def _join_pair(match: re.Match[str]) -> str:
    base, mark = match.groups()
    return _alone_letter(base) + _VNI_MARKS[mark.lower()]


def _alone(match: re.Match[str]) -> str:
    return _alone_letter(match[0])


def _alone_letter(letter: str) -> str:
    known = _VNI_ALONE.get(letter.lower(), letter)
    return known.upper() if letter.isupper() else known


def detect(text: str) -> str:
    """ "unicode", "tcvn3" or "vni", by the evidence of the letters; whatever has proper Vietnamese letters is Unicode."""
    letters = len(_LETTER.findall(text)) or 1
    if len(_MODERN.findall(text)) / letters > _ENOUGH / 2:
        return "unicode"
    tcvn3 = len(_TCVN3_TELLING.findall(text)) / letters
    vni = len(_VNI_PAIR.findall(text)) / letters
    if max(tcvn3, vni) < _ENOUGH:
        return "unicode"
    return "tcvn3" if tcvn3 > vni else "vni"


def to_unicode(text: str) -> str:
    """Text in proper Unicode, whichever of the three encodings it came in."""
    kind = detect(text)
    return {"tcvn3": from_tcvn3, "vni": from_vni}[kind](text) if kind != "unicode" else text
