"""Moving a fault from its report to its end. The rules are in `upkeep.rules.tickets`; each step is a row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hatang.assets.models import Asset, Ticket, TicketStep
from hatang.assets.upkeep.rules import tickets as rules
from hatang.assets.upkeep.rules.tickets import UNFIXED, NotAllowed, State, Step, Verb, Why
from hatang.assets.upkeep.services.common import Upload, attach, kept, set_state, who
from hatang.assets.upkeep.words import REFUSALS
from hatang.commune.models import Unit
from hatang.core.audit import current_actor, record

WORST = (Ticket.Effect.NOT_WORKING, Ticket.Effect.PARTLY)


class Refused(ValueError):
    """The step cannot be taken; the message says why in the reader's language, `why` which rule."""

    def __init__(self, why: Why) -> None:
        super().__init__(str(REFUSALS[why]))
        self.why = why


@transaction.atomic
def report(
    asset: Asset,
    *,
    fault: str,
    effect: str,
    details: str = "",
    is_dangerous: bool = False,
    on: dt.date | None = None,
    photos: Sequence[Upload] = (),
) -> Ticket:
    """Open a ticket. What does not work any more is so in the inventory from this moment.

    Raises:
        Refused: the day is not there yet.
        RefusedFile: a file is no picture, too large, or damaged.
    """
    day = on or timezone.localdate()
    step = Step(Verb.REPORT, current_actor().user_id, day, details, len(photos))
    led = _after([], step)
    ticket = Ticket(
        asset=asset, fault=fault, details=details, effect=effect, is_dangerous=is_dangerous, state=led, reported_on=day
    )
    ticket.save()
    _write(ticket, step, photos)
    record("ticket.report", ticket, after={"asset": asset.pk, "fault": fault, "effect": effect, "on": day})
    if effect != Ticket.Effect.WORKING:
        _tell_inventory(ticket)
    return ticket


@transaction.atomic
def advance(
    ticket: Ticket,
    verb: Verb,
    *,
    on: dt.date | None = None,
    note: str = "",
    unit: Unit | None = None,
    due_on: dt.date | None = None,
    photos: Sequence[Upload] = (),
) -> Ticket:
    """Take the next step of a ticket.

    Raises:
        Refused: it cannot be taken now, by this person, or lacks what it needs.
        RefusedFile: a file is no picture, too large, or damaged.
    """
    held: Ticket = Ticket.objects.select_for_update(of=("self",)).select_related("asset").get(pk=ticket.pk)
    step = Step(verb, current_actor().user_id, on or timezone.localdate(), note, len(photos), unit.pk if unit else None, due_on)
    led = _after(story_of(held), step)
    before = {"state": held.state}
    _move(held, step, led)
    _write(held, step, photos)
    after = {"state": held.state, "unit": step.unit, "due_on": due_on, "on": step.on}
    record(f"ticket.{verb.value}", held, before=before, after=after, reason=note)
    if verb in {Verb.CHECK, Verb.REOPEN} and held.effect != Ticket.Effect.WORKING:
        _tell_inventory(held)
    return held


def story_of(ticket: Ticket) -> list[Step]:
    """The steps of a ticket as the rules read them, oldest first."""
    return [step_of(row) for row in TicketStep.objects.filter(ticket=ticket).order_by("pk")]


def step_of(row: TicketStep) -> Step:
    """A step as the rules read it."""
    return Step(Verb(row.verb), row.by_id, row.on, row.note, 0, row.unit_id, row.due_on)


def _after(story: Sequence[Step], step: Step) -> State:
    try:
        return rules.after(story, step, today=timezone.localdate())
    except NotAllowed as error:
        raise Refused(error.why) from error


def _move(ticket: Ticket, step: Step, led: State) -> None:
    ticket.state = led.value
    if step.verb == Verb.ASSIGN:
        ticket.unit_id, ticket.due_on = step.unit, step.due
    if step.verb == Verb.FIX:
        ticket.fixed_on = step.on
    if step.verb == Verb.REOPEN:
        ticket.fixed_on = None
    ticket.save(update_fields=["state", "unit", "due_on", "fixed_on"])


def _write(ticket: Ticket, step: Step, photos: Sequence[Upload]) -> None:
    pictures = kept(photos)
    values: dict[str, Any] = {"verb": step.verb.value, "led_to": ticket.state, "on": step.on, "note": step.note}
    row = TicketStep(ticket=ticket, unit_id=step.unit, due_on=step.due, **values, **who())
    row.save()
    attach(pictures, step=row)


def _tell_inventory(ticket: Ticket) -> None:
    """The asset works as well as the worst of its faults that are not yet checked as mended."""
    unchecked = [state.value for state in UNFIXED | {State.FIXED}]
    effects = set(Ticket.objects.filter(asset=ticket.asset_id, state__in=unchecked).values_list("effect", flat=True))
    working = next((effect for effect in WORST if effect in effects), Ticket.Effect.WORKING)
    set_state(ticket.asset_id, working=working.value, reason=_("theo phiếu báo hỏng số %(number)s") % {"number": ticket.pk})
