"""Where the parts of charts stand: inside their box, in order, on round ticks."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatang.ui.charts.rules.labels import spread
from hatang.ui.charts.rules.path import PathData, draw
from hatang.ui.charts.rules.scale import Scale, from_nought, round_ticks
from hatang.ui.charts.rules.spark import shares, spark


def by_time(rows):
    return sorted(rows, key=lambda row: row[0])


VALUES = st.floats(-1e9, 1e9, allow_nan=False).map(lambda value: round(value, 3))
POSITIVE = st.floats(0, 1e9, allow_nan=False).map(lambda value: round(value, 3))
TIMES = st.floats(2020, 2040, allow_nan=False)
DATA = st.builds(
    PathData,
    st.lists(st.tuples(TIMES, st.none() | VALUES), max_size=20).map(by_time),
    st.lists(st.tuples(st.integers(2020, 2040), VALUES), max_size=6, unique_by=lambda row: row[0]).map(by_time),
    st.lists(st.tuples(TIMES, VALUES), max_size=4).map(by_time),
    st.none() | VALUES,
)
WORDS = {"now": "62,5%", "forecast": "Dự báo 74%", "target": "Mục tiêu 80%"}


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 100, ["0", "20", "40", "60", "80", "100"]),
        (48, 91.3, ["40", "50", "60", "70", "80", "90", "100"]),
        (0, 1, ["0", "0.2", "0.4", "0.6", "0.8", "1"]),
        (5, 5, ["5", "5.2", "5.4", "5.6", "5.8", "6"]),
        (0, 24, ["0", "5", "10", "15", "20", "25"]),
        (-3, 12, ["-5", "0", "5", "10", "15"]),
        (92.4, 95.1, ["92", "93", "94", "95", "96"]),
    ],
)
def test_ticks_are_the_numbers_people_count_by(low, high, ticks):
    assert [Decimal(tick) for tick in ticks] == list(round_ticks(low, high))


@given(VALUES, VALUES)
def test_ticks_hold_what_is_shown_and_are_round(one, two):
    low, high = min(one, two), max(one, two)
    ticks = round_ticks(low, high)
    steps = {after - before for before, after in itertools.pairwise(ticks)}
    assert ticks[0] <= Decimal(repr(low))
    assert ticks[-1] >= Decimal(repr(high))
    assert len(steps) == 1
    assert steps.pop().normalize().as_tuple().digits in {(1,), (2,), (5,)}
    assert 2 <= len(ticks) <= 7


@given(st.floats(0, 100), st.floats(0, 100))
def test_no_axis_of_percentages_goes_beyond_a_hundred(one, two):
    low, high = min(one, two), max(one, two)
    if high > low:
        assert round_ticks(from_nought(low, high), high)[-1] <= 100


@given(VALUES, VALUES, st.lists(VALUES, min_size=2))
def test_a_scale_keeps_order_and_its_ends(one, two, values):
    low, high = min(one, two), max(one, two) + 1
    scale = Scale(low, high, 10, 310)
    placed = [scale(value) for value in sorted(values)]
    assert placed == sorted(placed)
    assert all(10 <= at <= 310 for at in placed)
    assert (scale(low), scale(high)) == (10, 310)


@given(DATA, st.sampled_from([(320, 250), (680, 320)]))
def test_everything_of_a_path_stands_inside_its_box(data, size):
    drawing = draw(data, width=size[0], height=size[1], say=lambda value: f"{value:.0f}"[:12], words=WORDS)
    box = drawing.box
    spots = [*drawing.dots, *drawing.milestones, *([drawing.end] if drawing.end else [])]
    assert all(box.left <= spot.x <= box.right and box.top <= spot.y <= box.bottom for spot in spots)
    assert all(box.top <= tick.y <= box.bottom for tick in drawing.ticks)
    assert all(box.left <= year.start < year.end <= box.right for year in drawing.years)
    assert all(0 <= label.y <= box.height and 0 <= label.x <= box.width for label in drawing.labels)
    assert len(drawing.dots) == len(data.measured())


@given(st.lists(st.floats(-500, 500), max_size=8), st.integers(1, 30))
def test_labels_move_apart_and_stay_in_order(wanted, gap):
    placed = spread(wanted, gap=gap, low=0, high=240)
    ordered = [placed[at] for at in sorted(range(len(wanted)), key=lambda at: wanted[at])]
    assert all(0 <= at <= 240 for at in placed)
    room = min(gap, 240 / max(len(wanted) - 1, 1))
    assert all(after - before >= room - 0.15 for before, after in itertools.pairwise(ordered))


def test_a_missing_quarter_breaks_the_line_and_the_forecast_begins_where_measuring_ended():
    data = PathData([(2025.25, 40), (2025.5, 44), (2025.75, None), (2026.0, 50), (2026.25, 52)], forecast=[(2031.0, 80)])
    drawing = draw(data, width=320, height=250, say=str, words={})
    assert len(drawing.history) == 2
    assert drawing.forecast.split()[0] == f"{drawing.dots[-1].x},{drawing.dots[-1].y}"


def test_a_required_value_stands_at_the_end_of_its_year():
    drawing = draw(PathData(required=[(2026, 10), (2027, 20)]), width=320, height=250, say=str, words={})
    assert [spot.x for spot in drawing.milestones] == [year.end for year in drawing.years]


@given(st.lists(st.none() | VALUES, max_size=20))
def test_a_spark_stays_in_its_box_and_keeps_time(values):
    spots = spark(values, width=96, height=28)
    assert len(spots) == sum(value is not None for value in values)
    assert [spot.x for spot in spots] == sorted(spot.x for spot in spots)
    assert all(4 <= spot.x <= 92 and 4 <= spot.y <= 24 for spot in spots)


@given(st.lists(POSITIVE, max_size=12))
def test_shares_fill_the_bar_without_gaps(parts):
    places = shares(parts)
    assert len(places) == len(parts)
    if sum(parts) > 0:
        assert abs(sum(length for _, length in places) - 100) < 0.2
        assert all(abs(one[0] + one[1] - two[0]) < 0.02 for one, two in itertools.pairwise(places))
