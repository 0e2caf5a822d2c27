"""What the map of a target shows, and the assets behind its figure as rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from hatang.assets.models import Asset
from hatang.assets.selectors import Behind
from hatang.commune.models import Commune
from hatang.indicators import words
from hatang.indicators.models import Indicator
from hatang.indicators.rules.units import METRES
from hatang.indicators.selectors.standing import Standing
from hatang.indicators.selectors.targets import PlacePart
from hatang.ui.maps import Layer, LegendItem, MapView, collection, feature


@dataclass(frozen=True, slots=True)
class AssetRow:
    """An asset behind a figure: how much of it passes, and how it is marked."""

    asset: Asset
    numerator: Decimal
    denominator: Decimal
    tone: str


def map_of(standing: Standing, commune: Commune) -> MapView:
    """The map of a target: villages, and the assets counted where the inventory counts it."""
    pk, indicator = standing.target.pk, standing.indicator
    layers = [Layer(_("Thôn"), reverse("target-villages", args=[pk]), "zone")]
    legend = [
        LegendItem("good", _("Đạt yêu cầu"), "area"),
        LegendItem("warn", _("Theo kịp lộ trình, chưa đạt"), "area"),
        LegendItem("bad", _("Chưa đạt"), "area"),
        LegendItem("none", _("Chưa có số liệu"), "area"),
    ]
    if indicator and indicator.measure:
        layers.append(Layer(_("Công trình được đếm"), reverse("target-assets-map", args=[pk]), "line"))
        legend += [LegendItem("good", _("Công trình đạt")), LegendItem("bad", _("Công trình chưa đạt"))]
    return MapView(
        _("Trên bản đồ"),
        _("Các thôn và công trình có vị trí. Danh sách thôn ở trên nói đủ bằng chữ."),
        boundary=reverse("boundary", args=[commune.code]),
        neighbours=reverse("neighbours", args=[commune.code]),
        layers=layers,
        legend=legend,
    )


def villages(standing: Standing, places: Iterable[PlacePart]) -> dict[str, Any]:
    """The villages that have a shape, as GeoJSON."""
    indicator = standing.indicator
    return collection(
        feature(
            place.village.geometry,
            name=place.village.name,
            pairs=_facts(indicator, place) if indicator else (),
            tone=place.tone,
            key=f"thon-{place.village.pk}",
        )
        for place in places
        if place.village and place.village.geometry
    )


def _facts(indicator: Indicator, place: PlacePart) -> list[tuple[str, str]]:
    facts = [(_("Số liệu"), words.shown(indicator, place.value))]
    whole = words.parts(indicator, place.numerator, place.denominator)
    return [*facts, (_("Gồm"), whole)] if whole else facts


def assets(found: Iterable[Behind]) -> dict[str, Any]:
    """The assets behind a figure that have a shape, as GeoJSON."""
    return collection(
        feature(
            entry.asset.geometry,
            name=entry.asset.name,
            pairs=[(_("Thôn"), entry.asset.village.name if entry.asset.village else "–")],
            link=reverse("asset", args=[entry.asset.pk]),
            link_text=_("Xem công trình"),
            tone=_tone(entry),
            key=f"ct-{entry.asset.pk}",
        )
        for entry in found
        if entry.asset.geometry
    )


def rows_of(indicator: Indicator, found: Sequence[Behind]) -> list[AssetRow]:
    """The assets behind a figure with what each adds, in the unit of the indicator."""
    metres = METRES.get(indicator.unit, Decimal(1))
    return [AssetRow(entry.asset, entry.numerator / metres, entry.denominator / metres, _tone(entry)) for entry in found]


def _tone(entry: Behind) -> str:
    if not entry.numerator:
        return "bad"
    return "warn" if entry.numerator < entry.denominator else "good"
