"""The area of a parcel as stated against the one measured on the map."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CLOSE = Decimal(10)  # per cent: what drawing a small parcel by hand on a map can be off by


@dataclass(frozen=True, slots=True)
class Compared:
    """The map beside the paper: both in m², and by how much of the stated area they are apart, without a sign."""

    stated: Decimal
    measured: Decimal
    percent: Decimal

    @property
    def whole(self) -> int:
        """The measured area in whole m²: a drawing by hand knows no more."""
        return int(self.measured.to_integral_value(ROUND_HALF_UP))

    @property
    def agrees(self) -> bool:
        """Whether they are as close as drawing by hand can be."""
        return self.percent <= CLOSE


def compared(stated: Decimal, measured: Decimal | None) -> Compared | None:
    """None where only a point was put on the map."""
    if not measured or stated <= 0:
        return None
    percent = (abs(measured - stated) / stated * 100).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return Compared(stated, measured, percent)
