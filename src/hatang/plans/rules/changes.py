"""What a second version of a plan changes: pairs of items that speak of the same thing, and those without a pair."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from vanban.text.folding import fold_for_search

SAME_PLAN = 85.0  # two subjects above this, years aside, name one plan in two versions
SAME_THING = 82.0  # below this, two sentences were found to speak of different things


YEARS = re.compile(r"20\d\d")


@dataclass(frozen=True, slots=True)
class Line:
    """One item: its kind, what it speaks of, and the fields that may change, ready to be shown."""

    kind: str
    subject: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """The same thing before and after, with the names of the fields that differ."""

    before: Line
    after: Line
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs between two versions, and how many items stayed as they were."""

    added: tuple[Line, ...]
    removed: tuple[Line, ...]
    changed: tuple[Change, ...]
    same: int

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


def same_plan(one: str, other: str) -> bool:
    """Whether two subjects name the same plan, as a second version's does; another period is another plan."""
    left, right = fold_for_search(one), fold_for_search(other)
    if YEARS.findall(left) != YEARS.findall(right):
        return False
    return bool(left and right) and fuzz.ratio(left, right) >= SAME_PLAN


def what_changed(old: Sequence[Line], new: Sequence[Line]) -> Changes:
    """Pair the items of two versions, the likest first, and tell what differs."""
    pairs = _pairs(old, new)
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    changes = [Change(old[i], new[j], _differing(old[i], new[j])) for i, j in sorted(pairs, key=lambda pair: pair[1])]
    return Changes(
        added=tuple(line for j, line in enumerate(new) if j not in right),
        removed=tuple(line for i, line in enumerate(old) if i not in left),
        changed=tuple(change for change in changes if change.fields),
        same=sum(not change.fields for change in changes),
    )


def _pairs(old: Sequence[Line], new: Sequence[Line]) -> list[tuple[int, int]]:
    folded_old = [fold_for_search(line.subject) for line in old]
    folded_new = [fold_for_search(line.subject) for line in new]
    alike = [
        (fuzz.ratio(folded_old[i], folded_new[j]) + _closer(old[i], new[j]), -abs(i - j), i, j)
        for i in range(len(old))
        for j in range(len(new))
        if old[i].kind == new[j].kind
    ]
    taken_old, taken_new, pairs = set(), set(), []
    for score, _, i, j in sorted(alike, reverse=True):
        if score >= SAME_THING and i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            pairs.append((i, j))
    return pairs


def _closer(before: Line, after: Line) -> float:
    """A little nearer for each fact in common, so that of two like subjects the one that changed least is the pair."""
    return 0.1 * sum(after.facts.get(name) == value for name, value in before.facts.items())


def _differing(before: Line, after: Line) -> tuple[str, ...]:
    fields = [name for name in after.facts if before.facts.get(name) != after.facts[name]]
    if fold_for_search(before.subject) != fold_for_search(after.subject):
        fields.insert(0, "subject")
    return tuple(fields)
