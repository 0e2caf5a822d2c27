"""What the inventory says of an indicator, village by village, with the assets behind it. Values in, values out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

ZERO, ONE = Decimal(0), Decimal(1)
HARD = {"asphalt", "concrete", "paved"}


@dataclass(frozen=True, slots=True)
class Item:
    """An asset as a measure sees it. `length` in metres; `works` is false only for what is known not to work."""

    pk: int
    kind: str
    village: int | None
    attributes: Mapping[str, Any]
    length: Decimal
    works: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A village as a measure sees it."""

    pk: int
    households: int | None


@dataclass(frozen=True, slots=True)
class Counted:
    """What one asset adds to a figure."""

    asset: int
    village: int | None
    numerator: Decimal
    denominator: Decimal


@dataclass(slots=True)
class Tally:
    """A figure by village (None: what lies in no single village), and what each asset added."""

    parts: dict[int | None, tuple[Decimal, Decimal]] = field(default_factory=dict)
    counted: list[Counted] = field(default_factory=list)


Part = Callable[[Item], Decimal]


@dataclass(frozen=True, slots=True)
class Measure:
    """How a figure is counted.

    `per`: "asset" adds what each asset has (`whole`) and how much of it passes (`passing`); "village" asks of each village
    whether any of its assets passes; "household" sets what passes against the households of the village; "checklist" asks of
    the commune, for each of the kinds, whether any passes.
    """

    kinds: tuple[str, ...]
    per: Literal["asset", "village", "household", "checklist"]
    passing: Part
    whole: Part = lambda item: ONE
    counts: Callable[[Item], bool] = lambda item: True


def tally(measure: Measure, items: Iterable[Item], places: Iterable[Place]) -> Tally:
    """Count a figure from the assets of the commune."""
    mine = [item for item in items if item.kind in measure.kinds and measure.counts(item)]
    return {"asset": _by_asset, "village": _by_village, "household": _by_household, "checklist": _checklist}[measure.per](
        measure, mine, list(places)
    )


def _by_asset(measure: Measure, items: list[Item], places: list[Place]) -> Tally:
    del places
    found = Tally()
    for item in items:
        whole = measure.whole(item)
        passing = min(measure.passing(item), whole)
        found.counted.append(Counted(item.pk, item.village, passing, whole))
        top, bottom = found.parts.get(item.village, (ZERO, ZERO))
        found.parts[item.village] = (top + passing, bottom + whole)
    return found


def _by_village(measure: Measure, items: list[Item], places: list[Place]) -> Tally:
    found = Tally(parts={place.pk: (ZERO, ONE) for place in places})
    for item in items:
        passing = measure.passing(item)
        found.counted.append(Counted(item.pk, item.village, passing, ZERO))
        if passing and item.village in found.parts:
            found.parts[item.village] = (ONE, ONE)
    return found


def _by_household(measure: Measure, items: list[Item], places: list[Place]) -> Tally:
    found = Tally(parts={place.pk: (ZERO, Decimal(place.households)) for place in places if place.households})
    for item in items:
        passing = measure.passing(item)
        found.counted.append(Counted(item.pk, item.village, passing, ZERO))
        if item.village in found.parts:
            top, bottom = found.parts[item.village]
            found.parts[item.village] = (min(top + passing, bottom), bottom)
    return found


def _checklist(measure: Measure, items: list[Item], places: list[Place]) -> Tally:
    del places
    found = Tally(counted=[Counted(item.pk, item.village, measure.passing(item), ZERO) for item in items])
    passed = {item.kind for item in items if measure.passing(item)}
    found.parts[None] = (Decimal(len(passed)), Decimal(len(measure.kinds)))
    return found


def _number(item: Item, name: str) -> Decimal:
    value = item.attributes.get(name)
    return Decimal(str(value)) if value not in (None, "") else ZERO


def _roads(road_class: str) -> Measure:
    return Measure(
        kinds=("road_segment",),
        per="asset",
        whole=lambda item: item.length,
        passing=lambda item: item.length if item.attributes.get("surface") in HARD else ZERO,
        counts=lambda item: item.attributes.get("class") == road_class,
    )


def _standing(item: Item) -> Decimal:
    return ONE if item.works and item.attributes.get("meets_standard") is True else ZERO


def _has(name: str, *values: Any) -> Part:
    return lambda item: ONE if item.works and item.attributes.get(name) in values else ZERO


MEASURES: dict[str, Measure] = {
    "roads.commune": _roads("commune"),
    "roads.axis": _roads("axis"),
    "roads.alley": _roads("alley"),
    "roads.field": _roads("field"),
    "canals.lined": Measure(("canal",), "asset", whole=lambda item: item.length, passing=lambda item: _number(item, "lined")),
    "power.safe_households": Measure(
        ("power_service",), "asset", whole=lambda item: _number(item, "households"), passing=lambda item: _number(item, "safe")
    ),
    "schools.standard": Measure(("school",), "asset", passing=_standing),
    "classrooms.solid": Measure(
        ("classrooms",), "asset", whole=lambda item: _number(item, "rooms"), passing=lambda item: _number(item, "solid")
    ),
    "culture.commune": Measure(
        ("house_of_culture", "sports_ground", "playground"),
        "checklist",
        passing=_standing,
        counts=lambda item: item.attributes.get("reach") == "commune",
    ),
    "culture.villages": Measure(
        ("house_of_culture",), "village", passing=_standing, counts=lambda item: item.attributes.get("reach") == "village"
    ),
    "markets.standard": Measure(("market",), "asset", passing=_standing),
    "radio.station": Measure(("radio_station",), "checklist", passing=_has("uses_ict", True)),
    "loudspeakers.villages": Measure(("loudspeakers",), "village", passing=_has("type", "ict", "fm", "wired")),
    "loudspeakers.working": Measure(("loudspeakers",), "asset", passing=_has("type", "ict", "fm", "wired")),
    "phone.villages": Measure(("phone_coverage",), "village", passing=_has("signal", "good")),
    "water.households": Measure(
        ("water_scheme",), "household", passing=lambda item: _number(item, "households") if _standing(item) else ZERO
    ),
    "waste.villages": Measure(("sanitation_team",), "village", passing=lambda item: ONE if item.works else ZERO),
}
