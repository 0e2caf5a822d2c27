"""Finding the row of headings in a sheet, and the field of an asset that a heading names."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from rapidfuzz import fuzz

from vanban.text.folding import fold_for_search

SEARCHED = 25  # rows from the top in which the headings are looked for
ALIKE = 90
UNIT = re.compile(r"[(\[]\s*([^)\]]{1,12}?)\s*[)\]]|[,/]\s*(km2|km|m2|ha|m|cm)\s*$")
FACTORS = {
    ("km", "m"): Decimal(1000),
    ("cm", "m"): Decimal("0.01"),
    ("m", "km"): Decimal("0.001"),
    ("ha", "m2"): Decimal(10_000),
    ("m2", "ha"): Decimal("0.0001"),
    ("km2", "ha"): Decimal(100),
}
Aliases = Mapping[str, Collection[str]]
COMMON: dict[str, tuple[str, ...]] = {
    "id": ("so he thong", "so trong he thong", "hatang id"),
    "code": ("ma", "ma so", "ma cong trinh", "ma tai san", "ma hieu", "ma duong", "ky hieu", "code", "ref"),
    "name": (
        "ten",
        "ten cong trinh",
        "ten duong",
        "ten tuyen",
        "ten doan",
        "ten doan duong",
        "ten tuyen duong",
        "ten kenh",
        "ten kenh muong",
        "ten truong",
        "ten cho",
        "name",
        "ten goi",
        "tuyen duong",
        "cong trinh",
        "ten cum loa",
        "ten diem",
        "ten tai san",
    ),
    "village": (
        "thon",
        "ten thon",
        "thuoc thon",
        "thon ban",
        "ban",
        "xom",
        "to dan pho",
        "dia ban",
        "village",
        "thon xom",
        "dia diem thon",
    ),
    "length": (
        "chieu dai",
        "dai",
        "chieu dai theo ho so",
        "do dai",
        "tong chieu dai",
        "chieu dai tuyen",
        "length",
        "chieu dai duong",
        "so km",
        "so met",
    ),
    "condition": ("tinh trang", "hien trang", "tinh trang ky thuat", "chat luong", "condition", "danh gia"),
    "working": ("hoat dong", "tinh trang hoat dong", "con hoat dong", "working"),
    "operator": ("don vi quan ly", "don vi van hanh", "don vi quan ly van hanh", "quan ly", "operator"),
    "owner": ("chu so huu", "so huu", "don vi so huu", "owner"),
    "built_year": ("nam xay dung", "nam xd", "nam hoan thanh", "nam dua vao su dung", "nam lam", "year"),
    "warranty_until": ("het han bao hanh", "bao hanh den", "han bao hanh", "warranty until"),
    "note": ("ghi chu", "mo ta", "note", "notes", "description", "desc", "cmt"),
    "shape": ("hinh", "wkt", "geometry", "geom", "hinh dang", "hinh ban do", "geojson", "the geom"),
    "x": ("x", "toa do x", "x m", "kinh do", "longitude", "lon", "long", "lng", "kinh do x", "toa do x m", "easting", "e"),
    "y": ("y", "toa do y", "y m", "vi do", "latitude", "lat", "vi do y", "toa do y m", "northing", "n"),
}
SPECIFIC: dict[str, dict[str, tuple[str, ...]]] = {
    "road_segment": {
        "class": ("loai duong", "cap duong", "phan loai", "class", "cap"),
        "surface": (
            "mat duong",
            "loai mat duong",
            "ket cau mat duong",
            "ket cau",
            "surface",
            "vat lieu",
            "loai mat",
            "ket cau mat",
        ),
        "width": ("be rong", "chieu rong", "be rong mat duong", "chieu rong mat duong", "rong", "be mat", "width"),
        "from_to": ("diem dau diem cuoi", "diem dau cuoi", "ly trinh", "tu den", "diem dau"),
    },
    "canal": {
        "lined": (
            "da kien co",
            "kien co hoa",
            "da kien co hoa",
            "chieu dai da kien co hoa",
            "chieu dai kien co",
            "lined",
            "kien co",
        ),
        "served": ("dien tich tuoi", "dien tich phuc vu", "tuoi", "served"),
    },
    "water_scheme": {
        "capacity": ("cong suat", "capacity"),
        "households": ("so ho", "so ho su dung", "so ho duoc cap nuoc", "ho su dung", "households"),
        "meets_standard": ("dat quy chuan", "nuoc dat quy chuan", "nuoc sach"),
    },
    "loudspeakers": {"type": ("loai cum", "loai", "cong nghe"), "speakers": ("so loa", "loa")},
    "phone_coverage": {"network": ("nha mang", "mang"), "signal": ("chat luong song", "song", "tin hieu")},
}


def fold(heading: str) -> str:
    """A heading as it is compared: without marks, units, punctuation and the star of required fields."""
    bare = UNIT.sub(" ", fold_for_search(heading))
    return " ".join(re.sub(r"[^0-9a-z]+", " ", bare).split())


@lru_cache(maxsize=64)
def _known_words() -> frozenset[str]:
    specific = (names for kind in SPECIFIC.values() for names in kind.values())
    return frozenset(alias for names in (*COMMON.values(), *specific) for alias in names)


def find_header(rows: Sequence[Sequence[object]]) -> int | None:
    """The place of the row of headings among the first rows: the one with most headings known; else the first with two texts."""
    best, most, first = None, 0, None
    for place, row in enumerate(rows[:SEARCHED]):
        texts = [cell for cell in row if isinstance(cell, str) and cell.strip()]
        if first is None and len(texts) >= 2:
            first = place
        known = sum(fold(text) in _known_words() for text in texts)
        if known > most:
            best, most = place, known
    return best if most >= 2 or (most and first is None) else first


def unit_of(heading: str) -> str:
    """The unit a heading names in brackets or at its end, folded: "Chiều dài (km)" gives "km"; empty where it names none."""
    found = UNIT.search(fold_for_search(heading))
    unit = next((part for part in found.groups() if part), "") if found else ""
    return unit.replace("²", "2").replace("met", "m").strip()


def factor(heading: str, unit: str) -> Decimal:
    """By what the numbers under a heading are multiplied to be in `unit`."""
    return FACTORS.get((unit_of(heading), unit.replace("²", "2")), Decimal(1))


def guess(columns: Sequence[str], aliases: Aliases) -> dict[str, str]:
    """The column of each field a heading names: the same words first, then nearly the same. No column serves two fields."""
    found: dict[str, str] = {}
    folded = {column: fold(column) for column in columns}
    for alike in (_same, _nearly):
        for field, names in aliases.items():
            free = [column for column in columns if column not in found.values() and folded[column]]
            if field not in found and (column := next((one for one in free if alike(folded[one], names)), None)):
                found[field] = column
    return found


def _same(heading: str, names: Collection[str]) -> bool:
    return heading in names


def _nearly(heading: str, names: Collection[str]) -> bool:
    return len(heading) > 3 and any(len(name) > 3 and fuzz.ratio(heading, name) >= ALIKE for name in names)
