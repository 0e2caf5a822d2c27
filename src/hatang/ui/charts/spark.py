"""A line the size of a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from hatang.ui.charts.rules.path import Spot, line
from hatang.ui.charts.rules.spark import spark
from hatang.ui.charts.words import amount


@dataclass(frozen=True)
class Spark:
    """The latest values in small, oldest first; `label` says of what."""

    values: Sequence[Decimal | float | None]
    label: str
    unit: str = ""
    width: int = 96
    height: int = 28

    @property
    def words(self) -> str:
        """The values as a sentence."""
        return f"{self.label}: " + "; ".join(amount(value, self.unit) for value in self.values)

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The points of the line."""
        known = [None if value is None else float(value) for value in self.values]
        return spark(known, width=self.width, height=self.height)

    @property
    def points(self) -> str:
        """The line as SVG writes it."""
        return line(self.spots)

    @property
    def last(self) -> Spot | None:
        """Where the dot stands."""
        return self.spots[-1] if self.spots else None
