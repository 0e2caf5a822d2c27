"""Indicators of the commune and of the catalogue, side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hatang.core.sectors import Sector
from hatang.indicators.catalogue import Definition, catalogue
from hatang.indicators.models import Indicator, TargetBinding


@dataclass(frozen=True, slots=True)
class Offered:
    """An indicator of the catalogue that the commune has not taken over; `name` and `source` in the reader's language."""

    entry: Definition
    name: str
    source: str
    kind: Any
    level: Any


@dataclass(frozen=True, slots=True)
class SectorCatalogue:
    """One sector: what the commune uses, and what it may take over."""

    code: str
    name: Any
    used: list[Indicator]
    offered: list[Offered]


def indicators() -> list[Indicator]:
    """Every indicator of the commune in scope, in the order of the catalogue, its own last."""
    return list(Indicator.objects.order_by("order", "pk"))


def catalogue_by_sector(*, english: bool) -> list[SectorCatalogue]:
    """The catalogue beside what the commune uses. One query."""
    rows = indicators()
    used = {row.code for row in rows}
    return [
        SectorCatalogue(
            code,
            name,
            [row for row in rows if row.sector == code],
            [_offered(entry, english) for entry in catalogue().values() if entry.sector == code and entry.code not in used],
        )
        for code, name in Sector.choices
    ]


def _offered(entry: Definition, english: bool) -> Offered:
    texts = entry.en if english else entry.vi
    kind, level = Indicator.Kind(entry.kind).label, Indicator.Level(entry.level).label
    return Offered(entry, texts["name"], texts["definition_source"], kind, level)


def bindings_of(indicator: Indicator) -> list[TargetBinding]:
    """The targets an indicator measures, of plans in force and before."""
    rows = TargetBinding.objects.filter(indicator=indicator).select_related("target__plan__document", "indicator")
    return list(rows.defer("target__plan__document__text").order_by("-target__plan", "target__order"))
