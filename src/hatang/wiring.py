"""What happens in one room because of something in another, read in one sitting. No signals: `connect` says it all."""

from __future__ import annotations

from hatang.assets import events as inventory
from hatang.indicators import services as indicators
from hatang.indicators.models import Indicator
from hatang.projects import ports as works


def connect() -> None:
    """Join the rooms; called once when the product wakes."""
    inventory.connect(indicators.inventory_changed)  # a road is hardened: the figures counted from roads follow
    works.connect(indicator_names=_indicator_names)  # a work says which figures it moves


def _indicator_names() -> dict[str, str]:
    return {row.code: str(row) for row in Indicator.objects.filter(is_active=True).order_by("sector", "order")}
