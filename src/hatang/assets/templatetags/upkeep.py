"""How upkeep is shown: tones of states, what is late, and the panel on the page of an asset."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import template
from django.utils import timezone

from hatang.assets.models import Asset, Ticket
from hatang.assets.upkeep import selectors
from hatang.assets.upkeep.rules import reach
from hatang.assets.upkeep.rules.tickets import UNFIXED, State
from hatang.assets.upkeep.views.access import person_of

register = template.Library()
TONES = {"open": "bad", "reopened": "bad", "assigned": "warn", "fixed": "info", "checked": "good", "closed": "quiet"}
EFFECTS = {"not_working": "bad", "partly": "warn", "working": "quiet", "unknown": "quiet"}
CONDITIONS = {"good": "good", "fair": "warn", "poor": "bad", "bad": "bad", "unknown": "quiet"}


@register.filter
def ticket_tone(ticket: Ticket) -> str:
    """The kind of badge for the state of a ticket."""
    return TONES[ticket.state]


@register.filter
def effect_tone(value: str) -> str:
    """The kind of badge for what still works."""
    return EFFECTS[value]


@register.filter
def condition_tone(value: str) -> str:
    """The kind of badge for a condition."""
    return CONDITIONS[value]


@register.filter
def is_late(ticket: Ticket, today: dt.date) -> bool:
    """Whether it should have been mended by now."""
    return State(ticket.state) in UNFIXED and ticket.due_on is not None and ticket.due_on < today


@register.simple_tag(takes_context=True)
def upkeep_of(context: dict[str, Any], asset: Asset) -> dict[str, Any]:
    """The upkeep of an asset and what this person may write of it; five queries."""
    today = timezone.localdate()
    person, place = person_of(context["request"]), (asset.sector, asset.village_id)
    return {
        "panel": selectors.panel_of(asset, today=today),
        "today": today,
        "may_report": not asset.is_retired and reach.may_report(person, *place),
        "may_assess": not asset.is_retired and reach.may_assess(person, *place),
        "may_decide": not asset.is_retired and reach.may_decide(person, *place),
    }
