"""Weighing needs by the commune's written criteria."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A criterion: how many points it can give and how much it weighs beside the others."""

    key: int
    most: int
    weight: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a need."""

    households: int | None = None
    poor: int | None = None
    land_ready: bool = False
    gives: bool = False


def total(criteria: Collection[Weighed], points: Mapping[int, Decimal]) -> Decimal | None:
    """The score of 100: each criterion's share of its points by its weight. None until every criterion that weighs has points."""
    weighing = [criterion for criterion in criteria if criterion.weight]
    if not weighing or any(criterion.key not in points for criterion in weighing):
        return None
    whole = sum(criterion.weight for criterion in weighing)
    parts = sum((_held(criterion, points[criterion.key]) * criterion.weight for criterion in weighing), ZERO)
    return (parts * 100 / whole).quantize(CENT, ROUND_HALF_UP)


def _held(criterion: Weighed, points: Decimal) -> Decimal:
    return min(max(points, ZERO), Decimal(criterion.most)) / criterion.most


def proposed(measure: str, most: int, facts: Facts) -> Decimal | None:
    """The points the facts speak for, where the written criterion says how; people decide.

    `measure` is "households/10" (a point for each ten), "poor/10" (a point for each ten per cent poor), "land" or "gives".
    """
    name, _slash, step = measure.partition("/")
    size = int(step) if step.isdecimal() and int(step) else 1
    if name == "households" and facts.households is not None:
        return Decimal(min(facts.households // size, most))
    if name == "poor" and facts.households and facts.poor is not None:
        return Decimal(min(facts.poor * 100 // facts.households // size, most))
    if name == "land":
        return Decimal(most if facts.land_ready else 0)
    return Decimal(most if facts.gives else 0) if name == "gives" else None
