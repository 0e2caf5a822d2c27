"""Lists, single assets and shapes for a map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, QuerySet

from hatang.assets.kinds import KINDS, Kind
from hatang.assets.models import Asset, AssetPhoto
from hatang.assets.rules.measures import HARD
from hatang.core.models import AuditEvent
from vanban.text.folding import fold_for_search

ON_A_PAGE = 50
ON_A_MAP = 5_000
TONES = {"good": "good", "fair": "warn", "poor": "bad", "bad": "bad", "unknown": "none"}


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
    """The assets wanted, by kind and name. "ha tang" finds "hạ tầng"."""
    equal = {"sector": wanted.sector, "kind": wanted.kind, "village_id": wanted.village, "condition": wanted.condition}
    found: QuerySet[Asset] = Asset.objects.filter(
        is_retired=wanted.retired, **{name: value for name, value in equal.items() if value}
    )
    if wanted.working:
        found = found.filter(working=wanted.working)
    for word in fold_for_search(wanted.words).split():
        found = found.filter(folded_name__contains=word)
    return found.order_by("sector", "kind", "folded_name", "pk")


def page_of(wanted: Filter, number: Any) -> Page[Asset]:
    """One page of the inventory; a wrong number gives the nearest page."""
    return Paginator(rows(wanted).select_related("village").defer("geometry", "note"), ON_A_PAGE).get_page(number)


def counts_by_kind() -> list[tuple[Kind, int]]:
    """How many assets there are of each kind the commune has, in the order of the sectors."""
    counts = dict(Asset.objects.filter(is_retired=False).values_list("kind").annotate(count=Count("pk")).order_by())
    return [(kind, counts[code]) for code, kind in KINDS.items() if code in counts]


def asset_of(pk: int) -> Asset | None:
    """One asset of the commune in scope; None for any other's."""
    found: Asset | None = Asset.objects.select_related("village", "operator").filter(pk=pk).first()
    return found


def photos_of(asset: Asset) -> list[AssetPhoto]:
    """The pictures of an asset, newest first."""
    return list(AssetPhoto.objects.filter(asset=asset).select_related("file").order_by("-taken_on", "-pk"))


def story_of(asset: Asset) -> list[AuditEvent]:
    """What was done to an asset, newest first; the last twenty deeds."""
    found = AuditEvent.objects.filter(subject_type="assets.asset", subject_id=str(asset.pk)).order_by("-sequence")
    return list(found[:20])


def features(wanted: Filter) -> Iterator[dict[str, Any]]:
    """The shapes of the assets wanted as GeoJSON features with what a map says of them; at most 5,000."""
    found = rows(wanted).filter(geometry__isnull=False).select_related("village").defer("note")
    for asset in found[:ON_A_MAP].iterator(chunk_size=500):
        yield {"type": "Feature", "id": asset.pk, "geometry": asset.geometry, "properties": _properties(asset)}


def _properties(asset: Asset) -> dict[str, Any]:
    return {
        "name": asset.name,
        "kind": str(asset.spec.label),
        "village": asset.village.name if asset.village else "",
        "condition": str(Asset.Condition(asset.condition).label),
        "tone": tone_of(asset),
        "pk": asset.pk,
    }


def tone_of(asset: Asset) -> str:
    """How a map marks an asset: good, warn, bad or none. A road by its surface, anything else by its state."""
    if asset.working == Asset.Working.NOT_WORKING:
        return "bad"
    if asset.kind == "road_segment":
        return "good" if asset.attributes.get("surface") in HARD else "warn"
    return TONES[asset.condition]
