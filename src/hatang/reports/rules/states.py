"""The way of a report: draft, reviewed, submitted for signature, issued, published. Source: docs/reports.md."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a report is, in the order of its way."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    SUBMITTED = "submitted"
    ISSUED = "issued"
    PUBLISHED = "published"


class Move(StrEnum):
    """What may be done with it."""

    REVIEW = "review"
    SUBMIT = "submit"
    ISSUE = "issue"
    PUBLISH = "publish"
    RETURN = "return"


class Hindrance(StrEnum):
    """What stands in the way of a move."""

    NOT_FROM_HERE = "not_from_here"
    SECTIONS_MISSING = "sections_missing"
    NO_NUMBER = "no_number"
    NO_DATE = "no_date"
    DATE_AHEAD = "date_ahead"
    NO_SIGNER = "no_signer"
    NO_REASON = "no_reason"


WAY: dict[Move, tuple[frozenset[State], State]] = {
    Move.REVIEW: (frozenset({State.DRAFT}), State.REVIEWED),
    Move.SUBMIT: (frozenset({State.REVIEWED}), State.SUBMITTED),
    Move.ISSUE: (frozenset({State.SUBMITTED}), State.ISSUED),
    Move.PUBLISH: (frozenset({State.ISSUED}), State.PUBLISHED),
    Move.RETURN: (frozenset({State.REVIEWED, State.SUBMITTED}), State.DRAFT),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What comes with a move: sections still missing, the number, date and signer of an issued report, why it is returned."""

    missing: int = 0
    number: str = ""
    date: dt.date | None = None
    signer: str = ""
    reason: str = ""
    today: dt.date | None = None


def moves(state: State) -> tuple[Move, ...]:
    """What may be done from here."""
    return tuple(move for move, (start, _end) in WAY.items() if state in start)


def after(state: State, move: Move) -> State:
    """Where a move leads.

    Raises:
        ValueError: it does not begin here.
    """
    start, end = WAY[move]
    if state not in start:
        raise ValueError(f"{move} from {state}")
    return end


def hindrances(state: State, move: Move, asked: Asked) -> list[Hindrance]:
    """What stands in the way, in the order a person would mend it."""
    if move not in moves(state):
        return [Hindrance.NOT_FROM_HERE]
    checks = {
        Move.REVIEW: [(asked.missing == 0, Hindrance.SECTIONS_MISSING)],
        Move.ISSUE: [
            (bool(asked.number.strip()), Hindrance.NO_NUMBER),
            (asked.date is not None, Hindrance.NO_DATE),
            (not (asked.date and asked.today and asked.date > asked.today), Hindrance.DATE_AHEAD),
            (bool(asked.signer.strip()), Hindrance.NO_SIGNER),
        ],
        Move.RETURN: [(bool(asked.reason.strip()), Hindrance.NO_REASON)],
    }
    return [hindrance for holds, hindrance in checks.get(move, []) if not holds]


def is_open(state: State) -> bool:
    """Whether its text and figures may still change."""
    return state == State.DRAFT


def is_final(state: State) -> bool:
    """Whether it was issued: nothing of it changes any more."""
    return state in {State.ISSUED, State.PUBLISHED}
