"""Who may do what with which asset. Whether the role may do it at all is `hatang.commune.roles.allows`."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from hatang.commune.roles import Permission, Role, allows, reaches

WATCHERS = frozenset({Role.SUPERVISOR, Role.INSPECTOR})  # they look at everything and change nothing


@dataclass(frozen=True, slots=True)
class Person:
    """A role in a unit."""

    role: str
    unit: int
    sectors: Collection[str]
    village: int | None

    def in_charge(self, sector: str, village: int | None) -> bool:
        """Whether the unit is in charge of this sector or village."""
        return reaches(self.role, self.sectors, self.village, sector=sector, village=village)


def may_assess(person: Person, sector: str, village: int | None) -> bool:
    """An assessment changes the inventory: by those in charge alone."""
    return allows(person.role, Permission.REPORT_FAULTS) and person.in_charge(sector, village)


def may_report(person: Person, sector: str, village: int | None) -> bool:
    """A fault may be reported by those in charge, and by who watches the whole commune."""
    return allows(person.role, Permission.REPORT_FAULTS) and (person.role in WATCHERS or person.in_charge(sector, village))


def may_assign(person: Person, sector: str, village: int | None) -> bool:
    """Work is given by officers in charge of the sector and by the coordinator."""
    return allows(person.role, Permission.EDIT_ASSETS) and person.in_charge(sector, village)


def may_fix(person: Person, unit: int | None, sector: str, village: int | None) -> bool:
    """The unit that was given the work says it is done, or who is in charge does so for it."""
    return allows(person.role, Permission.REPORT_FAULTS) and (person.unit == unit or person.in_charge(sector, village))


def may_check(person: Person) -> bool:
    """Who may check and close; that it is not the one who mended it is a rule of the ticket."""
    return allows(person.role, Permission.CHECK_FIXES)


def may_reopen(person: Person, sector: str, village: int | None) -> bool:
    """Who may report a fault of it may say that it is not mended, and so may who checks."""
    return may_check(person) or may_report(person, sector, village)


def may_decide(person: Person, sector: str, village: int | None) -> bool:
    """What becomes of a work that does not function is written down by leaders, or by officers in charge from a document."""
    return allows(person.role, Permission.APPROVE_WORKS) or may_assign(person, sector, village)


def may_plan(person: Person) -> bool:
    """A job that is about no single asset is planned by any officer; one that is about an asset as work on it is given."""
    return allows(person.role, Permission.EDIT_ASSETS)


def may_finish(person: Person, unit: int) -> bool:
    """A line of the maintenance plan is ticked by the unit that does it, or by the coordinator."""
    return person.role == Role.COORDINATOR or (person.role in {Role.OFFICER, Role.VILLAGE_HEAD} and person.unit == unit)
