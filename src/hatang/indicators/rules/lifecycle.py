"""What may be done with a reported figure in each state, and what state follows. Nothing is ever removed."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """The states of a measurement; a test holds them to the model's."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    SUPERSEDED = "superseded"


class Deed(StrEnum):
    """What people do with a measurement. A correction is a new row beside an approved one, which stays as it is."""

    CHANGE = "change"
    SUBMIT = "submit"
    APPROVE = "approve"
    RETURN = "return"
    CORRECT = "correct"
    SUPERSEDE = "supersede"


AFTER = {
    (State.DRAFT, Deed.CHANGE): State.DRAFT,
    (State.RETURNED, Deed.CHANGE): State.RETURNED,
    (State.DRAFT, Deed.SUBMIT): State.SUBMITTED,
    (State.RETURNED, Deed.SUBMIT): State.SUBMITTED,
    (State.SUBMITTED, Deed.APPROVE): State.APPROVED,
    (State.SUBMITTED, Deed.RETURN): State.RETURNED,
    (State.APPROVED, Deed.CORRECT): State.APPROVED,
    (State.APPROVED, Deed.SUPERSEDE): State.SUPERSEDED,
}


def after(state: str, deed: Deed) -> State | None:
    """The state that follows; None where the deed is not allowed in this state."""
    return AFTER.get((State(state), deed))
