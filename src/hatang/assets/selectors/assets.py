"""Lists and single assets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet

from hatang.assets.kinds import KINDS, Kind
from hatang.assets.models import Asset, AssetPhoto
from vanban.text.collation import natural_key
from vanban.text.folding import fold_for_search

ON_A_PAGE = 50
ORDER = {code: number for number, code in enumerate(KINDS)}  # the kinds stand in the order of the sectors


@lru_cache(maxsize=20_000)  # names come again with every page
def alphabetical(name: str) -> tuple[Any, ...]:
    """The place of a name in the Vietnamese alphabet, numbers in it as numbers: "đường 2" before "đường 10"."""
    return natural_key(name)


@dataclass(frozen=True, slots=True)
class Filter:
    """What of the inventory is wanted; empty means everything."""

    sector: str = ""
    kind: str = ""
    village: int | None = None
    condition: str = ""
    working: str = ""
    words: str = ""
    retired: bool = False


def rows(wanted: Filter) -> QuerySet[Asset]:
    """The assets wanted, in no order. "ha tang" finds "hạ tầng"; a code is found by any part of it."""
    equal = {
        "sector": wanted.sector,
        "kind": wanted.kind,
        "village_id": wanted.village,
        "condition": wanted.condition,
        "working": wanted.working,
    }
    found: QuerySet[Asset] = Asset.objects.filter(
        is_retired=wanted.retired, **{name: value for name, value in equal.items() if value}
    )
    for word in fold_for_search(wanted.words).split():
        found = found.filter(Q(folded_name__contains=word) | Q(code__icontains=word))
    return found


def page_of(wanted: Filter, number: Any, *, own_village: int | None = None) -> Page[Asset]:
    """One page by kind and the Vietnamese alphabet, `own_village` first; a wrong number gives the nearest page."""
    page: Page[Any] = Paginator(_ordered(rows(wanted), own_village), ON_A_PAGE).get_page(number)
    page.object_list = _with_villages(page.object_list)
    return page


def first_of(found: QuerySet[Asset], most: int) -> list[Asset]:
    """The first of these by kind and the Vietnamese alphabet, without their shapes."""
    return _with_villages(_ordered(found)[:most])


def _with_villages(keys: Iterable[int]) -> list[Asset]:
    wanted = list(keys)
    shown = Asset.objects.filter(pk__in=wanted).select_related("village").defer("geometry", "note")
    by_key = {asset.pk: asset for asset in shown}
    return [by_key[key] for key in wanted]


def _ordered(found: QuerySet[Asset], own_village: int | None = None) -> Sequence[int]:
    """The keys in order. The database knows no Vietnamese alphabet, so light rows are sorted here: 5,000 take some 20 ms."""
    light = list(found.order_by().values_list("pk", "kind", "name", "village_id"))
    light.sort(key=lambda row: (own_village is not None and row[3] != own_village, ORDER[row[1]], alphabetical(row[2]), row[0]))
    return [row[0] for row in light]


def counts_by_kind(village: int | None = None) -> list[tuple[Kind, int]]:
    """How many assets there are of each kind the commune (or a village) has, in the order of the sectors."""
    found = Asset.objects.filter(is_retired=False, **({"village_id": village} if village else {}))
    counts = dict(found.values_list("kind").annotate(count=Count("pk")).order_by())
    return [(kind, counts[code]) for code, kind in KINDS.items() if code in counts]


def asset_of(pk: int) -> Asset | None:
    """One asset of the commune in scope; None for any other's."""
    found: Asset | None = Asset.objects.select_related("village", "operator").filter(pk=pk).first()
    return found


def photos_of(asset: Asset) -> list[AssetPhoto]:
    """The pictures of an asset, newest first."""
    return list(AssetPhoto.objects.filter(asset=asset).select_related("file").order_by("-taken_on", "-pk"))
