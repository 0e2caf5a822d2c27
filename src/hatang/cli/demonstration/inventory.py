"""The inventory: roads, canals, schools and services of the illustrative map."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hatang.assets.events import inventory_changed
from hatang.assets.models import Asset
from hatang.assets.services import prepare
from hatang.cli.demonstration.data import drawn
from hatang.cli.demonstration.places import villages
from hatang.commune.models import Unit, Village
from hatang.core.audit import record

NOTE = "Số liệu minh họa, không phải hiện trạng của xã"
SCHOOLS = {
    "preschool": "Trường Mầm non (minh họa)",
    "primary": "Trường Tiểu học (minh họa)",
    "lower_secondary": "Trường Trung học cơ sở (minh họa)",
}
BY_VILLAGES = {"house_of_culture", "loudspeakers", "water_scheme", "canal", "sanitation_team", "waste_point"}


def fill_inventory() -> None:
    """Put the whole map into the inventory at once: one event in the trail tells of it, with how many of each kind."""
    places, units = villages(), {unit.name: unit for unit in Unit.objects.all()}
    assets = [prepare(_asset(row, places, units)) for row in drawn()["assets"]]
    Asset.objects.bulk_create(assets)
    counts = Counter(asset.kind for asset in assets)
    record("demonstration.inventory", places[0].commune, after={"counts": dict(sorted(counts.items()))}, reason=NOTE)
    inventory_changed({asset.sector for asset in assets})


def _asset(row: dict[str, Any], places: list[Village], units: dict[str, Unit]) -> Asset:
    village = None if row["village"] is None else places[row["village"]]
    asset = Asset(kind=row["kind"], name=row["name"], village=village, geometry=row["geometry"], note=NOTE)
    asset.attributes, wrong = asset.spec.read(row["attributes"])
    if wrong:
        raise ValueError(f"{row['name']}: {wrong}")
    for name in ("condition", "working", "built_year"):
        if row.get(name):
            setattr(asset, name, row[name])
    asset.operator = _operator(asset, units)
    return asset


def _operator(asset: Asset, units: dict[str, Unit]) -> Unit | None:
    if asset.kind in {"school", "classrooms"}:
        return units[SCHOOLS[asset.attributes["level"]]]
    if asset.kind == "health_station":
        return units["Trạm Y tế xã (minh họa)"]
    if asset.kind == "road_segment" and asset.attributes["class"] == "commune":
        return units["Phòng Kinh tế"]
    return asset.village.unit if asset.village and asset.kind in BY_VILLAGES else None
