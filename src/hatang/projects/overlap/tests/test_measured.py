"""How well the rules tell the labelled pairs apart. `./run bench overlap` prints the figures."""

from __future__ import annotations

from hatang.projects.overlap.evaluation import held_out, measure, pairs, tuned_on

FLOOR = {"precision": 0.95, "recall": 0.90}


def test_the_set_is_large_balanced_and_split_in_halves():
    rows = pairs()
    assert len(rows) >= 120
    assert len({pair.number for pair in rows}) == len(rows)
    assert abs(len(tuned_on(rows)) - len(held_out(rows))) <= 1
    for half in (tuned_on(rows), held_out(rows)):
        assert 0.4 <= sum(pair.same for pair in half) / len(half) <= 0.6


def test_the_rules_stay_above_the_floor_on_the_half_kept_from_tuning():
    tally = measure(held_out(pairs()))
    assert tally.precision >= FLOOR["precision"]
    assert tally.recall >= FLOOR["recall"]


def test_the_rules_stay_above_the_floor_on_the_half_they_were_tuned_on():
    tally = measure(tuned_on(pairs()))
    assert tally.precision >= FLOOR["precision"]
    assert tally.recall >= FLOOR["recall"]
