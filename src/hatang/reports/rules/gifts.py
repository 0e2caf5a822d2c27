"""What is said of gifts, without any name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hatang.reports.rules.figures import Figure
from hatang.reports.rules.sentences import Part, Sentence, capital, listed, quoted, sentence


@dataclass(frozen=True, slots=True)
class GiftLine:
    """What was given, by a village or to a work. `figures` by name: count, land, labour, material, cash, value, and how often
    each was given as land_count …; only what there is."""

    name: str
    figures: Mapping[str, Figure] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        """Whether there is something of it."""
        figure = self.figures.get(name)
        return figure is not None and figure.value > 0


def line(one: GiftLine) -> Sentence:
    """One village, one work: how often, of what, worth how much."""
    figures = one.figures
    name, worth = quoted(capital(one.name)), figures["value"]
    return sentence(name, ": ", figures["count"], " lượt, gồm ", *contents(one), "; giá trị quy đổi ", worth, ".", bullet=True)


def contents(one: GiftLine) -> list[Part]:
    """Of what: "120,5 m² đất, 30 ngày công, vật liệu trị giá 1.200.000 đồng, tiền 3.500.000 đồng"."""
    figures = one.figures
    known: list[tuple[Part, ...]] = []
    if one.has("land"):
        known.append((figures["land"], " đất"))
    if one.has("labour"):
        known.append((figures["labour"],))
    if one.has("material"):
        known.append(("vật liệu trị giá ", figures["material"]))
    if one.has("cash"):
        known.append(("tiền ", figures["cash"]))
    return listed(known)
