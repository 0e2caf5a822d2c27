"""How the illustrative figures moved over seven quarters, and how that splits over the villages. Values in, values out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

Parts = Mapping[int | None, tuple[Decimal, Decimal | None]]
FINE = {"km": Decimal("0.001"), "ha": Decimal("0.1")}
QUARTERS = 7

COURSES: dict[str, Sequence[float]] = {  # parts in a hundred at the end of each quarter, the oldest first
    "roads.commune": (89.0, 89.6, 90.5, 91.0, 91.8, 92.6, 93.2),
    "roads.axis": (57.0, 58.2, 59.4, 60.6, 61.9, 63.1, 64.2),
    "roads.alley": (44.2, 44.9, 45.3, 45.8, 46.6, 47.1, 47.7),
    "roads.field": (24.0, 29.6, 31.4, 31.7, 31.9, 32.0, 32.1),
    "irrigation.area": (64.0, 65.1, 66.2, 67.2, 68.4, 69.3, 70.2),
    "canals.lined": (51.2, 51.6, 52.4, 52.9, 53.4, 53.9, 54.4),
    "power.safe_households": (95.0, 95.4, 95.7, 96.0, 96.4, 96.7, 97.0),
    "schools.standard": (33.3, 33.3, 66.7, 66.7, 66.7, 66.7, 66.7),
    "classrooms.solid": (76.0, 76.0, 78.0, 80.0, 80.0, 82.0, 82.0),
    "health.criteria": (100.0,) * QUARTERS,
    "culture.commune": (66.7,) * QUARTERS,
    "culture.villages": (64.3, 64.3, 71.4, 71.4, 71.4, 78.6, 78.6),
    "markets.standard": (0.0,) * QUARTERS,
    "radio.station": (0.0, 0.0, 100.0, 100.0, 100.0, 100.0, 100.0),
    "loudspeakers.villages": (64.3, 64.3, 64.3, 57.1, 57.1, 57.1, 57.1),
    "information.households": (92.0, 94.0, 95.5, 97.0, 98.3, 99.2, 100.0),
    "water.households": (24.0, 25.6, 27.4, 29.1, 31.0, 32.8, 34.4),
    "waste.households": (30.0, 32.1, 35.0, 37.8, 40.4, 42.9, 44.4),
}
NO_DATA = frozenset({"ict.commune"})  # nobody counted it yet: the product shows that too
IRRIGATED = (96, 74, 118, 61, 70, 104, 52, 83, 77, 121, 58, 44, 86, 63)  # hectares of farm land by village


def split(parts: Parts, percent: float, *, unit: str, answers: bool) -> dict[int | None, tuple[Decimal, Decimal | None]]:
    """What each place said when the whole stood at `percent`, given what each has now (`parts`).

    Places that answer yes or no turn to yes in their order, as many as make up the share; others have their share of today's
    amount, as finely as the unit is counted.
    """
    if answers:
        return _answers(parts, percent)
    top = sum((part for part, _whole in parts.values()), Decimal(0))
    bottom = sum((whole or Decimal(0) for _part, whole in parts.values()), Decimal(0))
    wanted = bottom * Decimal(str(percent)) / 100
    share = wanted / top if top else Decimal(0)
    return {place: (min(_counted(part * share, unit), whole or part), whole) for place, (part, whole) in parts.items()}


def _answers(parts: Parts, percent: float) -> dict[int | None, tuple[Decimal, Decimal | None]]:
    wanted = round(len(parts) * percent / 100)
    first = sorted(parts, key=lambda place: (-parts[place][0], place or 0))[:wanted]
    return {place: (Decimal(place in first), Decimal(1)) for place in parts}


def _counted(value: Decimal, unit: str) -> Decimal:
    return value.quantize(FINE.get(unit, Decimal(1)), ROUND_HALF_UP)
