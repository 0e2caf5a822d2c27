"""Adding up figures after something beneath them changed."""

from __future__ import annotations

from collections.abc import Collection


def inventory_changed(sectors: Collection[str]) -> None:
    """Bring the figures counted from the inventory of these sectors up to date; in the making."""
    del sectors
