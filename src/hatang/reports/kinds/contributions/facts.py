"""What a report on gifts is written from, as plain values. No name of a giver who did not agree comes here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hatang.reports.rules.figures import Figure
from hatang.reports.rules.gifts import GiftLine


@dataclass(frozen=True, slots=True)
class GiftFacts:
    """Everything. `whole` is all that was given in the span; `counts` the rest by name: works, villages, before, change, since,
    since_value, unpriced, and givers by their sort; `papers` the decisions of the unit prices; `named` who agreed to be named;
    `silent` the villages that gave nothing."""

    period: str
    compared: str
    whole: GiftLine
    counts: Mapping[str, Figure]
    villages: Sequence[GiftLine] = ()
    works: Sequence[GiftLine] = ()
    papers: Sequence[str] = ()
    named: Sequence[str] = ()
    silent: Sequence[str] = ()

    def has(self, name: str) -> bool:
        """Whether there is something of it."""
        figure = self.counts.get(name)
        return figure is not None and figure.value > 0
