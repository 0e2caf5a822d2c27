"""The life of a fault: open → assigned → fixed → checked → closed, and re-opened from any point after it was fixed.

A story is the row of its steps, oldest first; the state is where the last one led. Steps are only ever added.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a ticket stands."""

    OPEN = "open"
    ASSIGNED = "assigned"
    FIXED = "fixed"
    CHECKED = "checked"
    CLOSED = "closed"
    REOPENED = "reopened"


class Verb(StrEnum):
    """What somebody does with a ticket."""

    REPORT = "report"
    ASSIGN = "assign"
    FIX = "fix"
    CHECK = "check"
    CLOSE = "close"
    REOPEN = "reopen"


class Why(StrEnum):
    """Why a step cannot be taken."""

    NOT_NOW = "not_now"
    NO_UNIT_OR_DAY = "no_unit_or_day"
    DUE_BEFORE = "due_before"
    NO_EVIDENCE = "no_evidence"
    OWN_WORK = "own_work"
    NO_COMMENT = "no_comment"
    BACKWARDS = "backwards"
    FUTURE = "future"


class NotAllowed(ValueError):
    """The step cannot be taken; `why` says which rule it breaks."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


@dataclass(frozen=True, slots=True)
class Step:
    """One step: who (a user's id), on which day, with what."""

    verb: Verb
    by: int | None
    on: dt.date
    note: str = ""
    photos: int = 0
    unit: int | None = None
    due: dt.date | None = None


LEADS: dict[tuple[State | None, Verb], State] = {
    (None, Verb.REPORT): State.OPEN,
    (State.OPEN, Verb.ASSIGN): State.ASSIGNED,
    (State.REOPENED, Verb.ASSIGN): State.ASSIGNED,
    (State.ASSIGNED, Verb.ASSIGN): State.ASSIGNED,  # to another unit, or until another day
    (State.ASSIGNED, Verb.FIX): State.FIXED,
    (State.FIXED, Verb.CHECK): State.CHECKED,
    (State.CHECKED, Verb.CLOSE): State.CLOSED,
    (State.FIXED, Verb.REOPEN): State.REOPENED,
    (State.CHECKED, Verb.REOPEN): State.REOPENED,
    (State.CLOSED, Verb.REOPEN): State.REOPENED,
}
UNFIXED = frozenset({State.OPEN, State.ASSIGNED, State.REOPENED})


def state_of(story: Sequence[Step]) -> State | None:
    """Where a story has led; None for one that has not begun.

    Raises:
        NotAllowed: it holds a step that could not be taken.
    """
    state = None
    for at, step in enumerate(story):
        state = after(story[:at], step, today=dt.date.max)
    return state


def after(story: Sequence[Step], step: Step, *, today: dt.date) -> State:
    """Where `step` leads a story.

    Raises:
        NotAllowed: it cannot be taken now, or lacks what it needs.
    """
    led = LEADS.get((_where(story), step.verb))
    if led is None:
        raise NotAllowed(Why.NOT_NOW)
    if step.on > today:
        raise NotAllowed(Why.FUTURE)
    if story and step.on < story[-1].on:
        raise NotAllowed(Why.BACKWARDS)
    why = _lacking(story, step)
    if why is not None:
        raise NotAllowed(why)
    return led


def open_verbs(state: State | None) -> frozenset[Verb]:
    """What can be done with a ticket in this state."""
    return frozenset(verb for (here, verb) in LEADS if here == state)


def fixer_of(story: Sequence[Step]) -> int | None:
    """Who last said it was mended."""
    return next((step.by for step in reversed(story) if step.verb == Verb.FIX), None)


def broken_times(story: Sequence[Step]) -> list[tuple[dt.date, dt.date | None]]:
    """From each report or re-opening to the mending that followed; None while it still is broken."""
    times: list[tuple[dt.date, dt.date | None]] = []
    for step in story:
        if step.verb in {Verb.REPORT, Verb.REOPEN}:
            times.append((step.on, None))
        elif step.verb == Verb.FIX:
            times[-1] = (times[-1][0], step.on)
    return times


def _where(story: Sequence[Step]) -> State | None:
    """Where a story of steps that were allowed has led."""
    state = None
    for step in story:
        state = LEADS[state, step.verb]
    return state


def _lacking(story: Sequence[Step], step: Step) -> Why | None:
    said = bool(step.note.strip())
    if step.verb == Verb.ASSIGN:
        if step.unit is None or step.due is None:
            return Why.NO_UNIT_OR_DAY
        return Why.DUE_BEFORE if step.due < step.on else None
    if step.verb == Verb.FIX and not said and not step.photos:
        return Why.NO_EVIDENCE
    if step.verb == Verb.CHECK and (step.by is None or step.by == fixer_of(story)):
        return Why.OWN_WORK
    return Why.NO_COMMENT if step.verb == Verb.REOPEN and not said else None
