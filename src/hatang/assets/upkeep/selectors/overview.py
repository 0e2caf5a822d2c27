"""Upkeep at a glance: what is broken now, who must mend it, what is late, what does not work, what ends, how far the plan is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.db.models import Count, Q

from hatang.assets.models import Ticket
from hatang.assets.upkeep.selectors.not_working import not_working
from hatang.assets.upkeep.selectors.planning import PlanView, view_of_year
from hatang.assets.upkeep.selectors.tickets import UNFIXED_STATES, Wanted, rows
from hatang.assets.upkeep.selectors.warranties import Warranty, warranties

SHOWN = 8
OF_NOT_WORKING = 5


@dataclass(frozen=True, slots=True)
class Counts:
    """How many tickets ask for something."""

    unfixed: int
    dangerous: int
    late: int
    unassigned: int
    unchecked: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The first of each list; `not_working.paginator.count` is how many there are in all."""

    counts: Counts
    broken: Sequence[Ticket]
    not_working: Page[Any]
    warranties: Sequence[Warranty]
    plan: PlanView | None


def counts(*, today: dt.date) -> Counts:
    """The tickets of the commune in figures. One query."""
    unfixed = Q(state__in=UNFIXED_STATES)
    return Counts(
        **Ticket.objects.aggregate(
            unfixed=Count("pk", filter=unfixed),
            dangerous=Count("pk", filter=unfixed & Q(is_dangerous=True)),
            late=Count("pk", filter=unfixed & Q(due_on__lt=today)),
            unassigned=Count("pk", filter=Q(state__in=[Ticket.State.OPEN, Ticket.State.REOPENED])),
            unchecked=Count("pk", filter=Q(state=Ticket.State.FIXED)),
        )
    )


def overview(*, today: dt.date) -> Overview:
    """Upkeep at a glance. Eight queries, whatever the size of the commune."""
    return Overview(
        counts=counts(today=today),
        broken=list(rows(Wanted(state="unfixed"), today=today)[:SHOWN]),
        not_working=not_working(today=today, limit=OF_NOT_WORKING),
        warranties=warranties(today=today, limit=SHOWN),
        plan=view_of_year(today.year, today=today),
    )
