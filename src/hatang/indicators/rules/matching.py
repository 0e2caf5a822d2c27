"""Which indicator measures what a sentence of the plan asks for: by the words it has, marks aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vanban.text.folding import fold_for_search

WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Phrases that tell an indicator: every one of some group must stand in the sentence, none of `avoid`."""

    groups: tuple[tuple[str, ...], ...]
    avoid: tuple[str, ...] = ()

    @classmethod
    def of(cls, groups: Iterable[Iterable[str]], avoid: Iterable[str] = ()) -> Pattern:
        """A pattern of phrases as people write them."""
        return cls(tuple(tuple(map(plain, group)) for group in groups), tuple(map(plain, avoid)))

    def weight(self, sentence: str) -> int:
        """How much of a plain sentence the best group explains, in letters; 0 where none stands in it."""
        if any(_has(sentence, phrase) for phrase in self.avoid):
            return 0
        fitting = (group for group in self.groups if all(_has(sentence, phrase) for phrase in group))
        return max((sum(map(len, group)) for group in fitting), default=0)


def plain(text: str) -> str:
    """Folded words with one space between them: "Đường ngõ, xóm" is "duong ngo xom"."""
    return " ".join(WORDS.findall(fold_for_search(text)))


def propose(subject: str, sector: str, known: Mapping[str, tuple[str, Pattern]]) -> str:
    """The code of the indicator that fits a subject best; empty where none does.

    `known` holds sector and pattern by code. Only indicators of the target's own sector are proposed, where it has one.
    """
    sentence = plain(subject)
    weights = {code: pattern.weight(sentence) for code, (its, pattern) in known.items() if not sector or its == sector}
    best = max(weights, key=lambda code: weights[code], default="")
    return best if best and weights[best] else ""


def _has(sentence: str, phrase: str) -> bool:
    return f" {phrase} " in f" {sentence} "
