"""Adding up figures after something beneath them changed."""

from __future__ import annotations

from collections.abc import Collection


def inventory_changed(sectors: Collection[str]) -> None:
    """Bring the figures counted from the inventory of these sectors up to date; in the making."""
    del sectors


def recompute(indicators: Collection[int] | None = None, *, periods: Collection[int] | None = None) -> None:
    """Bring the figures of these indicators in these periods up to date; in the making."""
    del indicators, periods
