"""Tasks from the sentences of parts about work to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from vanban.plan.clauses import Clause, sentences, split_at
from vanban.plan.model import Task
from vanban.plan.parts import Place
from vanban.plan.quantities import amounts_of, quantities_in
from vanban.plan.sectors import sector_of
from vanban.plan.units import is_measure
from vanban.plan.verbs import ENDS_IN_VERB, NEW_BUILDING, builds_before, later_verbs, leading_verbs
from vanban.text.folding import fold, lower

_ELIDED = re.compile(r"\d|(?:khoang|tren|it nhat|toi thieu)\s+\d")
_TIME = re.compile(
    r"(?:(?:trong|đến|từ|vào|ngay|đầu|cuối|hết)\s+)*(?:quý|tháng|năm|giai đoạn|6 tháng|hằng năm|hàng năm|mỗi năm)\b[^;:,]{0,40}?"
    r"(?:20\d\d|hằng năm|hàng năm|mỗi năm)\s*[,:]\s+|(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng)\s*[,:]\s+"
)
_ANNOUNCES = re.compile(r"(?<!\w)(?:gồm|như sau|sau đây|sau|cụ thể)\s*:?$")
_OFTEN = re.compile(r"(?:(?:hằng|hàng|mỗi)\s+(?:năm|quý|tháng|tuần|ngày)|(?:trong |đến |từ )*năm 20\d\d|định kỳ)\s+")
_ONLY_WHEN = re.compile(r"(?:xong\s+)?(?:trước|chậm nhất|trong (?:năm|quý|tháng)|vào (?:năm|quý|tháng|ngày))\b[^,;]*$")
WORDS_OF_AN_OBJECT = 3
SHORTEST_OBJECT = 3
WORDS_BEFORE_A_VERB = 6


def tasks_in(content: Clause, place: Place, *, only_counted: bool = False) -> Iterator[Task]:
    """Every task of one block; with `only_counted`, those with a quantity."""
    for sentence in sentences(content):
        action, sector = "", None
        for clause in _pieces(sentence):
            task = _task(clause, place, action)
            if task is None:
                continue
            task = task if task.sector else replace(task, sector=sector)
            task = task if task.action else replace(task, action=_announced(place))
            action, sector = task.action, task.sector
            if task.quantities or not only_counted:
                yield task


def _announced(place: Place) -> str:
    """The verbs of a heading that announces a list: "Đầu tư hoàn thành các dự án, gồm:"; empty for any other."""
    heading = place.headings[0] if place.headings else ""
    return heading[: leading_verbs(heading)].strip() if _ANNOUNCES.search(lower(heading)) else ""


def _pieces(sentence: Clause) -> Iterator[Clause]:
    for clause in split_at(sentence, ";"):
        yield from _at_new_verbs(_without_time(clause))


def _at_new_verbs(clause: Clause) -> Iterator[Clause]:
    """Cut before a new verb of building, where the verb before it has an object of its own."""
    start = 0
    for match in NEW_BUILDING.finditer(lower(clause.text)):
        before = clause.text[start : match.start()]
        open_bracket = clause.text.count("(", 0, match.start()) > clause.text.count(")", 0, match.start())
        is_list = ENDS_IN_VERB.search(lower(before))
        if (
            not open_bracket
            and not is_list
            and len(before[leading_verbs(before) :].split()) >= WORDS_OF_AN_OBJECT
            and (leading_verbs(before) or later_verbs(before))
        ):
            yield clause.slice(start, match.start())
            start = match.end()
    yield clause.slice(start, len(clause.text))


def _task(clause: Clause, place: Place, inherited: str) -> Task | None:
    clause = clause.slice(0, len(clause.text.rstrip(" .;,:")))
    action, rest = _parted(clause, inherited)
    if len(rest.text) < SHORTEST_OBJECT or (not action and len(rest.text.split()) < WORDS_OF_AN_OBJECT):
        return None
    if _ONLY_WHEN.match(lower(rest.text)):
        return None
    return Task(
        path=place.path,
        action=" ".join(action.split()),
        object=object_of(rest.text),
        sector=sector_of(rest.text, place.headings),
        quantities=quantities_in(rest),
        quote=clause.text,
        span=clause.span,
        confidence=_confidence(action, action != inherited, clause.text),
    )


def _without_time(clause: Clause) -> Clause:
    """A clause without the time it opens with: "Quý I/2027: lắp đặt…", "Trong năm 2026, sửa chữa…"."""
    match = _TIME.match(lower(clause.text))
    if match:
        return clause.slice(match.end(), len(clause.text))
    match = _OFTEN.match(lower(clause.text))
    return clause.slice(match.end(), len(clause.text)) if match and leading_verbs(clause.text[match.end() :]) else clause


def _parted(clause: Clause, inherited: str) -> tuple[str, Clause]:
    """The verb phrase of a clause, and what follows it."""
    text, verbs = clause.text, leading_verbs(clause.text)
    if not verbs and _ELIDED.match(fold(text)):
        return inherited, clause
    amounts = amounts_of(text)
    before = text[: amounts[0].start] if amounts else ""
    if verbs and len(before) > verbs and builds_before(before) and "," not in before[verbs:]:
        verbs = len(before)
    if not verbs and (later := later_verbs(text)) and len(text[: later[0]].split()) <= WORDS_BEFORE_A_VERB:
        return text[slice(*later)], clause.slice(later[1], len(text))
    return text[:verbs].strip(), clause.slice(verbs, len(text))


def object_of(text: str) -> str:
    """What follows the verb, without the number in front: "4 phòng học" -> "phòng học", "khoảng 5 km kênh" -> "kênh"."""
    amounts = amounts_of(text)
    if amounts and not text[: amounts[0].start].strip():
        first = amounts[0]
        text = text[first.end if is_measure(first.unit) else first.number_end :]
    return re.sub(r"\s+", " ", text).strip(" ,.;:")


def _confidence(action: str, has_own_verb: bool, text: str) -> float:
    if action and has_own_verb and len(text) < 400:
        return 0.9
    return 0.75 if action else 0.5
