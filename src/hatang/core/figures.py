"""Figures as values: a ratio keeps its two parts, and a percentage is computed here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Ratio:
    """So much of so much, in the same unit. Parts are added; percentages never are."""

    numerator: Decimal
    denominator: Decimal

    @property
    def percent(self) -> Decimal | None:
        """Parts in a hundred, unrounded; None of nothing."""
        return self.numerator * 100 / self.denominator if self.denominator else None

    @property
    def shown(self) -> Decimal | None:
        """The percentage as pages and reports print it, to one decimal, halves away from zero.

        What is not whole is never printed as 100, nor what is not nothing as 0: 999 of 1000.5 prints 99.9.
        """
        percent = self.percent
        if percent is None:
            return None
        rounded = percent.quantize(TENTH, ROUND_HALF_UP)
        if rounded == 100 and percent != 100:
            return rounded - TENTH if percent < 100 else rounded + TENTH
        return TENTH if rounded == 0 < percent else rounded

    @classmethod
    def sum(cls, parts: Iterable[Ratio]) -> Ratio:
        """The whole of several parts; 0 of 0 for none."""
        numerator = denominator = Decimal(0)
        for part in parts:
            numerator, denominator = numerator + part.numerator, denominator + part.denominator
        return cls(numerator, denominator)
