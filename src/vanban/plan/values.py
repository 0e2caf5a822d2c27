"""Amounts in a sentence and how they compare: "đạt 80% trở lên", "từ 70% đến 75%", "không quá 5%", "khoảng 5 km"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vanban.plan.model import Comparator
from vanban.plan.units import UNIT
from vanban.text.folding import fold, lower
from vanban.text.letters import CAPITAL
from vanban.text.numbers import NUMBER, parse_number, parse_number_words

_WORD = r"mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi(?:\s(?:mot|hai|ba|bon|lam|sau|bay|tam|chin))?"
_N = rf"(?:{NUMBER})"
_PER = r"(?:/(?:nguoi|ho|nam|thang|ngay|thon|xa|lan|quy)(?!\w))*"
_NOT_COUNTED = (
    "den|va|kv|cua|ve|trong|tai|tu|la|thi|duoc|cho|voi|theo|ngay|lan|tro|neu|nay|do|dat|hoac|cung|so|khi|khong|co|de|boi|thang|quy|nam|"
    "giai|doan|o|tren|duoi|truoc|sau|hoat|hoan|thuc|trien|phan|giam|tang|con|bang|nhu|dan|va|da|se|vao|den|gom|tham|nhung|moi|phai"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERED = re.compile(
    rf"\w\W+[{CAPITAL}]\w*\s$|(?:^|\W)(?i:số|điều|khoản|điểm|mục|thứ|hạng|cấp|loại|mức độ|mức|khóa|khoá|kỳ|đợt|lớp|khối|"
    rf"nhóm|tháng|ngày|năm|quý|bước|vòng|tuyến|giai đoạn|lần|phần|chương|tổ|thôn|bản|xóm|khu|đội|ấp)\s$",
)
AMOUNT = re.compile(
    rf"(?<![\w/.,-])(?:(?P<a>{_N})\s*(?P<ua>%|{UNIT})?\s*(?:-|–|—|"
    rf"den)\s*)?(?P<b>{_N})(?:\s*/\s*(?P<of>{_N})(?=\s))?\s*(?P<ub>%|{UNIT})"
    rf"|(?<![\w/.,-])(?P<c>{_N})\s+(?P<uc>(?!(?:{_NOT_COUNTED})(?!\w))[a-z]{{2,}}{_PER})(?!\w)"
    rf"|(?<![\w/.,-])(?P<w>{_WORD})\s+(?P<uw>(?:mo hinh|cong trinh|diem|nha|phong|truong|tuyen|cum|tram|cau|lop))(?!\w)"
)
_BEFORE = (
    (Comparator.AT_MOST, r"không (?:vượt )?quá|tối đa|không (?:cao|lớn|nhiều) hơn|<=|≤|(?:giảm|xuống|hạ|"
        r"kéo)(?: \w+){0,2} còn|còn(?: lại)?"),
    (Comparator.AT_LEAST, r"tối thiểu(?: đạt| là| phải đạt)?|ít nhất(?: đạt| là)?|không dưới|không (?:thấp|ít|nhỏ) hơn|>=|≥|từ"),
    (Comparator.ABOVE, r"trên|hơn|vượt(?: mức)?|>"),
    (Comparator.BELOW, r"dưới|thấp hơn|ít hơn|nhỏ hơn|<"),
    (Comparator.ABOUT, r"khoảng|xấp xỉ|ước(?: đạt| khoảng)?|gần|tầm|dự kiến(?: khoảng| đạt)?"),
)  # fmt: skip
_BEFORE_PATTERNS = tuple(
    (kind, re.compile(rf"(?:^|[^\w])(?P<w>{words})(?:\s+(?:đạt|là|từ|ở mức))?\s*$")) for kind, words in _BEFORE
)
_UP = re.compile(r"\s*(?:so\s+\w+\s+)?trở lên")
_DOWN = re.compile(r"\s*trở xuống")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit at `[start, end)` of a text; `start` includes the comparing words before it, `end` those after.

    `number_start` is where the number itself begins. `spoken` is true where words compare it.
    """

    value: float
    value_max: float | None
    unit: str
    comparator: Comparator
    spoken: bool
    start: int
    number_start: int
    number_end: int
    end: int


def find_amounts(text: str) -> list[Amount]:
    """Every amount of a text, in order."""
    folded = fold(text)
    return [amount for match in AMOUNT.finditer(folded) if (amount := _amount(text, match)) is not None]


def _amount(text: str, match: re.Match[str]) -> Amount | None:
    low, high = _numbers(match)
    if low is None:
        return None
    if match["c"] and _is_name(text, match):
        return None
    unit_group = "uw" if match["w"] else "uc" if match["c"] else "ub"
    comparator, start, end = _compared(lower(text), match)
    return Amount(
        value=low,
        value_max=high,
        unit=" ".join(text[slice(*match.span(unit_group))].split()),
        comparator=Comparator.BETWEEN if high is not None else comparator,
        spoken=start < match.start() or end > match.end(),
        start=start,
        number_start=match.start(),
        number_end=match.start(unit_group),
        end=end,
    )


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a number before a word no list of units knows numbers a thing rather than counts it: "thôn Ví Dụ 2 và"."""
    before = text[max(0, match.start() - 24) : match.start()]
    return bool(_NUMBERED.search(before)) or bool(_YEAR.fullmatch(match["c"]))


def _numbers(match: re.Match[str]) -> tuple[float | None, float | None]:
    if match["w"]:
        words = parse_number_words(match["w"])
        return (float(words) if words is not None else None), None
    last = parse_number(match["b"] or match["c"])
    first = parse_number(match["a"]) if match["a"] else None
    if last is None:
        return None, None
    return (float(first), float(last)) if first is not None and first < last else (float(last), None)


def _compared(small: str, match: re.Match[str]) -> tuple[Comparator, int, int]:
    after_up, after_down = _UP.match(small, match.end()), _DOWN.match(small, match.end())
    before = small[max(0, match.start() - 40) : match.start()]
    offset = match.start() - len(before)
    found = next(((kind, m) for kind, pattern in _BEFORE_PATTERNS if (m := pattern.search(before))), None)
    start = offset + found[1].start("w") if found else match.start()
    if after_up:
        return Comparator.AT_LEAST, start, after_up.end()
    if after_down:
        return Comparator.AT_MOST, start, after_down.end()
    return (found[0] if found else Comparator.EQUAL), start, match.end()
