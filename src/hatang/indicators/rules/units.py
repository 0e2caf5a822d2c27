"""The inventory measures lengths in metres; an indicator says them in its own unit."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

METRES = {"km": Decimal(1000)}
STORED = Decimal("0.0001")  # what a row of figures can hold


def in_unit(parts: Mapping[int | None, tuple[Decimal, Decimal]], unit: str) -> dict[int | None, tuple[Decimal, Decimal]]:
    """Parts in the unit of the indicator, as exact as they are kept."""
    metres = METRES.get(unit, Decimal(1))
    return {place: (_kept(top / metres), _kept(bottom / metres)) for place, (top, bottom) in parts.items()}


def _kept(value: Decimal) -> Decimal:
    return value.quantize(STORED, ROUND_HALF_UP)
