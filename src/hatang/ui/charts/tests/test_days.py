"""Charts over days: what is drawn lies inside its box and in the order of time."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from django.template.loader import render_to_string
from hypothesis import given, settings
from hypothesis import strategies as st

from hatang.ui.charts import Gantt, GanttRow, Mark, SCurve, Stretch
from hatang.ui.charts.rules import curve
from hatang.ui.charts.rules.dates import scale_of

DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31))
DAY = dt.date(2026, 6, 1)


@settings(deadline=None)
@given(st.lists(DAYS, min_size=1, max_size=8), DAYS)
def test_days_stand_inside_the_scale_in_the_order_of_time(days, other):
    scale = scale_of(days, left=40, right=640)
    places = [scale(day) for day in sorted({*days, other})]
    assert all(40 <= place <= 640 for place in places)
    assert places == sorted(places)


@settings(deadline=None)
@given(st.lists(DAYS, min_size=2, max_size=2, unique=True))
def test_ticks_are_first_days_with_room_between_them(days):
    ticks = scale_of(days, left=0, right=600).ticks(50)
    assert all(tick.day.day == 1 for tick in ticks)
    assert all(after.x - before.x >= 50 for before, after in pairwise(ticks))


@settings(deadline=None)
@given(st.lists(st.tuples(DAYS, st.floats(-50, 250)), min_size=2, max_size=9))
def test_lines_stay_in_their_box(points):
    drawn = curve.draw([], sorted(points), [], DAY, width=320, height=240)
    assert all(drawn.box.left <= spot.x <= drawn.box.right for spot in drawn.dots)
    assert all(drawn.box.top <= spot.y <= drawn.box.bottom for spot in drawn.dots)


def test_an_s_curve_says_its_numbers_in_words_and_in_a_table():
    chart = SCurve("Đường", planned=[(DAY, 0), (DAY + dt.timedelta(days=90), 100)], actual=[(DAY, 62.5)], today=DAY)
    html = render_to_string("ui/chart/scurve.html", {"chart": chart})
    assert "Khối lượng 62,5% đến 01/06/2026" in html
    assert html.count("<tr>") == 3
    assert "style=" not in html


def test_a_curve_of_one_point_is_no_curve():
    assert SCurve("Đường", actual=[(DAY, 10)]).is_empty


@pytest.mark.parametrize("days", [0, 30])
def test_a_gantt_row_says_its_dates(days):
    end = DAY + dt.timedelta(days=90)
    row = GanttRow(
        "Mặt đường", baseline=Stretch(DAY, end), planned=Stretch(DAY, end + dt.timedelta(days=days)), marks=[Mark(end)]
    )
    assert ("kế hoạch đầu đến" in row.words) == bool(days)
    html = render_to_string("ui/chart/gantt.html", {"chart": Gantt("Biểu đồ", [row], DAY)})
    assert "kế hoạch 01/06/2026" in html
    assert html.count("gantt__planned") == 2  # the legend and the row


def test_a_gantt_without_rows_draws():
    assert Gantt("Biểu đồ", [], DAY).drawn() == []
