"""Bytes as text: Unicode as it is, the old Vietnamese encodings turned into it, anything else refused."""

from __future__ import annotations

import codecs

from django.utils.translation import gettext as _

from hatang.assets.importing.readers.table import Refused
from vanban.text.encodings import detect, to_unicode

OLD = {"tcvn3": "TCVN3 (ABC, .VnTime)", "vni": "VNI"}
MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(content: bytes) -> tuple[str, str]:
    """The text, and the note to show where letters of an old encoding were turned into Unicode.

    Raises:
        Refused: the letters are in an encoding that cannot be told for sure.
    """
    text = _unicode(content)
    if text is None:
        text = content.decode("latin-1")
        if detect(text) == "unicode":
            raise Refused(
                _(
                    "Chữ trong tệp không phải Unicode UTF-8 (có thể là Windows-1258 hoặc Windows-1252). "
                    "Hãy lưu lại tệp bằng UTF-8: trong Excel chọn Lưu thành › CSV UTF-8."
                )
            )
    return modern(text)


def modern(text: str) -> tuple[str, str]:
    """Text in proper Unicode, and the note to show where it was TCVN3 or VNI."""
    old = OLD.get(detect(text))
    if old is None:
        return text, ""
    return to_unicode(text), _("Chữ trong tệp theo bảng mã %(old)s, đã được chuyển sang Unicode. Hãy xem lại tên.") % {"old": old}


def _unicode(content: bytes) -> str | None:
    for mark, name in MARKS:
        if content.startswith(mark):
            try:
                return content.decode(name)
            except UnicodeDecodeError as error:
                raise Refused(_("Tệp bị hỏng hoặc tải lên chưa hết: chữ trong tệp không đọc được.")) from error
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None
