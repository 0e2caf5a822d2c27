"""What each amount of a clause measures: the words before it ("tỷ lệ … đạt 80%") or after it ("100% thôn có …")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vanban.plan.clauses import Clause, without_brackets
from vanban.plan.model import Comparator, Kind
from vanban.plan.quantities import NOT_COUNTING
from vanban.plan.units import is_measure
from vanban.plan.values import Amount, find_amounts
from vanban.plan.verbs import ENDS_IN_VERB, leading_verbs
from vanban.text.folding import lower

_TIME = r"(?:(?:đến|trong|hết|vào|từ)\s+)*(?:cuối\s+)?(?:năm|giai đoạn)\s+20\d\d(?:\s*[-–]\s*20\d\d)?"
LEAD = re.compile(
    r"(?:\s*[,;:–-]?\s*(?:và|đồng thời|trong đó(?: có)?|tiếp tục|phấn đấu|cụ thể|riêng|mục tiêu|chỉ tiêu|đảm bảo|bảo đảm|"
    rf"toàn tỉnh|toàn xã|toàn huyện|cả tỉnh|về [^:;,%\d]{{2,40}}(?=:)|có thêm|có|"
    rf"đạt|nâng(?! cao)|đưa|bằng|tương đương|hoàn thành(?!\s+thêm)|tầm nhìn|định hướng|duy trì|giữ vững|{_TIME}|hằng năm|"
    rf"hàng năm|mỗi năm|"
    r"bình quân (?:mỗi|hằng|hàng) năm)(?!\w)\s*[,:]?\s*)+"
)
LINK = re.compile(
    r"(?:[\s,:;(]|(?<!\w)(?:đạt(?: tỷ lệ| mức| được)?|là|chiếm|lên|tăng lên|nâng lên|(?:ổn định )?ở mức|với tỷ lệ|tỷ lệ đạt|"
    rf"xuống|giảm xuống|giảm còn|giảm xuống còn|còn|duy trì|{_TIME}|và|phấn đấu|phải đạt|đạt chuẩn là)(?!\w))+$"
)
ONLY_YEAR = re.compile(rf"(?:{_TIME}|[\s,;:–-]|phấn đấu|(?:đến|trong|vào|hết)\s|và|lên|đạt|còn|duy trì|là|20\d\d)*+")
NO_MEASURES = {"năm", "tháng", "ngày", "giờ", "sao"}
LEVEL = re.compile(r"(?<!\w)(?:còn|xuống|lên|đạt)(?!\w)")
TOWARDS_A_LEVEL = re.compile(r"\s*(?:giảm|hạ|kéo giảm|tăng|nâng|đưa)\s+(?=\S)")
MAINTAIN = re.compile(r"(?<!\w)(?:duy trì|giữ vững)(?!\w)")
HAVE = re.compile(r"(?:(?:mỗi|các|100%)\s+)?(?:xã|thôn|phường|bản|địa bàn)(?:\s+\w+){0,3}?\s+có\s")
REACH = re.compile(
    r"(?<!\w)(?:đạt chuẩn|đạt tiêu chí|được công nhận|hoàn thành (?:tiêu chí|mục tiêu)|đạt (?:xã|danh hiệu)|"
    r"đạt (?:\d+/\d+ )?tiêu chí|ra khỏi|thoát|không còn|không để|xóa bỏ hoàn toàn)(?!\w)"
)
_ENDS_IN_YEAR = re.compile(r"(?<!so với)(?<!so với )\s*(?:(?:vào|trong|đến)\s+)?(?:(?:cuối|hết)\s+)?năm 20\d\d$")
_NUMBER_OF = re.compile(r"^\s*(?:tổng\s+)?(?:số\s+)?(?=\w)")
_DONE = re.compile(r"\s+được$")
_LATER_HAVE = re.compile(r",\s+(?=có\s)")
_YEAR_AFTER = re.compile(r"\s*(?:(?:vào|trong|đến)\s+)?(?:(?:cuối|hết)\s+)?năm 20\d\d")
_FROM = re.compile(r"(?<!\w)từ\s*$")
_TO = re.compile(
    r"(?:\s*\(?(?:vào |của )?năm 20\d\d\)?)?\s*,?\s*(?:(?:xuống|lên|tăng|giảm|còn|đến)\s*)+(?:(?:dưới|trên|khoảng)\s*)?"
)
_COMPARED_WITH = re.compile(r"so với (?:cùng kỳ |cuối )?(?:năm )?20\d\d")
_NEXT_MEASURED = re.compile(
    r",\s+(?=(?:tỷ lệ|tỉ lệ|tổng số|diện tích|chiều dài|thu nhập|mức)\s)"
)  # what follows is named by itself
# where a thing stands, no goal
_IS_NOW = re.compile(r"hiện (?:nay|tại|có|là|đạt)|đến nay|đầu (?:nhiệm kỳ|kỳ)|kỳ trước|cùng kỳ")
_TRAILING = re.compile(
    r"[\s,;]*(?:(?<!\w)(?:và|với|đến|từ|phấn đấu|đạt|có|trong đó|đồng thời|riêng|bằng|tương đương|chiếm)\s*)*$"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A target before its year and sector are settled; places are in the clause."""

    subject: str
    start: int
    end: int
    amount: Amount | None
    kind: Kind
    comparator: Comparator
    own_year: int | None
    confidence: float


def found_in(clause: Clause) -> Iterator[tuple[Clause, Found]]:
    """Every target of a clause, those of its brackets last, each with the text its places are in."""
    outer, brackets = without_brackets(clause)
    yield from ((clause, found) for found in _scan(outer, find_amounts(outer.text)))
    for bracket in brackets:
        amounts = find_amounts(bracket.text)
        if (
            amounts
            and re.search(r"%|trở lên|tối thiểu|trong đó", lower(bracket.text))
            and not _IS_NOW.search(lower(bracket.text))
        ):
            yield from ((bracket, found) for found in _scan(bracket, amounts))


def year_near(text: str) -> int | None:
    """The last year a phrase names, one it only compares with ("so với năm 2025") aside."""
    years = re.findall(r"năm\s+(20\d\d)(?!\d)", _COMPARED_WITH.sub("", lower(text)))
    return int(years[-1]) if years else None


def _scan(clause: Clause, amounts: list[Amount]) -> Iterator[Found]:
    """Walk the amounts of a clause, giving each the words before it, or after it, as its subject."""
    amounts = _without_baselines(clause.text, [amount for amount in amounts if not _is_noise(clause.text, amount)])
    if not amounts:
        yield from _without_amount(clause, 0, len(clause.text))
        return
    position, last = 0, None
    for index, amount in enumerate(amounts):
        limit = amounts[index + 1].start if index + 1 < len(amounts) else len(clause.text)
        for found in _around(clause, position, amount, limit, last):
            position = max(position, found.end, amount.end)
            last = found if found.amount else last
            yield found


def _without_baselines(text: str, amounts: list[Amount]) -> list[Amount]:
    """ "từ 15% xuống còn 8%" is one target: what a thing starts from is taken into the words before what it is to reach."""
    kept: list[Amount] = []
    for amount in amounts:
        last = kept[-1] if kept else None
        if last and _FROM.search(lower(text[: last.number_start])) and _TO.fullmatch(lower(text[last.end : amount.number_start])):
            kept[-1] = replace(amount, start=last.start)
        else:
            kept.append(amount)
    return kept


def _is_noise(text: str, amount: Amount) -> bool:
    """Numbers that measure nothing here: "02 cấp", a plan's own years, the hundredth of "số 60 của"."""
    before = text[max(0, amount.number_start - 14) : amount.number_start]
    return bool(NOT_COUNTING.search(before)) or lower(amount.unit) in NO_MEASURES


def _around(clause: Clause, position: int, amount: Amount, limit: int, last: Found | None) -> Iterator[Found]:
    before = clause.text[position : amount.start]
    small = lower(before)
    lead = LEAD.match(small)
    own = lead.end() if lead else len(before) - len(before.lstrip(" ,;:–-"))
    words = small[own:].strip(" ,:;-–")
    has_own, year = _has_own_subject(clause, amount, limit), year_near(before)
    if last and ONLY_YEAR.fullmatch(small) and (not has_own or year):
        yield _same_subject(clause, amount, last, position, limit)
    elif not words or words == "số":
        yield _subject_after(clause, position + (len(before) - len(before.lstrip(" ,;:"))), amount, limit, year)
    elif has_own and _is_verb(words):
        yield _subject_after(clause, position + own, amount, limit, year, verb=_tidy(before[own:]))
    elif re.search(r"(?:,|(?<!\w)(?:và|với|đồng thời))\s*(?:phấn đấu\s*)?(?:có\s*)?$", small) and has_own:
        yield from _without_amount(clause, position, position + len(before.rstrip(" ,")))
        yield _subject_after(clause, amount.start, amount, limit, year)
    else:
        yield _subject_before(clause, position, own, amount, limit)


def _is_verb(words: str) -> bool:
    """Whether words are nothing but verbs of doing: "xây dựng mới", "kiên cố hóa được", "tăng thêm"."""
    words = _DONE.sub("", words)
    return words == "thêm" or leading_verbs(words) == len(words)


def _has_own_subject(clause: Clause, amount: Amount, limit: int) -> bool:
    after = clause.text[amount.end : limit].strip()
    counts = not is_measure(amount.unit)
    return (counts or len(after.split()) >= 2) and not re.match(r"[,;.]|(?:năm|vào|đến|trở lên)(?!\w)", lower(after))


def _same_subject(clause: Clause, amount: Amount, last: Found, position: int, limit: int) -> Found:
    words = clause.text[position : amount.start]
    start = position + (len(words) - len(words.lstrip(" ,;")))
    end = _with_year_after(clause, amount, limit)
    year = year_near(clause.text[start:end])
    return Found(last.subject, start, end, amount, _kind(amount), _comparator(clause, amount), year, 0.85)


def _subject_before(clause: Clause, position: int, own: int, amount: Amount, limit: int) -> Found:
    start = position + own
    words = clause.text[start : amount.start]
    link = LINK.search(lower(words))
    subject = words[: link.start()] if link else words
    level = words[link.start() :] if link else ""
    if LEVEL.search(lower(level + clause.text[amount.start : amount.number_start])):
        subject = subject[match.end() :] if (match := TOWARDS_A_LEVEL.match(lower(subject))) else subject
    end = _with_year_after(clause, amount, None)
    counted = "" if is_measure(amount.unit) else f" {amount.unit}"
    tail = _tail(clause, amount, limit)
    if lower(subject).endswith((" có", " cho")) and (counted or tail.strip()):
        subject, end = f"{subject}{counted} {tail}", max(end, amount.end + len(tail))
    year = year_near(clause.text[position : amount.start]) or year_near(clause.text[amount.end : amount.end + 22])
    quote_start = _aspiring_start(clause.text, position, start)
    confidence = 0.95 if link else 0.8
    return Found(_tidy(subject), quote_start, end, amount, _kind(amount), _comparator(clause, amount), year, confidence)


def _subject_after(clause: Clause, start: int, amount: Amount, limit: int, year: int | None, verb: str = "") -> Found:
    words = _tail(clause, amount, limit)
    counted = words if is_measure(amount.unit) else f"{amount.unit} {words.strip()}"
    thing = _NUMBER_OF.sub("", _ENDS_IN_YEAR.sub("", counted))
    subject = f"{_DONE.sub('', verb)} {thing}"
    year = year or year_near(words)
    confidence = 0.9 if len(subject.split()) > 1 else 0.6
    end = amount.end + len(words)
    return Found(_tidy(subject), start, end, amount, _kind(amount), _comparator(clause, amount), year, confidence)


def _tail(clause: Clause, amount: Amount, limit: int) -> str:
    """The words after an amount that are its own, up to those that lead to the next amount."""
    tail = clause.text[amount.end : limit]
    if limit >= len(clause.text):
        return tail.rstrip(" .,;")
    named = _NEXT_MEASURED.search(lower(tail))
    if named and _leads_on(lower(tail[named.end() :])):
        return tail[: named.start()].rstrip(" .,;")
    own, comma, following = tail.rpartition(",")
    if comma and _leads_on(lower(following)):
        return own.rstrip(" .,;")
    trailing = _TRAILING.search(lower(tail))
    return (tail[: trailing.start()] if trailing else tail).rstrip(" .,;")


def _leads_on(words: str) -> bool:
    """Whether words lead to the amount after them: "tỷ lệ … đạt", "nâng … lên", "xây dựng"."""
    link = LINK.search(words.rstrip())
    return bool(link or ENDS_IN_VERB.search(words))


def _with_year_after(clause: Clause, amount: Amount, limit: int | None) -> int:
    match = _YEAR_AFTER.match(lower(clause.text[amount.end : limit]))
    return amount.end + match.end() if match else amount.end


def _without_amount(clause: Clause, start: int, end: int) -> Iterator[Found]:
    """A state to keep or reach, or things to have, said without a number."""
    piece = clause.slice(start, end)
    small = lower(piece.text)
    offset = piece.span[0] - clause.span[0]
    keeps = MAINTAIN.search(small)
    lead = LEAD.match(small)
    own = lead.end() if lead and not HAVE.match(small) else 0
    if keeps:
        yield _state(piece, keeps.end(), len(small), offset, Kind.STATUS, Comparator.MAINTAIN, 0.9)
    elif HAVE.match(small[own:]):
        stops = [match.end() for match in _LATER_HAVE.finditer(small, own)]
        for first, last in zip([own, *stops], [*stops, len(small)], strict=True):
            yield _state(piece, first, last, offset, Kind.EXISTENCE, Comparator.EXISTS, 0.85)
    elif REACH.search(small):
        yield _state(piece, own, len(small), offset, Kind.STATUS, Comparator.EXISTS, 0.75)


def _state(piece: Clause, first: int, last: int, offset: int, kind: Kind, comparator: Comparator, confidence: float) -> Found:
    text = piece.text[first:last]
    named = _ENDS_IN_YEAR.sub("", text.rstrip(" .,;"))
    start = offset if kind is Kind.STATUS else offset + first
    end = offset + first + len(text.rstrip(" ,"))
    return Found(_tidy(named), start, end, None, kind, comparator, year_near(text), confidence)


def _aspiring_start(text: str, position: int, start: int) -> int:
    """The quote takes in "Phấn đấu" where it stands before the subject."""
    at = lower(text[position:start]).find("phấn đấu")
    return position + at if at >= 0 else start


def _comparator(clause: Clause, amount: Amount) -> Comparator:
    small = lower(clause.text)
    if amount.comparator is Comparator.AT_MOST and re.search(r"còn(?: lại)?\s*$", small[amount.start : amount.number_start]):
        falls = re.search(r"giảm|xuống|hạ |kéo|còn\s*$", small[max(0, amount.start - 160) : amount.number_start])
        return Comparator.AT_MOST if falls else Comparator.EQUAL
    return amount.comparator


def _kind(amount: Amount) -> Kind:
    return Kind.RATIO if amount.unit == "%" else Kind.COUNT


def _tidy(subject: str) -> str:
    return re.sub(r"\s+", " ", subject).strip(' ,;:.-–“”"(')
