"""Gifts of a work, with and without names."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from hatang.commune.models import Membership
from hatang.commune.roles import Permission, Role, allows
from hatang.projects.giving.rules import naming, valuing
from hatang.projects.giving.rules.parcels import Compared, compared
from hatang.projects.models import Contribution, GiftKind, Project, UnitPrice


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: what the rules of names need to know of a person."""

    sees_givers: bool
    is_head: bool
    village: int | None

    @classmethod
    def of(cls, member: Membership) -> Reader:
        """From a membership."""
        is_head = member.role == Role.VILLAGE_HEAD
        return cls(allows(member.role, Permission.SEE_GIVERS), is_head, member.unit.village_id if is_head else None)

    def may_read(self, village: int | None) -> bool:
        """Whether this person may read private names of gifts from a village."""
        return naming.may_read(village, sees_givers=self.sees_givers, head_of=self.village, is_head=self.is_head)


@dataclass(frozen=True, slots=True)
class Gift:
    """A gift as pages show it: the name only where the giver agreed."""

    pk: int
    receipt: str
    day: dt.date
    village: str
    village_id: int | None
    kind: str
    kind_label: str
    giver: str
    name: str
    quantity: Decimal
    unit: str
    value: int
    is_void: bool
    has_name: bool
    is_public: bool
    has_paper: bool
    is_drawn: bool
    compared: Compared | None


def gifts_of(project: Project) -> list[Gift]:
    """The gifts to a work, newest first; private names left out. One query."""
    rows = Contribution.objects.filter(project=project).select_related("village").defer("geometry").order_by("-given_on", "-pk")
    return [_told(row) for row in rows]


def _told(row: Contribution) -> Gift:
    return Gift(
        pk=row.pk,
        receipt=row.receipt_number,
        day=row.given_on,
        village=row.village.name if row.village else "",
        village_id=row.village_id,
        kind=row.kind,
        kind_label=str(row.get_kind_display()),
        giver=str(row.get_giver_display()),
        name=row.giver_name if row.name_is_public else "",
        quantity=row.quantity,
        unit=row.unit,
        value=row.value,
        is_void=row.is_void,
        has_name=bool(row.giver_name),
        is_public=row.name_is_public,
        has_paper=row.consent_paper_id is not None,
        is_drawn=row.west is not None,
        compared=compared(row.quantity, row.measured_area_m2) if row.kind == GiftKind.LAND else None,
    )


def names_of(project: Project, reader: Reader) -> list[Contribution]:
    """The gifts whose names this person may read, whole. The caller notes the reading in the trail."""
    rows = Contribution.objects.filter(project=project).select_related("village").order_by("-given_on", "-pk")
    return [row for row in rows if row.name_is_public or reader.may_read(row.village_id)]


def gift_of(pk: int) -> Contribution | None:
    """One gift of the commune in scope."""
    found: Contribution | None = Contribution.objects.select_related("project", "village", "unit_price").filter(pk=pk).first()
    return found


def prices() -> list[UnitPrice]:
    """Every unit price, the newest first within its kind."""
    return list(UnitPrice.objects.order_by("kind", "item", "-valid_from"))


def prices_on(day: dt.date) -> list[UnitPrice]:
    """The unit prices in force on a day."""
    return valuing.in_force(prices(), day)


def named_between(first: dt.date, last: dt.date) -> list[str]:
    """The givers of gifts that count, made between two days, who agreed to be named and did not take it back. One query."""
    rows = Contribution.objects.filter(is_void=False, given_on__gte=first, given_on__lte=last)
    agreed = rows.filter(name_agreed_on__isnull=False, name_withdrawn_on__isnull=True).exclude(giver_name="")
    return list(dict.fromkeys(agreed.order_by("given_on", "pk").values_list("giver_name", flat=True)))
