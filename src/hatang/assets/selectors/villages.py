"""The villages with what stands in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from hatang.assets.models import Asset
from hatang.commune.models import Village
from hatang.commune.selectors import villages
from hatang.ui.maps import feature
from hatang.ui.templatetags.ui import vn_number


@dataclass(frozen=True, slots=True)
class VillageLine:
    """A village as a list shows it."""

    village: Village
    assets: int
    not_working: int


def village_lines() -> list[VillageLine]:
    """The villages in the order of the alphabet, with how many assets each has. Three queries."""
    every = _counted()
    broken = _counted(working=Asset.Working.NOT_WORKING)
    return [VillageLine(village, every[village.pk], broken[village.pk]) for village in villages()]


def _counted(**wanted: Any) -> Counter[int]:
    found = Asset.objects.filter(is_retired=False, village__isnull=False, **wanted)
    return Counter(dict(found.values_list("village").annotate(count=Count("pk")).order_by()))


def village_of(pk: int) -> Village | None:
    """One village of the commune in scope; None for any other's."""
    found: Village | None = Village.objects.filter(pk=pk, is_active=True).first()
    return found


def village_features(only: int | None = None) -> Iterator[dict[str, Any]]:
    """The villages that have a place, for a map."""
    for village in villages():
        if village.geometry and only in {None, village.pk}:
            pairs = [] if village.households is None else [(_("Số hộ"), vn_number(village.households))]
            link = reverse("village", args=[village.pk])
            yield feature(village.geometry, name=village.name, pairs=pairs, link=link, key=f"thon-{village.pk}")
