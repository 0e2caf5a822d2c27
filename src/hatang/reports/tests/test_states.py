"""The way of a report: which step follows which, and what stops it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatang.reports.rules.states import Asked, Hindrance, Move, State, after, hindrances, is_final, is_open, moves

TODAY = dt.date(2026, 10, 5)
WHOLE = Asked(number="12", date=TODAY, signer="Nguyễn Văn Mẫu", reason="Sửa số", today=TODAY)
WAY = [(State.DRAFT, Move.REVIEW), (State.REVIEWED, Move.SUBMIT), (State.SUBMITTED, Move.ISSUE), (State.ISSUED, Move.PUBLISH)]


def test_a_report_goes_from_draft_to_published_step_by_step():
    state = State.DRAFT
    for start, move in WAY:
        assert state == start
        assert not hindrances(state, move, WHOLE)
        state = after(state, move)
    assert state == State.PUBLISHED
    assert moves(state) == ()


@pytest.mark.parametrize("state", [State.REVIEWED, State.SUBMITTED])
def test_it_is_returned_to_a_draft_with_a_reason(state):
    assert after(state, Move.RETURN) == State.DRAFT
    assert hindrances(state, Move.RETURN, Asked()) == [Hindrance.NO_REASON]


@pytest.mark.parametrize(
    ("state", "move", "asked", "found"),
    [
        (State.DRAFT, Move.REVIEW, Asked(missing=2), [Hindrance.SECTIONS_MISSING]),
        (State.SUBMITTED, Move.ISSUE, Asked(today=TODAY), [Hindrance.NO_NUMBER, Hindrance.NO_DATE, Hindrance.NO_SIGNER]),
        (State.SUBMITTED, Move.ISSUE, Asked(0, "12", dt.date(2026, 10, 6), "Mẫu", "", TODAY), [Hindrance.DATE_AHEAD]),
        (State.DRAFT, Move.ISSUE, WHOLE, [Hindrance.NOT_FROM_HERE]),
        (State.ISSUED, Move.RETURN, WHOLE, [Hindrance.NOT_FROM_HERE]),
    ],
)
def test_what_is_not_ready_is_stopped_with_its_reason(state, move, asked, found):
    assert hindrances(state, move, asked) == found


@given(st.lists(st.sampled_from(list(Move)), max_size=30))
def test_whatever_is_tried_an_issued_report_never_opens_again(tried):
    state, issued = State.DRAFT, False
    for move in tried:
        if not hindrances(state, move, WHOLE):
            state = after(state, move)
        issued = issued or state == State.ISSUED
        assert not (issued and is_open(state))
        assert is_final(state) == issued


def test_a_step_that_does_not_begin_here_raises():
    with pytest.raises(ValueError):
        after(State.DRAFT, Move.PUBLISH)
