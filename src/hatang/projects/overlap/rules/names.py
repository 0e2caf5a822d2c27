"""Names of works, read as Vietnamese write them: what is built, where, which part; and how alike two of them are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from hatang.projects.overlap.rules import vocabulary as say
from vanban.text.folding import fold

_CHAINAGE = re.compile(r"\bkm\s*(\d+)(?:\s*\+\s*(\d+))?")
_LENGTH = re.compile(r"(?:\bl\s*=\s*)?\b\d+(?:[.,]\d+)*\s*(?:km|m2|m3|m|ha)\b")
_YEAR = re.compile(r"(?:\bnam\s+|\bke hoach\s+)?\b20\d\d\b")
_COUNT = re.compile(r"\b\d+(?=\s*(?:phong|bo|cum|cai|lop|ho|hang muc)\b)")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Name:
    """What a name says: the thing, parts of it, its class, the proper names, numbered labels, and the stretch in metres.

    `said` are the proper names as they were written, for people.
    """

    thing: str = ""
    parts: frozenset[str] = frozenset()
    kind: str = ""
    proper: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    hamlets: frozenset[str] = frozenset()
    labels: dict[str, str] = field(default_factory=dict)
    stretch: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class NameLikeness:
    """How alike two names are, from 0 to 1: what they share, whether one says a part of the other, and what sets them apart."""

    score: float
    shared: tuple[str, ...] = ()
    partly: bool = False
    labels: tuple[str, ...] = ()  # numbered labels that differ ("giai doan": 1 and 2), or the stretch


@dataclass(slots=True)
class _Word:
    """One word: without marks, whether it begins with a capital that means something, and as it was written."""

    text: str
    capital: bool
    said: str = ""


@lru_cache(maxsize=20_000)
def read(text: str) -> Name:
    """What a name says."""
    text = unicodedata.normalize("NFC", text)
    flat = fold(text)
    stretch = _stretch(flat)
    for pattern in (_CHAINAGE, _LENGTH, _YEAR, _COUNT):
        flat = pattern.sub(lambda found: " " * len(found[0]), flat)
    words = list(_expanded(_words(text, flat)))
    labels = _take_labels(words)
    hamlets = frozenset(_hamlets(words))
    return _parsed(words, labels, hamlets, stretch)


def _stretch(flat: str) -> tuple[int, int] | None:
    posts = [int(km) * 1000 + int(metres or 0) for km, metres in _CHAINAGE.findall(flat)]
    return (min(posts), max(posts)) if len(posts) == 2 and posts[0] != posts[1] else None


def _words(text: str, flat: str) -> list[_Word]:
    """The words, with capitals only where the name is not written all in capitals or all small."""
    cased = text != text.upper() and text != text.lower()
    found = [
        _Word(match[0], cased and text[match.start()].isupper(), text[match.start() : match.end()])
        for match in _TOKEN.finditer(flat)
    ]
    if found:
        found[0].capital = found[0].capital and len(found) > 1 and found[1].capital
    return found


def _expanded(words: list[_Word]) -> Iterator[_Word]:
    """Abbreviations in full, Roman numbers as digits, no leading noughts, no full stops within."""
    for at, word in enumerate(words):
        following = next((after.text for after in words[at + 1 : at + 3] if after.text != "."), "")
        if word.text in {".", "&", "(", ")", '"', "“", "”"}:
            continue
        if word.text in say.NUMBERED and following.isdecimal():
            yield from (_Word(part, True) for part in say.NUMBERED[word.text].split())
        elif word.text in say.ABBREVIATIONS and len(word.text) > 1:
            yield from (_Word(part, False) for part in say.ABBREVIATIONS[word.text].split())
        elif word.text in say.ROMAN and word.text != "v":
            yield _Word(say.ROMAN[word.text], True, word.said)
        else:
            short = word.text.isdecimal() and len(word.text) < 3
            yield _Word(str(int(word.text)) if short else word.text, word.capital, word.said)


_LABELS = [label.split() for label in sorted(say.LABELS, key=len, reverse=True)]


def _take_labels(words: list[_Word]) -> dict[str, str]:
    """Numbered labels ("giai đoạn 2"), taken out of the words."""
    labels: dict[str, str] = {}
    for at, word in enumerate(words):
        parts = _label_before(words, at) if word.text.isdecimal() else []
        if parts:
            labels[" ".join(parts)] = word.text
            for taken in words[at - len(parts) : at + 1]:
                taken.text = ";"
    return labels


def _label_before(words: list[_Word], at: int) -> list[str]:
    for parts in _LABELS:
        if at >= len(parts) and [word.text for word in words[at - len(parts) : at]] == parts:
            return parts
    return []


def _hamlets(words: list[_Word]) -> Iterator[str]:
    """The proper names after "thôn", "bản", "xóm"."""
    for at, word in enumerate(words):
        if word.text in say.HAMLETS:
            run = _run(words, at + 1)
            if run:
                yield " ".join(run)


def _run(words: list[_Word], at: int) -> list[str]:
    """The capitalised words and numbers from a place on; the next two words where capitals mean nothing."""
    cased = any(word.capital for word in words)
    found: list[str] = []
    for word in words[at:]:
        named = word.capital or word.text.isdecimal()
        if not (word.text.isalnum() and (named if cased else len(found) < 2 or word.text.isdecimal())):
            break
        if word.text != "so":
            found.append(word.text)
    return found


def _phrases(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {phrase: code for code, phrases in table.items() for phrase in phrases}


_THINGS, _PARTS, _CLASSES = _phrases(say.THINGS), _phrases(say.PARTS), _phrases(say.CLASSES)
_LONGEST: dict[str, int] = {}  # the longest phrase that begins with a word
for _phrase_words in (phrase.split() for phrase in [*_THINGS, *_PARTS, *_CLASSES, *say.EMPTY]):
    _LONGEST[_phrase_words[0]] = max(_LONGEST.get(_phrase_words[0], 0), len(_phrase_words))


@dataclass(slots=True)
class _Reading:
    """What was gathered so far."""

    thing: str = ""
    parts: set[str] = field(default_factory=set)
    kind: str = ""
    proper: list[list[_Word]] = field(default_factory=lambda: [[]])

    def cut(self) -> None:
        """End a proper name."""
        if self.proper[-1]:
            self.proper.append([])


def _parsed(words: list[_Word], labels: dict[str, str], hamlets: frozenset[str], stretch: tuple[int, int] | None) -> Name:
    reading, at = _Reading(), 0
    while at < len(words):
        at += _step(reading, words, at)
    proper = {_joined(name, "text"): _joined(name, "said") for name in reading.proper if name}
    kind = "" if reading.kind in say.UNCLASSED.get(reading.thing, set()) or reading.thing not in say.CLASSED else reading.kind
    return Name(reading.thing, frozenset(reading.parts), kind, tuple(proper), tuple(proper.values()), hamlets, labels, stretch)


def _joined(words: list[_Word], as_: str) -> str:
    return " ".join(getattr(word, as_) or word.text for word in words)


def _step(reading: _Reading, words: list[_Word], at: int) -> int:
    """Read one phrase; how many words it took."""
    word = words[at]
    following = words[at + 1] if at + 1 < len(words) else None
    if word.text in say.COMMUNES and following and following.text != "lo" and following.capital:
        reading.cut()
        return 1 + len(_run(words, at + 1))
    if not _named(words, at):
        for length in range(min(_LONGEST.get(word.text, 0), len(words) - at), 0, -1):
            if _phrase(reading, " ".join(word.text for word in words[at : at + length])):
                return length
    place = word.text in say.HAMLETS | say.COMMUNES and not (following and following.text == "lo")  # "tỉnh lộ" is a road
    if word.text.isalnum() and not place:
        reading.proper[-1].append(word)
    else:
        reading.cut()
    return 1


def _named(words: list[_Word], at: int) -> bool:
    """Whether a word belongs to a proper name although it is also a common one: "Cầu", "Chợ" inside "Nà Chợ"."""
    if at == 0 or not words[at].capital or words[at].text in say.HAMLETS:
        return False
    before, following = words[at - 1], words[at + 1] if at + 1 < len(words) else None
    if before.text in say.HAMLETS:
        return bool(following and following.capital)
    return before.capital and before.text not in say.EMPTY and before.text not in _THINGS


def _phrase(reading: _Reading, phrase: str) -> bool:
    """Take a known phrase; whether it is one."""
    if phrase in _THINGS:
        _take_thing(reading, _THINGS[phrase])
    elif phrase in _PARTS:
        reading.parts.add(_PARTS[phrase])
    elif phrase in _CLASSES:
        reading.kind = reading.kind or _CLASSES[phrase]
    elif phrase not in say.EMPTY:
        return False
    reading.cut()
    return True


def _take_thing(reading: _Reading, thing: str) -> None:
    """The first thing named is what is built; others say where."""
    if not reading.thing:
        reading.thing = thing
    elif thing != reading.thing and reading.thing == "road":
        reading.cut()
        reading.proper[-1].append(_Word(f"@{thing}", False))


def alike(first: Name, second: Name, *, same: float) -> NameLikeness:
    """How alike two names are. `same` is how alike two proper names must be to count as one."""
    shared = tuple(name for name in first.proper if _found(name, second.proper, same))
    left = [name for name in first.proper if name not in shared]
    right = [name for name in second.proper if not _found(name, first.proper, same)]
    matched = len(shared) + len(second.proper) - len(right)
    score = _share(matched, len(first.proper), len(second.proper), same_thing=bool(first.thing) and first.thing == second.thing)
    if left and right:
        score *= 0.5
    labels = _apart(first, second)
    score *= 0.3 if labels else 1
    written = dict(zip(first.proper, first.said, strict=True))
    spoken = tuple(written[name] for name in shared if not name.startswith("@"))
    return NameLikeness(score, spoken, bool(left) != bool(right), labels)


def _share(matched: int, left: int, right: int, *, same_thing: bool) -> float:
    """The share of proper names that the other has too. Names without any are alike when they speak of one kind of thing."""
    if not left and not right:
        return 0.8 if same_thing else 0.0
    if not left or not right:
        return 0.45
    return matched / (left + right)


def _found(name: str, among: Iterable[str], same: float) -> bool:
    return any(_same(name, other, same) for other in among)


def _same(name: str, other: str, same: float) -> bool:
    """Whether two proper names are one but for a slip of the pen. Numbers must be the same."""
    if name == other:
        return True
    if _digits(name) != _digits(other):
        return False
    return ratio(name.replace(" ", ""), other.replace(" ", "")) >= same * 100


def _digits(name: str) -> list[str]:
    return [word for word in name.split() if word.isdecimal()]


def _apart(first: Name, second: Name) -> tuple[str, ...]:
    """What is numbered or classed differently in both names."""
    found = [label for label, number in first.labels.items() if second.labels.get(label, number) != number]
    if first.kind and second.kind and first.kind != second.kind:
        found.append("class")
    if first.stretch and second.stretch and min(first.stretch[1], second.stretch[1]) <= max(first.stretch[0], second.stretch[0]):
        found.append("stretch")
    return tuple(found)


def same_thing(first: Name, second: Name) -> bool | None:
    """Whether two names speak of the same kind of thing, and the same parts of it; None where one does not say."""
    if first.thing and second.thing and first.thing != second.thing:
        return frozenset({first.thing, second.thing}) in say.KINSHIP
    if first.parts and second.parts and not first.parts & second.parts:
        return False
    return True if first.thing and second.thing else None


def villages_of(names: Iterable[str]) -> frozenset[str]:
    """Names of villages as they are compared: without marks and without "thôn"."""
    flat = [[word.text for word in _expanded(_words(name, fold(unicodedata.normalize("NFC", name))))] for name in names]
    return frozenset(" ".join(word for word in words if word not in say.HAMLETS | {"so"} or len(words) < 2) for words in flat)
