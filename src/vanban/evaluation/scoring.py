"""Pairing what was read with what was expected, and counting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz

from vanban.text.folding import fold_for_search, unify_tones

SAME = 72.0  # two wordings above this are the same item, however exactly it was cut out
NAMED_BY = {
    "references": ("type", "number", "symbol"),
    "targets": ("subject", "value", "year"),
    "tasks": ("action", "object"),
    "quantities": ("value", "unit", "of"),
    "assignments": ("actor", "role"),
    "schedules": ("kind", "every", "start", "due"),
}
HELD_EXACT = {
    "references": ("type", "number", "symbol", "date", "issuer"),
    "targets": ("path", "subject", "kind", "comparator", "value", "value_max", "unit", "year", "aspirational", "sector"),
    "tasks": ("path", "action", "object", "sector"),
    "quantities": ("value", "unit", "of", "approximate"),
    "assignments": ("path", "actor", "role"),
    "schedules": ("path", "kind", "every", "start", "due"),
}


@dataclass(slots=True)
class Score:
    """Counts of one kind of item over any number of plans."""

    expected: int = 0
    read: int = 0
    found: int = 0
    exact: int = 0

    def add(self, other: Score) -> None:
        """Take in the counts of another plan."""
        self.expected += other.expected
        self.read += other.read
        self.found += other.found
        self.exact += other.exact

    def precision(self, hits: int) -> float:
        """The share of what was read that a person expects; 1 where nothing was read."""
        return hits / self.read if self.read else 1.0

    def recall(self, hits: int) -> float:
        """The share of what a person expects that was read; 1 where nothing is expected."""
        return hits / self.expected if self.expected else 1.0

    def f1(self, hits: int) -> float:
        """The harmonic mean of both."""
        precision, recall = self.precision(hits), self.recall(hits)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score(kind: str, expected: Sequence[Mapping[str, Any]], read: Sequence[Mapping[str, Any]]) -> Score:
    """Pair items one to one, the likest first: `found` pairs speak of the same thing, `exact` ones say the same of it."""
    pairs = _pairs(kind, expected, read)
    exact = sum(_exact(kind, expected[i], read[j]) for i, j in pairs)
    return Score(len(expected), len(read), len(pairs), exact)


def _pairs(kind: str, expected: Sequence[Mapping[str, Any]], read: Sequence[Mapping[str, Any]]) -> list[tuple[int, int]]:
    ranked = sorted(
        ((_likeness(kind, wanted, got), i, j) for i, wanted in enumerate(expected) for j, got in enumerate(read)), reverse=True
    )
    left, right, pairs = set(), set(), []
    for likeness, i, j in ranked:
        if likeness >= SAME and i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return pairs


def _likeness(kind: str, wanted: Mapping[str, Any], got: Mapping[str, Any]) -> float:
    """0–100 from the words that name an item; whether numbers and codes agree decides among like wordings."""
    names = NAMED_BY[kind]
    words = [name for name in names if isinstance(wanted.get(name), str)]
    other = [name for name in names if name not in words]
    left, right = (fold_for_search(" ".join(str(side.get(name) or "") for name in words)) for side in (wanted, got))
    likeness = fuzz.ratio(left, right) if words else 100.0
    agree = [wanted.get(name) == got.get(name) for name in other]
    exactly = sum(same(wanted.get(name), got.get(name)) for name in HELD_EXACT[kind] if name in wanted)
    return likeness * (0.85 + 0.15 * (sum(agree) / len(agree) if agree else 1)) + exactly * 0.01


def _exact(kind: str, wanted: Mapping[str, Any], got: Mapping[str, Any]) -> bool:
    return all(same(wanted[name], got.get(name)) for name in HELD_EXACT[kind] if name in wanted)


def same(wanted: Any, got: Any) -> bool:
    """Equal as a reader sees it: letter case, spaces, the place of a tone and marks at the ends aside."""
    if isinstance(wanted, str) and isinstance(got, str):
        return unify_tones(wanted).strip(" .;,:") == unify_tones(got).strip(" .;,:")
    return bool(wanted == got)
