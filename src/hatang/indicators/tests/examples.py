"""Indicators, villages and figures of places that do not exist."""

from __future__ import annotations

from decimal import Decimal
from itertools import count
from typing import Any

from hatang.commune.models import Commune, Membership, Unit, User, Village
from hatang.commune.roles import Role
from hatang.commune.services import add_member, create_unit, create_village
from hatang.core.tenancy import commune_scope
from hatang.indicators.models import Indicator, Measurement, ReportingPeriod
from hatang.indicators.services import approve, save_figure, submit

_numbers = count(1)
RATIO, COUNT, YES_NO, STATUS = "ratio", "count", "yes_no", "status"


def make_indicator(kind: str = RATIO, *, level: str = "village", sector: str = "transport", **more: Any) -> Indicator:
    """An indicator in the commune in scope."""
    number = next(_numbers)
    names = {"name": f"Chỉ tiêu Ví Dụ {number}", "unit": "km" if kind == RATIO else ""}
    found: Indicator = Indicator.objects.create(
        **{"code": f"vi-du-{number}", "kind": kind, "level": level, "sector": sector, "order": number, **names, **more}
    )
    return found


def make_village(number: int | None = None) -> Village:
    """A village with its unit in the commune in scope."""
    return create_village(f"thôn Ví Dụ {number or next(_numbers)}")


def make_head(commune: Commune, village: Village, name: str = "Trưởng Thôn Mẫu") -> Membership:
    """The head of a village."""
    return make_person(commune, village.unit, Role.VILLAGE_HEAD, name)


def make_person(commune: Commune, unit: Unit, role: Role, name: str = "Người Mẫu") -> Membership:
    """A person with a role in a unit."""
    user = User.objects.create(username=f"nguoi-{next(_numbers)}", full_name=name)
    with commune_scope(commune.pk):
        return add_member(user, unit, role)


def make_unit(name: str, kind: Unit.Kind = Unit.Kind.DIVISION, sectors: tuple[str, ...] = ()) -> Unit:
    """A unit in charge of sectors in the commune in scope."""
    unit = create_unit(name, kind)
    unit.sectors = list(sectors)
    unit.save()
    return unit


def draft(
    indicator: Indicator, village: Village | None, period: ReportingPeriod, numerator: Any, denominator: Any = None, **more: Any
) -> Measurement:
    """A figure written down."""
    whole = Decimal(denominator) if denominator is not None else None
    return save_figure(
        indicator=indicator, village=village, period=period, numerator=Decimal(numerator), denominator=whole, **more
    )


def approved(*args: Any, **more: Any) -> Measurement:
    """A figure written down, handed in and approved."""
    return approve(submit([draft(*args, **more)]))[0]
