"""Tickets: lists, one with its steps, its pictures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, Q, QuerySet

from hatang.assets.models import Ticket, TicketStep, UpkeepPhoto
from hatang.assets.upkeep.rules.tickets import UNFIXED
from vanban.text.folding import fold_for_search

ON_A_PAGE = 30
UNFIXED_STATES = [state.value for state in UNFIXED]
NOT_CLOSED = [*UNFIXED_STATES, Ticket.State.FIXED, Ticket.State.CHECKED]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which tickets are wanted; empty means everything that is not closed. `late` stands for a state of its own."""

    state: str = ""
    unit: int | None = None
    village: int | None = None
    words: str = ""


def rows(wanted: Wanted, *, today: dt.date) -> QuerySet[Ticket]:
    """The tickets wanted: the dangerous first, then by due day, those without one last."""
    found: QuerySet[Ticket] = Ticket.objects.filter(_of_state(wanted.state, today))
    if wanted.unit:
        found = found.filter(unit=wanted.unit)
    if wanted.village:
        found = found.filter(asset__village=wanted.village)
    for word in fold_for_search(wanted.words).split():
        found = found.filter(asset__folded_name__contains=word)
    in_order = found.order_by("-is_dangerous", F("due_on").asc(nulls_last=True), "reported_on", "pk")
    return in_order.select_related("asset__village", "unit").defer("asset__geometry", "asset__note")


def _of_state(state: str, today: dt.date) -> Q:
    if state == "late":
        return Q(state__in=UNFIXED_STATES, due_on__lt=today)
    if state == "unfixed":
        return Q(state__in=UNFIXED_STATES)
    if state == "all":
        return Q()
    return Q(state=state) if state else Q(state__in=NOT_CLOSED)


def page_of(wanted: Wanted, number: Any, *, today: dt.date) -> Page[Ticket]:
    """One page of the tickets wanted; a wrong number gives the nearest page."""
    return Paginator(rows(wanted, today=today), ON_A_PAGE).get_page(number)


def ticket_of(pk: int) -> Ticket | None:
    """One ticket of the commune in scope; None for any other's."""
    found: Ticket | None = Ticket.objects.select_related("asset__village", "unit").filter(pk=pk).first()
    return found


def timeline(ticket: Ticket) -> list[TicketStep]:
    """The steps of a ticket with their pictures, oldest first. Two queries."""
    steps = TicketStep.objects.filter(ticket=ticket).select_related("unit").prefetch_related("photos")
    return list(steps.order_by("pk"))


def photo_of(pk: int) -> UpkeepPhoto | None:
    """One picture of a finding or a step; None for any of another commune."""
    found: UpkeepPhoto | None = UpkeepPhoto.objects.select_related("file").filter(pk=pk).first()
    return found
