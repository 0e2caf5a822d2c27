"""What happens in one room because of something in another, read in one sitting. No signals: `connect` says it all."""

from __future__ import annotations

from hatang.assets import events as inventory
from hatang.indicators import services as indicators


def connect() -> None:
    """Join the rooms; called once when the product wakes."""
    inventory.connect(indicators.inventory_changed)  # a road is hardened: the figures counted from roads follow
