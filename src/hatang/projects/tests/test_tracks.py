"""The tracks of a work move by themselves, and never reach a state that must not be."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatang.projects import words
from hatang.projects.rules import tracks
from hatang.projects.rules.states import STATES, Hindrance, Kind, Phase, Stage, Standing, Track

BUILDING_KINDS = [Kind.COMMUNITY, Kind.GROUP_C, Kind.EQUIPMENT]


def after(kind: Kind, *steps: str) -> Standing:
    """A work after moves written "track:state"; each must be open."""
    at = tracks.start(kind)
    for step in steps:
        track, to = step.split(":")
        assert tracks.hindrances(at, Track(track), to) == [], step
        at = tracks.moved(at, Track(track), to)
    return at


UNDER_WAY = ("stage:in_plan", "stage:preparation", "stage:under_way")
BUILT = (*UNDER_WAY, "construction:started", "construction:finished")


def reachable(kind: Kind) -> set[Standing]:
    seen = {tracks.start(kind)}
    waiting = list(seen)
    while waiting:
        at = waiting.pop()
        for track, to in tracks.open_moves(at):
            following = tracks.moved(at, track, to)
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return seen


@pytest.mark.parametrize("kind", Kind)
def test_no_sequence_of_moves_reaches_a_forbidden_state(kind):
    states = reachable(kind)
    assert len(states) > 15
    assert [(at, tracks.broken(at)) for at in states if tracks.broken(at)] == []


@pytest.mark.parametrize("kind", Kind)
def test_every_work_can_be_closed_or_cancelled_from_wherever_it_is(kind):
    ends = {Stage.CLOSED, Stage.CANCELLED}
    for at in reachable(kind):
        seen, waiting = {at}, [at]
        while waiting and not any(one.stage in ends for one in seen):
            here = waiting.pop()
            fresh = {tracks.moved(here, *move) for move in tracks.open_moves(here)} - seen
            seen |= fresh
            waiting.extend(fresh)
        assert any(one.stage in ends for one in seen), at


@settings(deadline=None)
@given(st.sampled_from(list(Kind)), st.lists(st.tuples(st.sampled_from(list(Track)), st.integers(0, 5)), max_size=40))
def test_a_move_changes_its_own_track_and_no_other(kind, wishes):
    at = tracks.start(kind)
    for track, number in wishes:
        open_here = [to for found, to in tracks.open_moves(at) if found == track]
        if not open_here:
            continue
        following = tracks.moved(at, track, open_here[number % len(open_here)])
        changed = {other for other in Track if getattr(at, other.value) != getattr(following, other.value)}
        assert changed == {track}
        assert tracks.broken(following) == []
        at = following


def test_built_in_full_flips_none_of_the_other_tracks():
    at = after(Kind.GROUP_C, *BUILT)
    assert (at.acceptance, at.handover, at.payment, at.settlement, at.maintenance) == ("none",) * 5
    assert tracks.phase(at) == Phase.BUILT


@pytest.mark.parametrize(
    ("steps", "track", "to", "why"),
    [
        ((), "construction", "started", Hindrance.NOT_UNDER_WAY),
        (UNDER_WAY, "acceptance", "accepted", Hindrance.NOT_FINISHED),
        (BUILT, "handover", "done", Hindrance.NOT_ACCEPTED),
        (BUILT, "settlement", "submitted", Hindrance.NOT_ACCEPTED),
        (BUILT, "maintenance", "planned", Hindrance.NOT_HANDED_OVER),
        ((), "payment", "advanced", Hindrance.NOT_PREPARED),
        (BUILT, "stage", "closed", Hindrance.NOT_SETTLED),
        ((*BUILT, "acceptance:accepted"), "stage", "cancelled", Hindrance.ALREADY_ACCEPTED),
        ((*BUILT, "acceptance:accepted"), "construction", "started", Hindrance.ALREADY_ACCEPTED),
        ((*BUILT, "acceptance:accepted", "handover:done"), "acceptance", "none", Hindrance.ALREADY_HANDED_OVER),
        ((*UNDER_WAY, "stage:paused"), "construction", "started", Hindrance.PAUSED),
        ((*UNDER_WAY, "stage:paused"), "stage", "in_plan", Hindrance.RESUMES_ELSEWHERE),
        (UNDER_WAY, "request", "sent", Hindrance.NOT_THIS_KIND),
        (UNDER_WAY, "handover", "sold", Hindrance.NO_SUCH_MOVE),
    ],
)
def test_what_stands_in_the_way(steps, track, to, why):
    assert why in tracks.hindrances(after(Kind.COMMUNITY, *steps), Track(track), to)


def test_a_request_is_sent_answered_and_ends_without_being_built():
    at = after(
        Kind.REQUEST, "stage:in_plan", "stage:under_way", "request:sent", "request:accepted", "request:done", "stage:closed"
    )
    assert (at.construction, tracks.phase(at)) == ("none", Phase.CLOSED)


def test_a_paused_work_goes_back_to_where_it_was():
    at = after(Kind.GROUP_C, "stage:in_plan", "stage:preparation", "stage:paused", "stage:preparation")
    assert (at.stage, at.paused_from) == (Stage.PREPARATION, None)


@pytest.mark.parametrize(
    ("steps", "phase"),
    [
        ((), Phase.PROPOSED),
        (UNDER_WAY, Phase.UNDER_CONSTRUCTION),
        (BUILT, Phase.BUILT),
        ((*BUILT, "acceptance:accepted"), Phase.ACCEPTED),
        ((*BUILT, "acceptance:accepted", "handover:done"), Phase.HANDED_OVER),
        ((*BUILT, "acceptance:accepted", "handover:done", "maintenance:planned"), Phase.IN_MAINTENANCE),
        ((*UNDER_WAY, "stage:cancelled"), Phase.CANCELLED),
    ],
)
def test_the_phase_is_the_furthest_thing_that_is_true(steps, phase):
    assert tracks.phase(after(Kind.GROUP_C, *steps)) == phase


@pytest.mark.parametrize("kind", BUILDING_KINDS)
def test_steps_back_and_ends_ask_for_a_reason(kind):
    at = after(kind, *BUILT)
    assert tracks.needs_reason(at, Track.CONSTRUCTION, "started")
    assert tracks.needs_reason(at, Track.STAGE, "paused")
    assert not tracks.needs_reason(at, Track.ACCEPTANCE, "accepted")


def test_every_state_and_hindrance_has_words():
    for track in Track:
        assert [code for code, _name in words.STATES[track]] == [state.value for state in STATES[track]]
    assert set(words.HINDRANCES) == set(Hindrance)
    assert {code for code, _name in words.PHASES} == {phase.value for phase in Phase}
