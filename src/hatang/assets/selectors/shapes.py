"""The inventory as a map shows it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from hatang.assets.models import Asset, AssetPhoto
from hatang.assets.rules.measures import HARD
from hatang.assets.selectors.assets import Filter, rows
from hatang.assets.words import metres
from hatang.ui.maps import feature
from hatang.ui.templatetags.ui import vn_date

ON_A_MAP = 5_000
TONES = {"good": "good", "fair": "warn", "poor": "bad", "bad": "bad", "unknown": "none"}


def features(wanted: Filter) -> Iterator[dict[str, Any]]:
    """The shapes of the assets wanted with what a map says of them; at most 5,000."""
    found = rows(wanted).filter(geometry__isnull=False).select_related("village").defer("note").order_by("pk")
    room = reverse("assets")
    for asset in found[:ON_A_MAP].iterator(chunk_size=500):
        yield _feature(asset, asset.geometry or {}, f"{room}{asset.pk}/")  # 5,000 times `reverse` is a second


def feature_of(asset: Asset) -> dict[str, Any]:
    """One asset that has a shape, for a map."""
    return _feature(asset, asset.geometry or {}, reverse("asset", args=[asset.pk]))


def _feature(asset: Asset, geometry: dict[str, Any], address: str) -> dict[str, Any]:
    return feature(geometry, name=asset.name, pairs=_said(asset), link=address, tone=tone_of(asset), key=asset.pk)


def _said(asset: Asset) -> Iterator[tuple[str, str]]:
    yield _("Loại"), str(asset.spec.label)
    if asset.village:
        yield _("Thôn"), asset.village.name
    if asset.spec.has_length and asset.length_m:
        yield _("Chiều dài"), metres(asset.length_m)
    for attribute, value in asset.spec.words(asset.attributes):
        if attribute.code == "surface":
            yield str(attribute.label), str(value)
    yield _("Tình trạng"), asset.get_condition_display()
    if asset.working in {Asset.Working.PARTLY, Asset.Working.NOT_WORKING}:
        yield _("Hoạt động"), asset.get_working_display()


def photo_features(photos: list[AssetPhoto]) -> Iterator[dict[str, Any]]:
    """Where the pictures of an asset were taken, of those that say so."""
    for photo in photos:
        if photo.longitude is not None and photo.latitude is not None:
            point = {"type": "Point", "coordinates": [photo.longitude, photo.latitude]}
            pairs = [(_("Ngày chụp"), vn_date(photo.taken_on))] if photo.taken_on else []
            yield feature(point, name=photo.caption or _("Ảnh"), pairs=pairs, link=reverse("asset-photo", args=[photo.pk]))


def tone_of(asset: Asset) -> str:
    """How a map marks an asset: good, warn, bad or none. A road by its surface, anything else by its state."""
    if asset.working == Asset.Working.NOT_WORKING:
        return "bad"
    if asset.kind == "road_segment":
        return "good" if asset.attributes.get("surface") in HARD else "warn"
    return TONES[asset.condition]
