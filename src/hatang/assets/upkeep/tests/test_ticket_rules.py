"""The states of a fault: which step leads where, what each needs, and that no other way exists."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hatang.assets.models import Ticket, TicketStep
from hatang.assets.upkeep.rules import tickets as rules
from hatang.assets.upkeep.rules.tickets import NotAllowed, State, Step, Verb, Why

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault of the rule
DAY = dt.date(2026, 3, 2)
MENDER, CHECKER = 1, 2
REPORT = Step(Verb.REPORT, 3, DAY)
ASSIGN = Step(Verb.ASSIGN, 3, DAY, unit=7, due=DAY)
FIX = Step(Verb.FIX, MENDER, DAY, "đã thay loa")
CHECK = Step(Verb.CHECK, CHECKER, DAY)
CLOSE = Step(Verb.CLOSE, CHECKER, DAY)
REOPEN = Step(Verb.REOPEN, 3, DAY, "lại hỏng")
WHOLE = [REPORT, ASSIGN, FIX, CHECK, CLOSE]
STORIES = {
    None: [],
    State.OPEN: WHOLE[:1],
    State.ASSIGNED: WHOLE[:2],
    State.FIXED: WHOLE[:3],
    State.CHECKED: WHOLE[:4],
    State.CLOSED: WHOLE,
    State.REOPENED: [*WHOLE, REOPEN],
}
ALLOWED = {
    (None, Verb.REPORT): "open",
    (State.OPEN, Verb.ASSIGN): "assigned",
    (State.ASSIGNED, Verb.ASSIGN): "assigned",
    (State.ASSIGNED, Verb.FIX): "fixed",
    (State.FIXED, Verb.CHECK): "checked",
    (State.FIXED, Verb.REOPEN): "reopened",
    (State.CHECKED, Verb.CLOSE): "closed",
    (State.CHECKED, Verb.REOPEN): "reopened",
    (State.CLOSED, Verb.REOPEN): "reopened",
    (State.REOPENED, Verb.ASSIGN): "assigned",
}


@pytest.mark.parametrize("state", [None, *State])
@pytest.mark.parametrize("step", [REPORT, ASSIGN, FIX, CHECK, CLOSE, REOPEN], ids=lambda step: step.verb)
def test_each_step_from_each_state(state, step):
    led = ALLOWED.get((state, step.verb))
    if led:
        assert rules.after(STORIES[state], step, today=DAY) == led
        assert step.verb in rules.open_verbs(state)
    else:
        with pytest.raises(NotAllowed) as refused:
            rules.after(STORIES[state], step, today=DAY)
        assert refused.value.why == Why.NOT_NOW
        assert step.verb not in rules.open_verbs(state)


@pytest.mark.parametrize(
    ("state", "step", "why"),
    [
        (State.OPEN, Step(Verb.ASSIGN, 3, DAY, unit=7), Why.NO_UNIT_OR_DAY),
        (State.OPEN, Step(Verb.ASSIGN, 3, DAY, due=DAY), Why.NO_UNIT_OR_DAY),
        (State.OPEN, Step(Verb.ASSIGN, 3, DAY, unit=7, due=DAY - dt.timedelta(1)), Why.DUE_BEFORE),
        (State.ASSIGNED, Step(Verb.FIX, MENDER, DAY, "  "), Why.NO_EVIDENCE),
        (State.ASSIGNED, Step(Verb.FIX, MENDER, DAY + dt.timedelta(1), "xong"), Why.FUTURE),
        (State.ASSIGNED, Step(Verb.FIX, MENDER, DAY - dt.timedelta(1), "xong"), Why.BACKWARDS),
        (State.FIXED, Step(Verb.CHECK, MENDER, DAY), Why.OWN_WORK),
        (State.FIXED, Step(Verb.CHECK, None, DAY), Why.OWN_WORK),
        (State.CLOSED, Step(Verb.REOPEN, 3, DAY, " "), Why.NO_COMMENT),
    ],
)
def test_what_a_step_lacks(state, step, why):
    with pytest.raises(NotAllowed) as refused:
        rules.after(STORIES[state], step, today=DAY)
    assert refused.value.why == why


def test_a_photograph_alone_is_evidence():
    assert rules.after(STORIES[State.ASSIGNED], Step(Verb.FIX, MENDER, DAY, photos=1), today=DAY) == State.FIXED


def test_after_a_reopening_the_first_mender_may_check_the_work_of_the_second():
    again = [*WHOLE, REOPEN, ASSIGN, Step(Verb.FIX, CHECKER, DAY, "thay dây")]
    assert rules.after(again, Step(Verb.CHECK, MENDER, DAY), today=DAY) == State.CHECKED
    with pytest.raises(NotAllowed):
        rules.after(again, Step(Verb.CHECK, CHECKER, DAY), today=DAY)


def test_the_rows_name_the_same_states_and_steps_as_the_rules():
    assert set(Ticket.State.values) == {state.value for state in State}
    assert set(TicketStep.Verb.values) == {verb.value for verb in Verb}


STEPS = st.builds(
    Step,
    verb=st.sampled_from(Verb),
    by=st.one_of(st.none(), st.integers(1, 3)),
    on=st.integers(0, 3).map(lambda days: DAY + dt.timedelta(days)),
    note=st.sampled_from(["", " ", "đã xem"]),
    photos=st.integers(0, 1),
    unit=st.one_of(st.none(), st.just(7)),
    due=st.one_of(st.none(), st.just(DAY + dt.timedelta(2))),
)


@UNHURRIED
@given(st.lists(st.tuples(STEPS, st.integers(-3, 9)), max_size=40))
def test_whatever_is_tried_no_forbidden_state_is_reached_and_the_story_only_grows(tries):
    """Most steps are ones that the state invites, so that stories grow long; the rest are anything."""
    story: list[Step] = []
    state = None
    for tried, pick in tries:
        invited = sorted(rules.open_verbs(state))
        step = replace(tried, verb=invited[pick % len(invited)]) if pick >= 0 else tried
        kept = list(story)
        try:
            led = rules.after(story, step, today=DAY + dt.timedelta(2))
        except NotAllowed:
            assert story == kept
            continue
        assert ALLOWED[state, step.verb] == led
        story, state = [*story, step], led
        assert story[: len(kept)] == kept
        assert rules.state_of(story) == state
    _laws(story)


def _laws(story):
    mender = None
    for before, step in zip([None, *story], story, strict=False):
        assert before is None or before.on <= step.on
        if step.verb == Verb.FIX:
            assert step.note.strip() or step.photos
            mender = step.by
        if step.verb == Verb.CHECK:
            assert step.by is not None
            assert step.by != mender
            assert before.verb == Verb.FIX
        if step.verb == Verb.CLOSE:
            assert before.verb == Verb.CHECK
        if step.verb == Verb.REOPEN:
            assert step.note.strip()
    assert all(end is None or start <= end for start, end in rules.broken_times(story))
