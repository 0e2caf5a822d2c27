"""Counting hits, and the floors below which reading must not fall."""

from __future__ import annotations

import pytest

from vanban.evaluation.measure import measure
from vanban.evaluation.scoring import Score, same, score

ROAD = {"path": "II.1", "subject": "Tỷ lệ đường thôn được cứng hóa", "value": 80, "year": 2030, "unit": "%"}


def test_the_same_item_is_found_and_exact():
    assert score("targets", [ROAD], [ROAD]) == Score(1, 1, 1, 1)


def test_a_wrong_number_is_found_but_not_exact():
    assert score("targets", [ROAD], [{**ROAD, "value": 85}]) == Score(1, 1, 1, 0)


def test_another_item_is_neither():
    assert score("targets", [ROAD], [{**ROAD, "subject": "Số trạm y tế đạt chuẩn"}]) == Score(1, 1, 0, 0)


def test_one_item_pairs_once():
    assert score("targets", [ROAD], [ROAD, ROAD]) == Score(1, 2, 1, 1)


def test_spelling_of_tones_and_marks_at_the_end_do_not_count():
    assert same("Phòng Thuỷ lợi;", "phòng Thủy lợi")
    assert not same("80", 80)


def test_shares():
    counts = Score(expected=4, read=5, found=3, exact=2)
    assert (counts.precision(3), counts.recall(3)) == (0.6, 0.75)
    assert Score().precision(0) == Score().recall(0) == 1.0


FLOORS = {
    "document": 0.97,
    "references": 0.95,
    "targets": 0.9,
    "tasks": 0.95,
    "quantities": 0.85,
    "assignments": 0.92,
    "schedules": 0.95,
}


@pytest.mark.parametrize("which", ["development", "heldout"])
def test_reading_does_not_get_worse(which):
    found = {kind: one.f1(one.found) for kind, one in measure(which).items()}
    assert {kind: share for kind, share in found.items() if share < FLOORS[kind]} == {}
