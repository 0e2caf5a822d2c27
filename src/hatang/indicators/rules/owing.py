"""Which unit owes which figure, and who may write it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from hatang.commune.roles import Role, reaches

DIVISION, PUBLIC_SERVICE = "division", "public_service"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of an indicator decides who owes it."""

    sector: str
    collected_by: int | None
    by_village: bool


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What of a unit decides what it owes."""

    pk: int
    kind: str
    village: int | None
    sectors: tuple[str, ...]


def owner(wanted: Wanted, village: int | None, units: Sequence[UnitFacts]) -> int | None:
    """The unit that owes a figure: the one named to collect it, else the village's own, else the one in charge of the sector.

    Of several in charge a division comes before a school or station, one that names the sector before one that has all. None
    where nobody is in charge: the coordinator has to name somebody.
    """
    if wanted.collected_by is not None:
        return wanted.collected_by
    if wanted.by_village:
        return next((unit.pk for unit in units if village is not None and unit.village == village), None)
    ranked = sorted((rank, len(unit.sectors), unit.pk) for unit in units if (rank := _rank(wanted.sector, unit)))
    return ranked[0][2] if ranked else None


def _rank(sector: str, unit: UnitFacts) -> int:
    """How near a unit stands to a sector, 1 being the nearest; 0 when it has nothing to do with it."""
    if unit.kind == DIVISION:
        return 1 if sector in unit.sectors else 3 if not unit.sectors else 0
    return 2 if unit.kind == PUBLIC_SERVICE and sector in unit.sectors else 0


def may_write(role: str, unit: UnitFacts, wanted: Wanted, village: int | None) -> bool:
    """Whether a person in a unit may write a figure: a coordinator any, others what their unit collects or reaches."""
    if role == Role.COORDINATOR:
        return True
    if wanted.collected_by is not None:
        return wanted.collected_by == unit.pk
    return reaches(role, _sectors(unit.sectors), unit.village, sector=wanted.sector, village=village)


def _sectors(sectors: Collection[str]) -> list[str]:
    return list(sectors)
