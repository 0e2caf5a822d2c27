"""Each row against what stood there at download and what stands there now."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hatang.core.spreadsheets.cells import Problem
from hatang.indicators.workbook.model import Entry, Filled, Kind, Line
from hatang.indicators.workbook.rules.comparing import Outcome, State, counts, not_in_file, outcome, outcomes

NONE, ONE, TWO, THREE = Entry(), Entry(value=Decimal(1)), Entry(value=Decimal(2)), Entry(value=Decimal(3))
WORDS = Entry(note="chưa đo")


def compared(was: Entry, filled: Entry, current: Entry, *, locked: str = "") -> Outcome:
    line = Line("1:1", "Số cụm loa", Kind.COUNT, current=current, locked=locked)
    return outcome(Filled("1:1", 4, "", was, filled), line)


@pytest.mark.parametrize(
    ("was", "filled", "current", "state"),
    [
        (NONE, NONE, NONE, State.EMPTY),
        (NONE, ONE, NONE, State.NEW),
        (ONE, ONE, ONE, State.UNCHANGED),
        (ONE, TWO, ONE, State.CHANGED),
        (NONE, NONE, TWO, State.UNCHANGED),  # left empty here, written by somebody else: theirs stays
        (ONE, ONE, TWO, State.UNCHANGED),  # not touched here, changed by somebody else: theirs stays
        (ONE, TWO, TWO, State.UNCHANGED),  # both made the same change
        (NONE, ONE, TWO, State.CONFLICT),
        (ONE, TWO, THREE, State.CONFLICT),
        (ONE, TWO, NONE, State.CONFLICT),
        (NONE, WORDS, NONE, State.EMPTY),
    ],
)
def test_what_becomes_of_a_row(was, filled, current, state):
    assert compared(was, filled, current).state == state


def test_a_change_of_words_alone_is_a_change():
    noted = Entry(value=Decimal(1), note="đã đếm lại")
    assert compared(ONE, noted, ONE).state == State.CHANGED


def test_words_without_a_figure_are_told_not_lost_silently():
    assert [remark.code for remark in compared(NONE, WORDS, NONE).remarks] == ["only_words"]


def test_a_locked_row_may_stay_but_not_change():
    assert compared(ONE, ONE, ONE, locked="đã nộp").state == State.UNCHANGED
    wrong = compared(ONE, TWO, ONE, locked="đã nộp")
    assert (wrong.state, wrong.problems) == (State.WRONG, (Problem("locked_row", {"why": "đã nộp"}),))


def test_a_row_no_longer_owed_may_be_empty_but_not_filled():
    empty, full = Filled("9:9", 4, "", NONE, NONE), Filled("9:9", 4, "", NONE, ONE)
    assert outcome(empty, None).state == State.EMPTY
    assert outcome(full, None).problems == (Problem("not_owed", {}),)


def test_what_cannot_be_read_is_wrong_whatever_stands_there():
    row = Filled("1:1", 4, "", ONE, NONE, problems=(Problem("date", {}),))
    assert outcome(row, Line("1:1", "", Kind.COUNT, current=ONE)).state == State.WRONG


def test_rows_are_counted_and_those_missing_from_the_file_found():
    owed = [Line("1:1", "", Kind.COUNT), Line("1:2", "", Kind.COUNT)]
    rows = [Filled("1:1", 4, "", NONE, ONE)]
    assert counts(outcomes(rows, owed))["new"] == 1
    assert not_in_file(rows, owed) == owed[1:]
