"""Adding, changing and retiring assets."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from hatang.assets.events import inventory_changed
from hatang.assets.models import Asset
from hatang.commune.services import ChangedMeanwhile
from hatang.core.audit import record
from hatang.core.places import geometry as places
from vanban.text.folding import fold_for_search

KEPT = (
    "kind", "name", "code", "village_id", "attributes", "stated_length_m", "condition", "working", "operator_id", "owner",
    "built_year", "warranty_until", "note", "geometry",
)  # fmt: skip


def prepare(asset: Asset) -> Asset:
    """Fill what follows from the rest: sector, folded name, the box around the shape, its length and area on the ellipsoid."""
    asset.sector = asset.spec.sector
    asset.folded_name = fold_for_search(asset.name)[:200]
    shape = asset.geometry
    asset.west, asset.south, asset.east, asset.north = places.bounds(shape) if shape else (None,) * 4
    length, area = (places.length_m(shape), places.area_m2(shape)) if shape else (0.0, 0.0)
    asset.measured_length_m = Decimal(f"{length:.2f}") if length else None
    asset.measured_area_m2 = Decimal(f"{area:.2f}") if area else None
    return asset


@transaction.atomic
def add(asset: Asset) -> Asset:
    """Put a new asset into the inventory."""
    prepare(asset).save()
    record("asset.add", asset, after=_kept(asset))
    inventory_changed({asset.sector})
    return asset


@transaction.atomic
def change(asset: Asset, *, reason: str = "") -> Asset:
    """Write a changed asset.

    Raises:
        ChangedMeanwhile: it was changed by somebody else since `asset` was read.
    """
    before: Asset = Asset.objects.select_for_update().get(pk=asset.pk)
    if before.revision != asset.revision:
        raise ChangedMeanwhile(
            _("Người khác vừa sửa mục này. Nội dung bạn nhập vẫn còn bên dưới; hãy so với bản mới rồi lưu lại.")
        )
    asset.revision += 1
    prepare(asset).save()
    old, new = _kept(before), _kept(asset)
    differing = {name for name in KEPT if old[name] != new[name]}
    record("asset.change", asset, before=_only(old, differing), after=_only(new, differing), reason=reason)
    inventory_changed({asset.sector, before.sector})
    return asset


@transaction.atomic
def retire(asset: Asset, *, reason: str) -> None:
    """Take an asset out of the inventory; it stays to be looked up, with the reason. Doing it twice is doing it once."""
    _set_retired(asset, True, reason, "asset.retire")


@transaction.atomic
def restore(asset: Asset, *, reason: str) -> None:
    """Put an asset that was taken out by mistake back into the inventory."""
    _set_retired(asset, False, reason, "asset.restore")


def _set_retired(asset: Asset, retired: bool, reason: str, action: str) -> None:
    now: Asset = Asset.objects.select_for_update().get(pk=asset.pk)
    if now.is_retired == retired:
        return
    now.is_retired, now.retired_reason = retired, reason if retired else ""
    now.revision += 1
    now.save(update_fields=["is_retired", "retired_reason", "revision", "changed_at"])
    record(action, now, before={"is_retired": not retired}, after={"is_retired": retired}, reason=reason)
    inventory_changed({now.sector})


def _kept(asset: Asset) -> dict[str, Any]:
    return {name: getattr(asset, name) for name in KEPT}


def _only(values: dict[str, Any], names: set[str]) -> dict[str, Any]:
    return {name: values[name] for name in sorted(names)}
