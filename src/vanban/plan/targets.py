"""Targets from the sentences of parts about goals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vanban.plan.clauses import Clause, sentences, split_at, without_brackets
from vanban.plan.model import Comparator, Kind, Target
from vanban.plan.parts import Place
from vanban.plan.quantities import NOT_COUNTING
from vanban.plan.sectors import sector_of
from vanban.plan.values import Amount, find_amounts
from vanban.reader.period import find_period
from vanban.text.folding import fold

ASPIRES = re.compile(r"phan dau")
LEAD = re.compile(
    r"(?:\s*(?:va|dong thoi|trong do|trong do co|tiep tuc|phan dau|cu the|rieng|muc tieu|chi tieu|dam bao|bao dam|co|dat|"
    r"nang|dua|hoan thanh"
    r"|(?:den|trong|het|vao|tu)?\s*(?:het\s+)?(?:cuoi\s+)?(?:nam|giai doan)\s+20\d\d(?:\s*[-–]\s*20\d\d)?|hang nam|moi nam|"
    r"binh quan moi nam)\b\s*[,:]?\s*)+"
)
LINK = re.compile(
    r"(?:[\s,:;(]|\b(?:dat(?: ty le| muc| duoc)?|la|chiem|len|tang len|nang len|o muc|voi ty le|ty le dat|xuong|giam|"
    r"giam xuong|duy tri|"
    r"(?:den|trong|vao|het)?\s*(?:het\s+)?nam 20\d\d|va|phan dau|it|dat chuan la)\b)+$"
)
ONLY_YEAR = re.compile(
    r"[\s,;:và]*(?:(?:phan dau|den|trong|het|vao|va|nam|giai doan|len|dat|con|giam|tang|duy tri|la|20\d\d|[\s,;:–-])*)$"
)
YEAR = re.compile(r"(?:nam\s+|[-–]\s*)(20\d\d)(?!\d)")
MAINTAIN = re.compile(r"\b(?:duy tri|giu vung)\b")
HAVE = re.compile(r"^(?:(?:moi|cac|100%)\s+)?(?:xa|thon|phuong|ban|moi thon|moi xa|dia ban)(?:\s+\w+){0,3}?\s+co\s")
REACH = re.compile(
    r"\b(?:dat chuan|dat tieu chi|duoc cong nhan|hoan thanh (?:tieu chi|muc tieu)|dat (?:xa|danh hieu)|"
    r"dat (?:\d+/\d+ )?tieu chi|ra khoi|thoat)\b"
)
GENERIC = re.compile(r"^(?:ty le|so luong|so|tong so)\s*$")


@dataclass(frozen=True, slots=True)
class Lead:
    """What a lead-in says for what follows it: "Đến năm 2030, phấn đấu:"."""

    year: int | None = None
    aspirational: bool = False


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


def lead_of(text: str) -> Lead:
    """What a line that ends with a colon says of the items under it."""
    return Lead(year_in(text), bool(ASPIRES.search(fold(text))))


def targets_in(content: Clause, place: Place, lead: Lead, default_year: int | None) -> Iterator[Target]:
    """Every target of one block, in order."""
    for sentence in sentences(content):
        running = lead
        for clause in split_at(sentence, ";"):
            aspires = running.aspirational or bool(ASPIRES.search(fold(clause.text)))
            running = Lead(running.year, running.aspirational or _opens_aspiring(clause.text))
            for piece, found in _found_in(clause):
                yield _target(piece, found, place, Lead(year_in(clause.text) or running.year, aspires), default_year)


def _opens_aspiring(text: str) -> bool:
    return bool(re.match(r"\s*phan dau\s*:", fold(text)))


def _found_in(clause: Clause) -> Iterator[tuple[Clause, Found]]:
    outer, brackets = without_brackets(clause)
    yield from ((clause, found) for found in _scan(outer, find_amounts(outer.text)))
    for bracket in brackets:
        amounts = find_amounts(bracket.text)
        if amounts and re.search(r"%|tro len|toi thieu|trong do", fold(bracket.text)):
            yield from ((bracket, found) for found in _scan(bracket, amounts))


def _scan(clause: Clause, amounts: list[Amount]) -> Iterator[Found]:
    """Walk the amounts of a clause, giving each the words before it, or after it, as its subject."""
    amounts = [amount for amount in amounts if not _is_noise(clause.text, amount)]
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


def _is_noise(text: str, amount: Amount) -> bool:
    """Numbers that measure nothing here: "02 cấp", a plan's own years, the hundredth of "số 60 của"."""
    before = text[max(0, amount.number_start - 14) : amount.number_start]
    return bool(NOT_COUNTING.search(before)) or fold(amount.unit) in {"nam", "thang", "ngay"}


def _around(clause: Clause, position: int, amount: Amount, limit: int, last: Found | None) -> Iterator[Found]:
    before = clause.text[position : amount.start]
    folded = fold(before)
    lead = LEAD.match(folded)
    own = lead.end() if lead else 0
    if last and last.amount and ONLY_YEAR.fullmatch(folded):
        yield _same_subject(clause, amount, last, position, limit)
    elif not folded[own:].strip(" ,:;-–"):
        yield _subject_after(clause, position + (len(before) - len(before.lstrip(" ,;:"))), amount, limit)
    elif re.search(r"(?:,|\bva|\bvoi|\bva co|\bdong thoi)\s*(?:phan dau\s*)?(?:co\s*)?$", folded) and _has_own_subject(
        clause, amount, limit
    ):
        yield from _without_amount(clause, position, position + len(before.rstrip(" ,")))
        yield _subject_after(clause, amount.start, amount, limit)
    else:
        yield _subject_before(clause, position, own, amount)


def _has_own_subject(clause: Clause, amount: Amount, limit: int) -> bool:
    after = clause.text[amount.end : limit].strip()
    return len(after.split()) >= 2 and not re.match(r"[,;.]|(?:nam|vao|den|so voi|tro len)\b", fold(after))


def _same_subject(clause: Clause, amount: Amount, last: Found, position: int, limit: int) -> Found:
    words = clause.text[position : amount.start]
    start = position + (len(words) - len(words.lstrip(" ,;")))
    end = _with_year_after(clause, amount, limit)
    year = _year_near(clause.text[start:end])
    return Found(last.subject, start, end, amount, last.kind, _comparator(clause, amount), year, 0.85)


def _subject_before(clause: Clause, position: int, own: int, amount: Amount) -> Found:
    start = position + own
    words = clause.text[start : amount.start]
    link = LINK.search(fold(words))
    subject = words[: link.start()] if link else words
    year = _year_near(clause.text[position : amount.start]) or _year_near(clause.text[amount.end : amount.end + 22])
    quote_start = _aspiring_start(clause.text, position, start)
    confidence = 0.95 if link else 0.8
    return Found(
        _tidy(subject),
        quote_start,
        _with_year_after(clause, amount, None),
        amount,
        _kind(amount),
        _comparator(clause, amount),
        year,
        confidence,
    )


def _subject_after(clause: Clause, start: int, amount: Amount, limit: int) -> Found:
    tail = clause.text[amount.end : limit]
    if limit < len(clause.text):
        tail = re.sub(r"[\s,;]*(?:\bvà|\bvới|\bđến|\btừ|\bphấn đấu|\bđạt)?\s*$", "", tail)
    end = amount.end + len(tail.rstrip(" .,;"))
    words = clause.text[amount.end : end]
    counted = f"{amount.unit} {words.strip()}" if amount.unit != "%" and not amount.unit.startswith(("km", "m", "ha")) else words
    subject = re.sub(r"^\s*(?:tổng\s+)?(?:số\s+)?(?=\w)", "", counted)
    year = _year_near(clause.text[start : amount.start]) or _year_near(words)
    return Found(
        _tidy(subject),
        start,
        end,
        amount,
        _kind(amount),
        _comparator(clause, amount),
        year,
        0.9 if len(subject.split()) > 1 else 0.6,
    )


def _with_year_after(clause: Clause, amount: Amount, limit: int | None) -> int:
    match = re.match(r"\s*(?:vao|trong|den)?\s*nam 20\d\d", fold(clause.text[amount.end : limit]))
    return amount.end + match.end() if match else amount.end


def _without_amount(clause: Clause, start: int, end: int) -> Iterator[Found]:
    """A state to keep or reach, or a thing to have, said without a number."""
    piece = clause.slice(start, end)
    folded = fold(piece.text)
    offset = piece.span[0] - clause.span[0]
    keeps = MAINTAIN.search(folded)
    if keeps:
        yield Found(
            _tidy(piece.text[keeps.end() :]), offset, offset + len(piece.text), None, Kind.STATUS, Comparator.MAINTAIN, None, 0.9
        )
        return
    lead = LEAD.match(folded)
    own = lead.end() if lead and not HAVE.match(folded) else 0
    if HAVE.match(folded[own:]):
        yield Found(
            _tidy(piece.text[own:]), offset, offset + len(piece.text), None, Kind.EXISTENCE, Comparator.EXISTS, None, 0.85
        )
    elif REACH.search(folded):
        yield Found(_tidy(piece.text[own:]), offset, offset + len(piece.text), None, Kind.STATUS, Comparator.EXISTS, None, 0.75)


def _aspiring_start(text: str, position: int, start: int) -> int:
    """The quote takes in "Phấn đấu" where it stands before the subject."""
    at = fold(text[position:start]).find("phan dau")
    return position + at if at >= 0 else start


def _comparator(clause: Clause, amount: Amount) -> Comparator:
    if amount.comparator is Comparator.AT_MOST and re.search(r"con\s*$", fold(clause.text[amount.start : amount.number_start])):
        falls = re.search(r"giam|xuong|ha |keo|con\s*$", fold(clause.text[max(0, amount.start - 160) : amount.number_start]))
        return Comparator.AT_MOST if falls else Comparator.EQUAL
    return amount.comparator


def _kind(amount: Amount) -> Kind:
    return Kind.RATIO if amount.unit == "%" else Kind.COUNT


def _tidy(subject: str) -> str:
    return re.sub(r"\s+", " ", subject).strip(' ,;:.-–“”"(')


def year_in(text: str) -> int | None:
    """The year a phrase looks to: "đến năm 2030", "giai đoạn 2026-2030" (its end)."""
    years = [int(year) for year in YEAR.findall(fold(text))]
    if years:
        return years[-1]
    period = find_period(text)
    return period[1] if period else None


def _year_near(text: str) -> int | None:
    years = re.findall(r"nam\s+(20\d\d)(?!\d)", fold(text))
    return int(years[-1]) if years else None


def _target(piece: Clause, found: Found, place: Place, lead: Lead, default_year: int | None) -> Target:
    quote = piece.slice(found.start, found.end)
    amount = found.amount
    return Target(
        path=place.path,
        subject=found.subject,
        kind=found.kind,
        comparator=found.comparator,
        value=amount.value if amount else None,
        value_max=amount.value_max if amount else None,
        unit=amount.unit if amount else None,
        year=found.own_year or lead.year or default_year,
        aspirational=lead.aspirational,
        sector=sector_of(found.subject, place.headings),
        quote=quote.text,
        span=quote.span,
        confidence=found.confidence if found.subject and not GENERIC.match(fold(found.subject)) else 0.4,
    )
