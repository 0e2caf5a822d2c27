"""The states a work can be in, track by track, and the values rules speak of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a work is carried out, which decides its gates."""

    COMMUNITY = "community"
    GROUP_C = "group_c"
    EQUIPMENT = "equipment"
    REQUEST = "request"


class Track(StrEnum):
    """One thing that moves by itself."""

    STAGE = "stage"
    CONSTRUCTION = "construction"
    ACCEPTANCE = "acceptance"
    HANDOVER = "handover"
    PAYMENT = "payment"
    SETTLEMENT = "settlement"
    MAINTENANCE = "maintenance"
    REQUEST = "request"


class Stage(StrEnum):
    """What was decided of the work as a whole."""

    PROPOSED = "proposed"
    IN_PLAN = "in_plan"
    PREPARATION = "preparation"
    UNDER_WAY = "under_way"
    CLOSED = "closed"
    PAUSED = "paused"
    CANCELLED = "cancelled"


class Construction(StrEnum):
    """Building, or buying and installing."""

    NONE = "none"
    STARTED = "started"
    FINISHED = "finished"


class Acceptance(StrEnum):
    """Whether what was built was accepted."""

    NONE = "none"
    PARTIAL = "partial"
    ACCEPTED = "accepted"


class Handover(StrEnum):
    """Whether those who will run it have it."""

    NONE = "none"
    PARTIAL = "partial"
    DONE = "done"


class Payment(StrEnum):
    """Whether those who built it have their money."""

    NONE = "none"
    ADVANCED = "advanced"
    PAYING = "paying"
    PAID = "paid"


class Settlement(StrEnum):
    """Whether the final account of the work is approved."""

    NONE = "none"
    SUBMITTED = "submitted"
    VERIFIED = "verified"
    APPROVED = "approved"


class Maintenance(StrEnum):
    """Whether it is kept up."""

    NONE = "none"
    PLANNED = "planned"
    RUNNING = "running"
    ENDED = "ended"


class Request(StrEnum):
    """What was asked of somebody outside the commune, who alone can build it."""

    NONE = "none"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DONE = "done"


class Phase(StrEnum):
    """Where the work as a whole is, in the one word a list has room for. It follows from the tracks."""

    PROPOSED = "proposed"
    IN_PLAN = "in_plan"
    PREPARATION = "preparation"
    UNDER_CONSTRUCTION = "construction"
    BUILT = "built"
    ACCEPTED = "accepted"
    HANDED_OVER = "handed_over"
    SETTLED = "settled"
    IN_MAINTENANCE = "maintenance"
    CLOSED = "closed"
    PAUSED = "paused"
    CANCELLED = "cancelled"


class Hindrance(StrEnum):
    """Why a move cannot be made now."""

    NO_SUCH_MOVE = "no_such_move"
    NOT_THIS_KIND = "not_this_kind"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    CLOSED = "closed"
    NOT_UNDER_WAY = "not_under_way"
    NOT_PREPARED = "not_prepared"
    NOT_STARTED = "not_started"
    NOT_FINISHED = "not_finished"
    NOT_ACCEPTED = "not_accepted"
    NOT_HANDED_OVER = "not_handed_over"
    NOT_PAID = "not_paid"
    NOT_SETTLED = "not_settled"
    NOT_ANSWERED = "not_answered"
    ALREADY_ACCEPTED = "already_accepted"
    ALREADY_HANDED_OVER = "already_handed_over"
    ALREADY_PAID = "already_paid"
    ALREADY_SETTLED = "already_settled"
    RESUMES_ELSEWHERE = "resumes_elsewhere"


STATES: dict[Track, type[StrEnum]] = {
    Track.STAGE: Stage,
    Track.CONSTRUCTION: Construction,
    Track.ACCEPTANCE: Acceptance,
    Track.HANDOVER: Handover,
    Track.PAYMENT: Payment,
    Track.SETTLEMENT: Settlement,
    Track.MAINTENANCE: Maintenance,
    Track.REQUEST: Request,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a work stands on every track. `paused_from` is the stage it goes back to."""

    kind: Kind
    stage: Stage = Stage.PROPOSED
    construction: Construction = Construction.NONE
    acceptance: Acceptance = Acceptance.NONE
    handover: Handover = Handover.NONE
    payment: Payment = Payment.NONE
    settlement: Settlement = Settlement.NONE
    maintenance: Maintenance = Maintenance.NONE
    request: Request = Request.NONE
    paused_from: Stage | None = None
