"""How placeholders are called: Vietnamese without marks, from the codes of parts and figures and from the heads of tables."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vanban.text.folding import fold_for_search

WORDS = {
    "leading": "chi_dao", "results": "ket_qua", "summary": "tinh_hinh_chung", "corrections": "dinh_chinh",
    "works": "cong_trinh", "obstacles": "vuong_mac", "next": "nhiem_vu_toi", "proposals": "kien_nghi", "sector": "linh_vuc",
    "other": "khac", "transport": "giao_thong", "irrigation": "thuy_loi", "electricity": "dien", "education": "truong_hoc",
    "health": "y_te", "culture": "van_hoa", "commerce": "thuong_mai", "information": "thong_tin", "water": "nuoc",
    "environment": "moi_truong", "all": "toan_xa", "total": "tong_so", "reached": "da_dat", "on_path": "dung_lo_trinh",
    "at_risk": "nguy_co", "behind": "cham", "no_data": "chua_co_so_lieu", "proposed": "de_xuat", "preparing": "chuan_bi",
    "building": "thi_cong", "standing": "hoan_thanh", "stopped": "tam_dung", "late": "qua_han", "open": "con_lai",
    "money": "von", "allocated": "ke_hoach", "paid": "giai_ngan", "share": "ty_le", "tickets": "bao_hong",
    "unfixed": "chua_sua", "needs": "nhu_cau", "targets": "muc_tieu", "causes": "nguyen_nhan", "capital": "ke_hoach_von",
    "settled": "quyet_toan", "moved": "dieu_chuyen", "watch": "can_tap_trung", "risks": "rui_ro", "apart": "chenh_lech",
    "idle": "chua_bien_dong",
}  # fmt: skip
NAMED = re.compile(r"[a-z_]+(\.[a-z_]+)+")


def name_of(code: str) -> str:
    """The name of a part or a figure: "sector.transport" is "giao_thong", "works.late" "cong_trinh_qua_han"."""
    words = [WORDS.get(word, word) for word in code.removeprefix("sector.").split(".")]
    return re.sub(r"[^a-z0-9_]", "_", "_".join(words))


def is_named(key: str) -> bool:
    """Whether a figure has the same key in every report; those of one work, one obstacle or one unit have not."""
    return NAMED.fullmatch(key) is not None


def slug(words: str) -> str:
    """Words as a name: "Kỳ trước" is "ky_truoc"."""
    plain = re.sub(r"[^a-z0-9]+", "_", fold_for_search(words)).strip("_")
    return plain if plain[:1].isalpha() else f"o_{plain}"


def slugs(titles: Iterable[str]) -> list[str]:
    """The names of several, each its own."""
    found: list[str] = []
    for title in titles:
        name = slug(title)
        found.append(name if name not in found else f"{name}_{len(found) + 1}")
    return found
