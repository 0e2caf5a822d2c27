"""Which village a written name means. Strict: the same words, or a question."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from vanban.text.folding import fold_for_search, unify_tones

STOP = re.compile(r"^(?:thon ban|thon|ban|xom|lang|ap|khu pho|khu|to dan pho|tdp|to|buon|khoi)\s+(?=\S)")
TAIL = re.compile(r"[,(–-].*$")
ALIKE = 75


@dataclass(frozen=True, slots=True)
class Match:
    """The village meant, or those it might be (nearest first) where that is not sure."""

    village: int | None = None
    maybe: tuple[int, ...] = ()


def core(name: str) -> str:
    """The name alone, folded: "Thôn Ví Dụ" gives "vi du"."""
    bare = re.sub(r"[.:;\"“”]", " ", fold_for_search(name))
    return STOP.sub("", " ".join(bare.split()))


def match(text: str, villages: Mapping[int, str]) -> Match:
    """The village a text means among the commune's.

    The same letters with their marks decide first, then the same letters without; what is only alike is asked, never taken,
    for "Nà Cà 1" and "Nà Cà 2" are alike too.
    """
    wanted = unify_tones(text)
    same = [pk for pk, name in villages.items() if unify_tones(name) == wanted]
    if len(same) == 1:
        return Match(same[0])
    for given in (text, TAIL.sub("", text)):
        bare = core(given)
        folded = [pk for pk, name in villages.items() if bare and core(name) == bare]
        marked = [pk for pk in folded if _marked(villages[pk]) == _marked(given)]
        for found in (marked, folded):
            if len(found) == 1:
                return Match(found[0])
        if folded:
            return Match(maybe=tuple(folded))
    return Match(maybe=_alike(core(text), villages))


def _marked(name: str) -> str:
    """The name alone, with its marks."""
    words = unify_tones(name).split()
    kept = len(core(name).split())
    return " ".join(words[-kept:]) if kept else ""


def _alike(bare: str, villages: Mapping[int, str]) -> tuple[int, ...]:
    scores = sorted(((fuzz.ratio(bare, core(name)), pk) for pk, name in villages.items()), reverse=True)
    return tuple(pk for score, pk in scores[:3] if score >= ALIKE)
