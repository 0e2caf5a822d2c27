"""The tracks of a work. Each moves by itself; being built says nothing of being accepted, handed over, paid or settled.

A move is made from one state to a neighbour, where nothing stands in its way. `broken` says which combinations must never be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from hatang.projects.rules.states import (
    STATES,
    Acceptance,
    Construction,
    Handover,
    Hindrance,
    Kind,
    Maintenance,
    Payment,
    Phase,
    Request,
    Settlement,
    Stage,
    Standing,
    Track,
)

MOVES: dict[Track, dict[str, tuple[str, ...]]] = {
    Track.STAGE: {
        "proposed": ("in_plan", "cancelled"),
        "in_plan": ("preparation", "proposed", "paused", "cancelled"),
        "preparation": ("under_way", "paused", "cancelled"),
        "under_way": ("closed", "paused", "cancelled"),
        "paused": ("in_plan", "preparation", "under_way", "cancelled"),
    },
    Track.CONSTRUCTION: {"none": ("started",), "started": ("finished",), "finished": ("started",)},
    Track.ACCEPTANCE: {"none": ("partial", "accepted"), "partial": ("accepted", "none"), "accepted": ("partial", "none")},
    Track.HANDOVER: {"none": ("partial", "done"), "partial": ("done",)},
    Track.PAYMENT: {"none": ("advanced", "paying"), "advanced": ("paying",), "paying": ("paid",), "paid": ("paying",)},
    Track.SETTLEMENT: {"none": ("submitted",), "submitted": ("verified", "none"), "verified": ("approved", "submitted")},
    Track.MAINTENANCE: {"none": ("planned",), "planned": ("running",), "running": ("planned", "ended")},
    Track.REQUEST: {
        "none": ("sent",),
        "sent": ("accepted", "declined"),
        "declined": ("sent",),
        "accepted": ("done", "declined"),
    },
}
REQUEST_STAGES = {"in_plan": ("under_way", "proposed", "paused", "cancelled"), "paused": ("in_plan", "under_way", "cancelled")}
BACKWARD = {
    (Track.STAGE, "in_plan", "proposed"),
    (Track.CONSTRUCTION, "finished", "started"),
    (Track.ACCEPTANCE, "partial", "none"),
    (Track.ACCEPTANCE, "accepted", "partial"),
    (Track.ACCEPTANCE, "accepted", "none"),
    (Track.PAYMENT, "paid", "paying"),
    (Track.SETTLEMENT, "submitted", "none"),
    (Track.SETTLEMENT, "verified", "submitted"),
    (Track.REQUEST, "accepted", "declined"),
}
LATE_STAGES = {Stage.PREPARATION, Stage.UNDER_WAY, Stage.CLOSED}
Check = tuple[Hindrance, Callable[[Standing], bool]]


def _stopped(at: Standing) -> bool:
    """Cancelled after something was built or paid: what was spent is settled too (NĐ 254/2025/NĐ-CP, art. 1(3))."""
    return at.stage == Stage.CANCELLED and (at.construction != Construction.NONE or at.payment != Payment.NONE)


BUILDING: tuple[Check, ...] = (
    (Hindrance.NOT_THIS_KIND, lambda at: at.kind != Kind.REQUEST),
    (Hindrance.PAUSED, lambda at: at.stage != Stage.PAUSED),
    (Hindrance.CANCELLED, lambda at: at.stage != Stage.CANCELLED),
)
OPEN: Check = (Hindrance.CLOSED, lambda at: at.stage != Stage.CLOSED)
UNDER_WAY: Check = (Hindrance.NOT_UNDER_WAY, lambda at: at.stage == Stage.UNDER_WAY)
FINISHED: Check = (Hindrance.NOT_FINISHED, lambda at: at.construction == Construction.FINISHED)
STARTED: Check = (Hindrance.NOT_STARTED, lambda at: at.construction != Construction.NONE)
ACCEPTED: Check = (Hindrance.NOT_ACCEPTED, lambda at: at.acceptance == Acceptance.ACCEPTED)
NOT_ACCEPTED: Check = (Hindrance.ALREADY_ACCEPTED, lambda at: at.acceptance != Acceptance.ACCEPTED)
PART_ACCEPTED: Check = (Hindrance.NOT_ACCEPTED, lambda at: at.acceptance != Acceptance.NONE)
HANDED: Check = (Hindrance.NOT_HANDED_OVER, lambda at: at.handover != Handover.NONE)
NOT_HANDED: Check = (Hindrance.ALREADY_HANDED_OVER, lambda at: at.handover == Handover.NONE)
UNPAID: Check = (Hindrance.ALREADY_PAID, lambda at: at.payment != Payment.PAID)
UNSETTLED: Check = (Hindrance.ALREADY_SETTLED, lambda at: at.settlement == Settlement.NONE)
ENDED: tuple[Check, ...] = (
    (Hindrance.NOT_THIS_KIND, lambda at: at.kind != Kind.REQUEST),
    (
        Hindrance.NOT_ACCEPTED,
        lambda at: at.acceptance == Acceptance.ACCEPTED or _stopped(at),
    ),
)
PREPARED: tuple[Check, ...] = (*BUILDING, (Hindrance.NOT_PREPARED, lambda at: at.stage in LATE_STAGES))
ASKED: tuple[Check, ...] = (
    (Hindrance.NOT_THIS_KIND, lambda at: at.kind == Kind.REQUEST),
    (Hindrance.PAUSED, lambda at: at.stage != Stage.PAUSED),
    (Hindrance.CANCELLED, lambda at: at.stage != Stage.CANCELLED),
    UNDER_WAY,
)
IS_REQUEST = Kind.REQUEST
CLOSING: tuple[Check, ...] = (
    (Hindrance.NOT_FINISHED, lambda at: at.kind == IS_REQUEST or at.construction == Construction.FINISHED),
    (Hindrance.NOT_ACCEPTED, lambda at: at.kind == IS_REQUEST or at.acceptance == Acceptance.ACCEPTED),
    (Hindrance.NOT_HANDED_OVER, lambda at: at.kind == IS_REQUEST or at.handover == Handover.DONE),
    (Hindrance.NOT_PAID, lambda at: at.kind == IS_REQUEST or at.payment == Payment.PAID),
    (Hindrance.NOT_SETTLED, lambda at: at.kind == IS_REQUEST or at.settlement == Settlement.APPROVED),
    (Hindrance.NOT_ANSWERED, lambda at: at.kind != IS_REQUEST or at.request in {Request.DONE, Request.DECLINED}),
)
CHECKS: dict[tuple[Track, str], tuple[Check, ...]] = {
    (Track.STAGE, "closed"): CLOSING,
    (Track.STAGE, "cancelled"): (NOT_ACCEPTED, NOT_HANDED),
    (Track.CONSTRUCTION, "started"): (*BUILDING, UNDER_WAY, (Hindrance.ALREADY_ACCEPTED, lambda at: at.acceptance == "none")),
    (Track.CONSTRUCTION, "finished"): (*BUILDING, UNDER_WAY, STARTED),
    (Track.ACCEPTANCE, "partial"): (*BUILDING, OPEN, STARTED, NOT_HANDED, UNPAID, UNSETTLED),
    (Track.ACCEPTANCE, "accepted"): (*BUILDING, OPEN, FINISHED),
    (Track.ACCEPTANCE, "none"): (*BUILDING, OPEN, NOT_HANDED, UNPAID, UNSETTLED),
    (Track.HANDOVER, "partial"): (*BUILDING, OPEN, PART_ACCEPTED),
    (Track.HANDOVER, "done"): (*BUILDING, OPEN, ACCEPTED),
    (Track.PAYMENT, "advanced"): PREPARED,
    (Track.PAYMENT, "paying"): (*PREPARED, OPEN),
    (Track.PAYMENT, "paid"): (*PREPARED, ACCEPTED),
    (Track.SETTLEMENT, "none"): (OPEN,),
    (Track.SETTLEMENT, "submitted"): (*ENDED, OPEN),
    (Track.SETTLEMENT, "verified"): ENDED,
    (Track.SETTLEMENT, "approved"): ENDED,
    (Track.MAINTENANCE, "planned"): (*BUILDING, HANDED),
    (Track.MAINTENANCE, "running"): (*BUILDING, HANDED),
    (Track.MAINTENANCE, "ended"): (*BUILDING, HANDED),
    **{(Track.REQUEST, to): ASKED for to in ("sent", "accepted", "declined", "done")},
}


def moves(at: Standing, track: Track) -> tuple[str, ...]:
    """The states next to the present one on a track, whether or not something stands in the way."""
    here = str(getattr(at, track.value))
    if track == Track.STAGE and at.kind == Kind.REQUEST and here in REQUEST_STAGES:
        return REQUEST_STAGES[here]
    return MOVES[track].get(here, ())


def hindrances(at: Standing, track: Track, to: str) -> list[Hindrance]:
    """Why the move cannot be made, papers aside; empty where it can."""
    if to not in moves(at, track):
        return [Hindrance.NO_SUCH_MOVE]
    if track == Track.STAGE and at.stage == Stage.PAUSED and to not in {at.paused_from, Stage.CANCELLED}:
        return [Hindrance.RESUMES_ELSEWHERE]
    found = [why for why, holds in CHECKS.get((track, to), ()) if not holds(at)]
    return list(dict.fromkeys(found))


def open_moves(at: Standing) -> Iterator[tuple[Track, str]]:
    """Every move that could be made now, papers aside."""
    for track in Track:
        for to in moves(at, track):
            if not hindrances(at, track, to):
                yield track, to


def moved(at: Standing, track: Track, to: str) -> Standing:
    """Where the work stands after a move that `hindrances` has nothing against. No other track changes."""
    if track != Track.STAGE:
        change: dict[str, Any] = {track.value: STATES[track](to)}
        return replace(at, **change)
    return replace(at, stage=Stage(to), paused_from=at.stage if to == Stage.PAUSED else None)


def needs_reason(at: Standing, track: Track, to: str) -> bool:
    """Whether a reason must be given: steps back, pauses, cancellations, a request declined."""
    here = str(getattr(at, track.value))
    return (track, here, to) in BACKWARD or to in {Stage.PAUSED, Stage.CANCELLED, Request.DECLINED, Maintenance.ENDED}


def decided(at: Standing, track: Track, to: str) -> bool:
    """Whether leaders decide the move: into the plan, stopping, and going on again. The rest is for those in charge."""
    return track == Track.STAGE and (to in {Stage.IN_PLAN, Stage.PAUSED, Stage.CANCELLED} or at.stage == Stage.PAUSED)


def phase(at: Standing) -> Phase:
    """The one word for where the work is: the furthest that is true of it."""
    if at.stage in {Stage.PROPOSED, Stage.IN_PLAN, Stage.PREPARATION, Stage.PAUSED, Stage.CANCELLED}:
        return Phase(at.stage.value)
    if at.maintenance in {Maintenance.PLANNED, Maintenance.RUNNING}:
        return Phase.IN_MAINTENANCE
    if at.stage == Stage.CLOSED:
        return Phase.CLOSED
    if at.settlement == Settlement.APPROVED:
        return Phase.SETTLED
    if at.handover == Handover.DONE:
        return Phase.HANDED_OVER
    if at.acceptance == Acceptance.ACCEPTED:
        return Phase.ACCEPTED
    return Phase.BUILT if at.construction == Construction.FINISHED else Phase.UNDER_CONSTRUCTION


def broken(at: Standing) -> list[str]:
    """Which things that must always hold do not; empty for every state that moves can reach."""
    built = at.construction != Construction.NONE
    rules = {
        "built without being under way": not built or at.stage not in {Stage.PROPOSED, Stage.IN_PLAN, Stage.PREPARATION},
        "accepted without being finished": at.acceptance != Acceptance.ACCEPTED or at.construction == Construction.FINISHED,
        "partly accepted without being started": at.acceptance == Acceptance.NONE or built,
        "handed over without being accepted": at.handover != Handover.DONE or at.acceptance == Acceptance.ACCEPTED,
        "partly handed over without any acceptance": at.handover == Handover.NONE or at.acceptance != Acceptance.NONE,
        "paid in full without being accepted": at.payment != Payment.PAID or at.acceptance == Acceptance.ACCEPTED,
        "paid before preparation": at.payment == Payment.NONE or at.stage not in {Stage.PROPOSED, Stage.IN_PLAN},
        "settled without an end": at.settlement == Settlement.NONE or at.acceptance == Acceptance.ACCEPTED or _stopped(at),
        "maintained without being handed over": at.maintenance == Maintenance.NONE or at.handover != Handover.NONE,
        "cancelled after being accepted": at.stage != Stage.CANCELLED
        or (at.acceptance != Acceptance.ACCEPTED and at.handover == Handover.NONE),
        "closed with something open": at.stage != Stage.CLOSED or all(holds(at) for _why, holds in CLOSING),
        "a request that is built": at.kind != Kind.REQUEST or not (built or at.payment != Payment.NONE),
        "a work that is requested": at.kind == Kind.REQUEST or at.request == Request.NONE,
        "paused from nowhere": (at.stage == Stage.PAUSED) == (at.paused_from is not None),
    }
    return [name for name, holds in rules.items() if not holds]


def start(kind: Kind) -> Standing:
    """A work just proposed."""
    return Standing(kind)
