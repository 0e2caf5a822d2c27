"""Other documents named in a text, each once, however it is spelt."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vanban.model import Reference, Span
from vanban.reader.doctypes import REFERABLE, abbreviation, code_of
from vanban.text.dates import parse_date
from vanban.text.folding import fold, unify_tones
from vanban.text.letters import CAPITAL

_NAMES = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in REFERABLE)
_DATE = r"ngày\s*\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|ngày\s*\d{1,2}\s*tháng\s*\d{1,2}\s*năm\s*\d{4}|năm\s*20\d\d"
_SYMBOL = r"[A-ZĐ][A-Za-zĐđ]{0,6}\d{0,2}(?:\s?[-–/]\s?[A-ZĐ][A-ZĐa-z&]{0,12}\d{0,2}){0,3}"
ASSEMBLY = re.compile(r"(?:UBTV)?QH\d{1,2}")
_LAW_BEFORE = re.compile(rf"(?:{_NAMES}|Bộ luật)(?=[^;.\n]{{0,160}}$)", re.IGNORECASE)
NUMBERED = re.compile(
    rf"(?:(?P<name>{_NAMES})\s+(?:hành\s+động\s+)?)?(?:số:?\s*)?(?<![\d/.,])(?P<number>\d{{1,6}}(?-i:[a-z])?)\s?[-–/]?\s?"
    rf"(?:(?P<year>(?:19|20)\d\d)\s?/\s?)?(?P<symbol>{_SYMBOL})(?![\w])"
    rf"(?:,?\s*(?P<date>{_DATE}))?",
    re.IGNORECASE,
)
LAW = re.compile(rf"(?P<name>Luật|Pháp\s+lệnh)\s+(?P<title>[{CAPITAL}][^;.,()\d]{{3,90}}?)\s*(?P<date>{_DATE})(?!\s*[-–]\s*20)")
_ISSUER = re.compile(rf"\s*,?\s*của\s+(?P<issuer>[{CAPITAL}][^;.,()\n]{{1,90}})")
_ISSUER_ENDS = re.compile(
    r"\s+(?:về|Về|ban hành|phê duyệt|quy định|thực hiện|triển khai|sửa đổi|hướng dẫn|giao|công bố|thông qua|tại|trên địa bàn|"
    r"và\s+(?:Kế hoạch|Nghị quyết|Quyết định|Đề án|Công văn|Chương trình)|khóa|khoá|nhiệm kỳ|giai đoạn|đến|cho|là|"
    r"đã|được|xây dựng|đối với|để|theo|trong)\b"
)


@dataclass(slots=True)
class _Mention:
    kind: str | None
    number: str | None
    symbol: str | None
    date: dt.date | None
    issuer: str | None
    spans: list[Span] = field(default_factory=list)
    title: str = ""

    @property
    def key(self) -> tuple[str | None, ...]:
        """What makes two mentions one document."""
        if self.number is None:
            return self.kind, None, unify_tones(self.title)
        return None, self.number.lstrip("0"), fold(self.symbol or "")


def find_references(text: str, own: tuple[str | None, str | None] = (None, None)) -> tuple[Reference, ...]:
    """Every document named in `text`, in the order of first mention; `own` is the document's number and symbol."""
    found: dict[tuple[str | None, ...], _Mention] = {}
    for mention in sorted([*_numbered(text), *_laws(text)], key=lambda item: item.spans[0]):
        if own[0] and (mention.number, mention.symbol) == own:
            continue
        known = found.setdefault(mention.key, mention)
        if known is not mention:
            _merge(known, mention)
    return tuple(_reference(mention) for mention in found.values())


def _merge(known: _Mention, other: _Mention) -> None:
    known.kind = known.kind or other.kind
    known.date = known.date or other.date
    known.issuer = known.issuer or other.issuer
    known.spans.extend(other.spans)


def _reference(mention: _Mention) -> Reference:
    return Reference(mention.kind, mention.number, mention.symbol, mention.date, mention.issuer, tuple(mention.spans))


def _numbered(text: str) -> Iterator[_Mention]:
    for match in NUMBERED.finditer(text):
        symbol = canonical_symbol(match["symbol"])
        kind = _kind(match["name"], symbol) or _assembly_kind(text[max(0, match.start() - 160) : match.start()], symbol)
        if kind is None or not _is_symbol(match["symbol"], match["name"]):
            continue
        number = "/".join(part for part in (match["number"], match["year"]) if part)
        date = parse_date(match["date"]) if match["date"] else None
        issuer, end = _issuer_after(text, match.end())
        yield _Mention(kind, number, symbol, date, issuer, [(match.start(), end)])


def _laws(text: str) -> Iterator[_Mention]:
    for match in LAW.finditer(text):
        kind = "Luật" if match["name"].lower().startswith("l") else "PL"
        yield _Mention(kind, None, None, parse_date(match["date"]), None, [match.span()], match["title"])


def canonical_symbol(symbol: str) -> str:
    """One spelling: no spaces, plain hyphens ("ĐA / TU" -> "ĐA/TU")."""
    return re.sub(r"\s+", "", symbol).replace("–", "-")


def _is_symbol(symbol: str, name: str | None) -> bool:
    """Whether letters after a number are a document's symbol and not the next word of the sentence."""
    letters = re.sub(r"[^A-Za-zĐđ]", "", symbol)
    capitals = sum(letter.isupper() for letter in letters)
    return (
        capitals >= 2
        and capitals >= len(letters) * 0.5
        and (bool(name) or "-" in symbol or "/" in symbol or bool(ASSEMBLY.fullmatch(symbol)))
    )


def _kind(name: str | None, symbol: str) -> str | None:
    """By the symbol where it names a type (KH/ĐU), else by the name before the number."""
    by_symbol = code_of(symbol)
    by_name = abbreviation(" ".join(name.split())) if name else None
    if by_name in {"Luật", "PL"} or by_symbol is None:
        return by_name
    return by_symbol


def _assembly_kind(before: str, symbol: str) -> str | None:
    """A law of the National Assembly carries no type in its symbol; its name stands before its title."""
    if not ASSEMBLY.fullmatch(symbol):
        return None
    names = _LAW_BEFORE.findall(before)
    return (abbreviation(names[-1]) if names else None) or ("PL" if symbol.startswith("UB") else "Luật")


def _issuer_after(text: str, end: int) -> tuple[str | None, int]:
    match = _ISSUER.match(text, end)
    if not match:
        return None, end
    issuer = _ISSUER_ENDS.split(match["issuer"])[0].strip(' :-–"”')
    start = match.start("issuer")
    return (issuer, start + len(issuer)) if issuer else (None, end)
