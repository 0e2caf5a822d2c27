"""Warranties that end soon, and those that have ended while a fault is still open."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Q

from hatang.assets.models import Asset
from hatang.assets.upkeep.selectors.tickets import NOT_CLOSED

AHEAD = 90  # days
MOST = 200


@dataclass(frozen=True, slots=True)
class Warranty:
    """An asset whose warranty asks for attention; below nothing are the days since it ended."""

    asset: Asset
    open_tickets: int
    days_left: int


def warranties(*, today: dt.date, limit: int = MOST) -> list[Warranty]:
    """Warranties that end within 90 days, and those that ended with a ticket open; the soonest first. One query."""
    tickets = Count("tickets", filter=Q(tickets__state__in=NOT_CLOSED))
    soon = Q(warranty_until__range=(today, today + dt.timedelta(AHEAD)))
    found = Asset.objects.filter(is_retired=False, warranty_until__isnull=False).annotate(open_tickets=tickets)
    asking = found.filter(soon | Q(warranty_until__lt=today, open_tickets__gt=0)).order_by("warranty_until", "pk")
    rows = asking.select_related("village").defer("geometry", "note")[:limit]
    return [Warranty(asset, asset.open_tickets, (asset.warranty_until - today).days) for asset in rows]
