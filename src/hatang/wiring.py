"""What happens in one room because of something in another, read in one sitting. No signals: `connect` says it all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.urls import reverse

from hatang.assets import events as inventory
from hatang.indicators import promises
from hatang.indicators import services as indicators
from hatang.indicators.models import Indicator
from hatang.indicators.promises import Promise
from hatang.indicators.rules.forecast import Addition
from hatang.projects import ports as works
from hatang.projects.selectors import promised


def connect() -> None:
    """Join the rooms; called once when the product wakes."""
    inventory.connect(indicators.inventory_changed)  # a road is hardened: the figures counted from roads follow
    works.connect(indicator_names=_indicator_names)  # a work says which figures it moves
    promises.connect(_promises)  # and until it is handed over, the forecast of those figures counts on it


def _indicator_names() -> dict[str, str]:
    return {row.code: str(row) for row in Indicator.objects.filter(is_active=True).order_by("sector", "order")}


def _promises(rows: Sequence[Indicator]) -> Mapping[int, Sequence[Promise]]:
    found: dict[int, list[Promise]] = {row.pk: [] for row in rows}
    by_code = {row.code: row.pk for row in rows}
    for one in promised(by_code):
        promise = Promise(Addition(one.year, one.amount), one.name, reverse("work", args=[one.project]))
        found[by_code[one.code]].append(promise)
    return found
