"""What a gift counts for, and which unit price is in force.

Gifts in kind, days of work and finished works are valued by unit price and added to the value of the work
(NĐ 254/2025/NĐ-CP, art. 1(3)); the prices are the commune's decision.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol, TypeVar


class Price(Protocol):
    """A unit price and the days it is in force."""

    valid_from: dt.date
    valid_to: dt.date | None


P = TypeVar("P", bound=Price)


def value(quantity: Decimal, price: int) -> int:
    """Quantity times unit price, in whole đồng, halves away from zero."""
    return int((Decimal(quantity) * price).quantize(Decimal(1), ROUND_HALF_UP))


def in_force(prices: Iterable[P], day: dt.date) -> list[P]:
    """The prices in force on a day."""
    return [price for price in prices if price.valid_from <= day and (price.valid_to is None or day <= price.valid_to)]
