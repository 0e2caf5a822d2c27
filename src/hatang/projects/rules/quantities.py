"""How much of a line of a contract was agreed, accepted and is left. Plain values, no Django."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class Measured:
    """One line: the quantity signed, what variations changed of it, and what was accepted so far, in the unit of the line."""

    signed: Decimal
    varied: Decimal = NOTHING
    accepted: Decimal = NOTHING

    @property
    def agreed(self) -> Decimal:
        """The contract's quantity with its variations."""
        return self.signed + self.varied

    @property
    def left(self) -> Decimal:
        """What may still be accepted; never below nothing."""
        return max(NOTHING, self.agreed - self.accepted)

    @property
    def above(self) -> Decimal:
        """By how much more was accepted than agreed."""
        return self.above_with(NOTHING)

    def above_with(self, more: Decimal) -> Decimal:
        """By how much accepting `more` would go above what was agreed."""
        return max(NOTHING, self.accepted + more - self.agreed)

    def then(self, more: Decimal) -> Measured:
        """The line once `more` of it was accepted."""
        return Measured(self.signed, self.varied, self.accepted + more)


def worth(accepted: Iterable[tuple[Decimal, int]]) -> int:
    """Whole đồng of quantities at their unit prices; each line is rounded, halves away from nothing."""
    return sum(int((quantity * price).quantize(Decimal(1), ROUND_HALF_UP)) for quantity, price in accepted)
