"""What the inventory says of the figures that can be counted from it. Two queries, however many figures are asked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from hatang.assets.models import Asset
from hatang.assets.rules.measures import MEASURES, Counted, Item, Place, Tally, tally
from hatang.commune.models import Village

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Behind:
    """An asset behind a figure, and what it adds."""

    asset: Asset
    numerator: Decimal
    denominator: Decimal


def tallies(keys: Collection[str]) -> dict[str, Tally]:
    """Each figure asked for, by village, with what each asset adds."""
    kinds = {kind for key in keys for kind in MEASURES[key].kinds}
    items, places = _items(kinds), _places()
    by_kind: dict[str, list[Item]] = {kind: [] for kind in kinds}
    for item in items:
        by_kind[item.kind].append(item)
    return {key: tally(MEASURES[key], (item for kind in MEASURES[key].kinds for item in by_kind[kind]), places) for key in keys}


def behind(key: str) -> list[Behind]:
    """The assets behind a figure, those that do not pass first, then by name."""
    counted: dict[int, Counted] = {entry.asset: entry for entry in tallies([key])[key].counted}
    assets = Asset.objects.filter(pk__in=counted).select_related("village")
    found = [Behind(asset, counted[asset.pk].numerator, counted[asset.pk].denominator) for asset in assets]
    return sorted(found, key=lambda entry: (entry.numerator > ZERO, entry.asset.folded_name, entry.asset.pk))


def _items(kinds: Collection[str]) -> list[Item]:
    columns = ("pk", "kind", "village_id", "attributes", "stated_length_m", "measured_length_m", "working")
    lines = Asset.objects.filter(kind__in=kinds, is_retired=False).values_list(*columns)
    return [
        Item(
            pk,
            kind,
            village,
            attributes,
            stated if stated is not None else measured or ZERO,
            working != Asset.Working.NOT_WORKING,
        )
        for pk, kind, village, attributes, stated, measured, working in lines
    ]


def _places() -> list[Place]:
    return [Place(pk, households) for pk, households in Village.objects.filter(is_active=True).values_list("pk", "households")]
