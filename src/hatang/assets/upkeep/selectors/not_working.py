"""Works that do not function, and what was decided of each."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Min, Prefetch, Q, QuerySet

from hatang.assets.models import Asset, Decision, Ticket
from hatang.assets.upkeep.selectors.tickets import UNFIXED_STATES

ON_A_PAGE = 30


@dataclass(frozen=True, slots=True)
class NotWorking:
    """A work that does not function, since when a ticket says so (or that it waits to be checked), and the decision in force."""

    asset: Asset
    since: dt.date | None
    is_mended: bool
    decision: Decision | None
    today: dt.date

    @property
    def days(self) -> int | None:
        """How many days it has been out of order, where somebody reported it."""
        return (self.today - self.since).days if self.since else None

    @property
    def is_late(self) -> bool:
        """Whether what was decided should have been done by now."""
        return bool(self.decision and self.decision.due_on and self.decision.due_on < self.today)


def rows() -> QuerySet[Asset]:
    """The works of the inventory that do not function, longest first."""
    broken = Q(tickets__state__in=UNFIXED_STATES, tickets__effect=Ticket.Effect.NOT_WORKING)
    mended = Q(tickets__state=Ticket.State.FIXED, tickets__effect=Ticket.Effect.NOT_WORKING)
    found: QuerySet[Asset] = Asset.objects.filter(is_retired=False, working=Asset.Working.NOT_WORKING)
    told = found.annotate(since=Min("tickets__reported_on", filter=broken), mended=Count("tickets", filter=mended))
    return told.order_by(F("since").asc(nulls_last=True), "sector", "folded_name", "pk")


def not_working(number: Any = 1, *, today: dt.date, limit: int = ON_A_PAGE) -> Page[Any]:
    """One page of the works that do not function; its entries are `NotWorking`. Three queries."""
    newest = Prefetch("decisions", Decision.objects.order_by("-pk"), to_attr="decided")
    found = rows().select_related("village").defer("geometry", "note").prefetch_related(newest)
    page: Page[Any] = Paginator(found, limit).get_page(number)
    page.object_list = [_entry(asset, today) for asset in page.object_list]
    return page


def _entry(asset: Any, today: dt.date) -> NotWorking:
    return NotWorking(asset, asset.since, bool(asset.mended), asset.decided[0] if asset.decided else None, today)


def story_of_decisions(asset: Asset) -> list[Decision]:
    """What was decided of a work, newest first."""
    return list(Decision.objects.filter(asset=asset).order_by("-pk"))
