"""The parts of a whole on one bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from hatang.core.figures import Ratio
from hatang.ui.charts.rules.spark import shares
from hatang.ui.charts.words import amount


class Share(NamedTuple):
    """One part. `tone` is good, warn, bad or none; the words below stand in the same order as the parts."""

    label: str
    value: Decimal | float
    tone: str = "none"
    link: str = ""


class Piece(NamedTuple):
    """A part ready to be drawn, in hundredths of the bar."""

    share: Share
    start: float
    length: float
    text: str
    percent: str


@dataclass(frozen=True)
class Shares:
    """A whole and its parts, in the caller's order. `key` is an id of its own."""

    title: str
    parts: Sequence[Share]
    unit: str = ""
    key: str = "phan"

    @property
    def pieces(self) -> list[Piece]:
        """The parts with their places and words."""
        places = shares([float(part.value) for part in self.parts])
        whole = sum((Decimal(str(part.value)) for part in self.parts), Decimal(0))
        return [
            Piece(part, start, length, amount(part.value, self.unit), amount(Ratio(Decimal(str(part.value)), whole).shown, "%"))
            for part, (start, length) in zip(self.parts, places, strict=True)
        ]

    @property
    def words(self) -> str:
        """The whole in a sentence."""
        return f"{self.title}: " + "; ".join(f"{piece.share.label} {piece.text} ({piece.percent})" for piece in self.pieces)
