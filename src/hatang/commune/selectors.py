"""Reading places, units, people and the trail."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from hatang.commune.models import Commune, Membership, Unit, User, Village
from hatang.core.models import AuditEvent
from hatang.core.tenancy import across_communes
from vanban.text.collation import natural_key

EVENTS_ON_A_PAGE = 50


def membership_of(user: User, chosen: int | None = None) -> Membership | None:
    """The membership a person works in: the `chosen` one where it is theirs, else their first; None without any."""
    with across_communes("tìm nơi làm việc của người đăng nhập"):
        rows = Membership.objects.select_related("commune__province", "unit").filter(user=user, is_active=True)
        found: Membership | None = (rows.filter(pk=chosen).first() if chosen else None) or rows.order_by("pk").first()
    return found


def memberships_of(user: User) -> list[Membership]:
    """Every place a person works in, whichever commune it belongs to."""
    with across_communes("tìm nơi làm việc của người đăng nhập"):
        rows = Membership.objects.select_related("commune", "unit").filter(user=user, is_active=True).order_by("pk")
        return list(rows)


def members() -> QuerySet[Membership]:
    """Everybody with a role in the commune in scope, the active first."""
    rows: QuerySet[Membership] = Membership.objects.select_related("user", "unit").order_by("-is_active", "unit__name", "pk")
    return rows


def units() -> list[Unit]:
    """The units of the commune in scope, in the order of the Vietnamese alphabet."""
    return sorted(Unit.objects.filter(is_active=True), key=lambda unit: natural_key(unit.name))


def villages() -> list[Village]:
    """The villages of the commune in scope, in the order of the Vietnamese alphabet."""
    return sorted(Village.objects.filter(is_active=True), key=lambda village: natural_key(village.name))


def all_communes() -> QuerySet[Commune]:
    """Every commune this server holds."""
    return Commune.objects.select_related("province").order_by("pk")


def trail_page(number: Any) -> Page[AuditEvent]:
    """One page of the trail of the commune in scope, newest first; a wrong number gives the nearest page."""
    events: QuerySet[AuditEvent] = AuditEvent.objects.order_by("-sequence")
    return Paginator(events, EVENTS_ON_A_PAGE).get_page(number)
