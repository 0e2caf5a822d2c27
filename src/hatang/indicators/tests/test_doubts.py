"""Which figures are doubtful."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hatang.indicators.rules.jumps import doubts, lacking
from hatang.indicators.workbook.model import Entry, Kind

parts = st.decimals(min_value=0, max_value=10**6, places=2)


def ratio(numerator, denominator, **words):
    return Entry(Decimal(numerator), Decimal(denominator), **words)


def count(value):
    return Entry(value=Decimal(value))


@pytest.mark.parametrize(
    ("kind", "now", "last", "codes"),
    [
        (Kind.RATIO, ratio(1, 10), None, []),
        (Kind.RATIO, ratio(11, 10), None, ["larger_than_whole"]),
        (Kind.RATIO, ratio(4, 10), ratio(1, 10), []),
        (Kind.RATIO, ratio("4.1", 10), ratio(1, 10), ["share_jumps"]),
        (Kind.RATIO, ratio(0, 10), ratio(4, 10), ["share_jumps"]),
        (Kind.RATIO, ratio("1.4", 14), ratio(1, 10), ["whole_jumps"]),
        (Kind.RATIO, ratio(1000, 10), ratio(1, 10), ["larger_than_whole", "share_jumps"]),
        (Kind.RATIO, ratio(0, 0), ratio(0, 0), []),
        (Kind.RATIO, ratio(5, 10), ratio(0, 0), []),
        (Kind.COUNT, count(13), count(10), []),
        (Kind.COUNT, count(14), count(10), ["count_jumps"]),
        (Kind.COUNT, count(6), count(10), ["count_jumps"]),
        (Kind.COUNT, count(6), count(0), []),
        (Kind.YES_NO, Entry(answer=True), None, ["no_proof"]),
        (Kind.STATUS, Entry(answer=False), Entry(answer=True), ["no_longer"]),
        (Kind.STATUS, Entry(answer=False), Entry(answer=False), []),
        (Kind.RATIO, Entry(), ratio(1, 2), []),
    ],
)
def test_what_is_doubtful(kind, now, last, codes):
    assert [doubt.code for doubt in doubts(kind, now, last, jump_percent=30)] == codes


@settings(deadline=None)  # a law, not a time: a busy machine must not break it
@given(parts, parts, st.integers(1, 100))
def test_the_same_figure_again_is_a_doubt_only_where_the_part_is_larger_than_the_whole(numerator, denominator, limit):
    same = ratio(numerator, denominator)
    found = doubts(Kind.RATIO, same, same, jump_percent=limit)
    assert [doubt.code for doubt in found] == (["larger_than_whole"] if numerator > denominator else [])


def test_a_reason_settles_every_doubt_and_a_note_only_that_of_the_document():
    odd = ratio(11, 10)
    assert lacking(doubts(Kind.RATIO, odd, None, jump_percent=30), odd)
    assert not lacking(doubts(Kind.RATIO, odd, None, jump_percent=30), ratio(11, 10, reason="đường chung"))
    assert lacking(doubts(Kind.RATIO, odd, None, jump_percent=30), ratio(11, 10, note="đường chung"))
    yes = Entry(answer=True, note="Quyết định số 00")
    assert not lacking(doubts(Kind.STATUS, yes, None, jump_percent=30), yes)
    assert not doubts(Kind.STATUS, Entry(answer=True), None, jump_percent=30, proof=True)
