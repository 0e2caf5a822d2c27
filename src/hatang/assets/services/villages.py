"""Villages, whose households stand in the denominators of the inventory's figures."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from hatang.assets.events import inventory_changed
from hatang.commune import services as commune
from hatang.commune.models import Village
from hatang.core.sectors import Sector


@transaction.atomic
def change_village(village: Village, *, households: int | None, geometry: dict[str, Any] | None, reason: str = "") -> Village:
    """Set how many households a village has and where it lies; the figures counted from them follow.

    Raises:
        ChangedMeanwhile: somebody else changed it since `village` was read.
    """
    before = Village.objects.get(pk=village.pk).households
    changed = commune.change_village(village, households=households, geometry=geometry, reason=reason)
    if before != households:
        inventory_changed(set(Sector.values))
    return changed


@transaction.atomic
def add_village(*, name: str, households: int | None, geometry: dict[str, Any] | None, reason: str = "") -> Village:
    """A village more, with the unit that lets it be given work."""
    village = commune.create_village(name, households)
    if geometry:
        village = commune.change_village(village, households=households, geometry=geometry, reason=reason)
    inventory_changed(set(Sector.values))
    return village
