"""Names of bodies: from capitals to the way they are written in a sentence."""

from __future__ import annotations

import re

BODY = re.compile(
    r"\b(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|ĐẢNG BỘ|ĐẢNG ỦY|ĐẢNG UỶ|"
    r"TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|HUYỆN ỦY|BAN CHỈ ĐẠO|BAN QUẢN LÝ|VĂN PHÒNG|TRUNG TÂM|CHI CỤC|CỤC|SỞ|PHÒNG|TRẠM|"
    r"(?<!MÔI )(?<!THỊ )(?<!CÔNG )TRƯỜNG|BAN|(?<!CÁN )BỘ|CHÍNH PHỦ|THỦ TƯỚNG CHÍNH PHỦ|QUỐC HỘI|ỦY BAN MẶT TRẬN|UỶ BAN MẶT TRẬN|"
    r"ỦY BAN MTTQ|(?<!XÃ )HỘI|CÔNG AN|CÔNG TY)\b"
)
PLACE = {"xã", "phường", "tỉnh", "huyện", "thị", "trấn", "thành", "phố", "khu", "đặc", "quận", "thôn", "bản"}
PLACE_ENDS = {"xã", "phường", "tỉnh", "huyện", "trấn", "phố", "khu", "quận", "thôn", "bản"}
HEADS = {"sở", "phòng", "bộ", "cục", "ban"}
FIELDS = {"sở", "phòng", "bộ"}
KEPT = {"ubnd": "UBND", "hđnd": "HĐND", "mttq": "MTTQ", "tp": "TP"}


def split_issuer(capitals: str) -> tuple[str | None, str | None]:
    """(superior, issuer) from the capitals of a letterhead's left side; the issuer is the last body named."""
    text = " ".join(capitals.split())
    starts = [match.start() for match in BODY.finditer(text)]
    if not starts:
        return None, text or None
    start = starts[-1]
    return text[:start].strip(" -–") or None, text[start:].strip(" -–") or None


def in_sentence(capitals: str) -> str:
    """ "ỦY BAN NHÂN DÂN XÃ THÍ DỤ" -> "Ủy ban nhân dân xã Thí Dụ"; what is not all capitals stays as it is."""
    if not capitals.isupper():
        return capitals
    small = capitals.lower().split()
    words, proper = [], False
    for position, word in enumerate(small):
        if word in KEPT:
            words.append(KEPT[word])
        elif small[0] in FIELDS and position and _opens_a_field(small[position - 1]):
            words.append(_capital(word))
        elif word in PLACE and not (proper and (word not in PLACE_ENDS or words[-1] in PLACE_ENDS)):
            words.append(word)
            proper = word in PLACE_ENDS
        else:
            starts = proper or (position and words[-1].lower() in HEADS and len(words) == 1)
            words.append(_capital(word) if starts else word)
    return _capital(" ".join(words)).replace("Công thương", "Công Thương")


def _opens_a_field(before: str) -> bool:
    """Whether the next word names another field of a department: "Phòng Văn hóa - Xã hội", "Sở Giáo dục và Đào tạo"."""
    return before in {"và", "-", "–"} or before.endswith(",")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
