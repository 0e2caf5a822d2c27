"""Tasks from the sentences of parts about work to be done."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.plan.clauses import Clause, sentences, split_at
from vanban.plan.model import Task
from vanban.plan.parts import Place
from vanban.plan.quantities import amounts_of, quantities_in
from vanban.plan.sectors import sector_of
from vanban.plan.units import is_measure
from vanban.plan.verbs import ENDS_IN_VERB, NEW_BUILDING, leading_verbs
from vanban.text.folding import fold

_ELIDED = re.compile(r"\d|(?:khoang|tren|it nhat|toi thieu)\s+\d")
WORDS_OF_AN_OBJECT = 3


def tasks_in(content: Clause, place: Place, *, only_counted: bool = False) -> Iterator[Task]:
    """Every task of one block; with `only_counted`, those with a quantity."""
    for sentence in sentences(content):
        action = ""
        for clause in _pieces(sentence):
            task = _task(clause, place, action)
            if task is None:
                continue
            action = task.action
            if task.quantities or not only_counted:
                yield task


def _pieces(sentence: Clause) -> Iterator[Clause]:
    for clause in split_at(sentence, ";"):
        yield from _at_new_verbs(clause)


def _at_new_verbs(clause: Clause) -> Iterator[Clause]:
    """Cut before a new verb of building, where the verb before it has an object of its own."""
    start = 0
    for match in NEW_BUILDING.finditer(fold(clause.text)):
        before = clause.text[start : match.start()]
        open_bracket = clause.text.count("(", 0, match.start()) > clause.text.count(")", 0, match.start())
        is_list = ENDS_IN_VERB.search(fold(before))
        if (
            not open_bracket
            and not is_list
            and len(before[leading_verbs(before) :].split()) >= WORDS_OF_AN_OBJECT
            and leading_verbs(before)
        ):
            yield clause.slice(start, match.start())
            start = match.end()
    yield clause.slice(start, len(clause.text))


def _task(clause: Clause, place: Place, inherited: str) -> Task | None:
    clause = clause.slice(0, len(clause.text.rstrip(" .;,:")))
    verbs = leading_verbs(clause.text)
    action = clause.text[:verbs].strip() or (inherited if _ELIDED.match(fold(clause.text)) else "")
    rest = clause.slice(verbs, len(clause.text))
    if len(rest.text) < 3 or (not action and len(rest.text.split()) < WORDS_OF_AN_OBJECT):
        return None
    return Task(
        path=place.path,
        action=" ".join(action.split()),
        object=object_of(rest.text),
        sector=sector_of(rest.text, place.headings),
        quantities=quantities_in(rest),
        quote=clause.text,
        span=clause.span,
        confidence=_confidence(action, verbs, clause.text),
    )


def object_of(text: str) -> str:
    """What follows the verb, without the number in front: "4 phòng học" -> "phòng học", "khoảng 5 km kênh" -> "kênh"."""
    amounts = amounts_of(text)
    if amounts and not text[: amounts[0].start].strip():
        first = amounts[0]
        text = text[first.end if is_measure(first.unit) else first.number_end :]
    return re.sub(r"\s+", " ", text).strip(" ,.;:")


def _confidence(action: str, verbs: int, text: str) -> float:
    if verbs and len(text) < 400:
        return 0.9
    return 0.75 if action else 0.5
