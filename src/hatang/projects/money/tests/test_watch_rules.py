"""How fast money goes out, where it ends, how far it is from the work, and capital that does not move."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from hatang.projects.money.charts import months_chart
from hatang.projects.money.rules.months import carried
from hatang.projects.money.rules.watch import Side, elapsed, gap, idle_months, outlook


@pytest.mark.parametrize(
    ("day", "passed"), [("2025-12-31", "0"), ("2026-12-31", "1"), ("2027-05-01", "1"), ("2026-07-02", "0.5013698630136986")]
)
def test_how_much_of_a_year_is_over(day, passed):
    assert float(elapsed(2026, dt.date.fromisoformat(day))) == pytest.approx(float(passed))


@pytest.mark.parametrize(
    ("allocated", "disbursed", "passed", "now", "foreseen", "at_risk"),
    [
        (0, 0, "0.5", None, None, False),
        (1_000, 400, "0.5", "40.0", "80.0", True),
        (1_000, 480, "0.5", "48.0", "96.0", False),
        (1_000, 900, "0.5", "90.0", "100.0", False),
        (1_000, 0, "0.2", "0.0", None, False),
        (1_000, 949, "1", "94.9", "94.9", True),
    ],
)
def test_the_years_end_at_the_pace_so_far(allocated, disbursed, passed, now, foreseen, at_risk):
    found = outlook(allocated, disbursed, Decimal(passed), 95)
    expected = tuple(None if value is None else Decimal(value) for value in (now, foreseen))
    assert (found.now, found.foreseen, found.at_risk) == (*expected, at_risk)


@pytest.mark.parametrize(
    ("disbursed", "built", "side"),
    [(500, 50, Side.EVEN), (700, 50, Side.EVEN), (701, 50, Side.PAID_AHEAD), (200, 50, Side.EVEN), (199, 50, Side.PAID_BEHIND)],
)
def test_money_beside_work(disbursed, built, side):
    assert gap(disbursed, 1_000, Decimal(built), ahead=20, behind=30).side == side


def test_nothing_is_said_where_the_whole_is_not_known():
    assert gap(5, 0, Decimal(1), ahead=20, behind=30) is None


@pytest.mark.parametrize(
    ("last", "months"), [("2026-01-14", 3), ("2026-01-15", 2), ("2025-04-15", 11), ("2026-04-14", 0), ("2026-05-01", 0)]
)
def test_whole_months_without_movement(last, months):
    assert idle_months(dt.date.fromisoformat(last), dt.date(2026, 4, 14)) == months


def test_a_work_that_says_nothing_of_a_month_keeps_the_month_before():
    assert carried([(1, 3, 100), (1, 12, 400), (2, 6, 50)]) == {3: 100, 6: 150, 12: 450}


def test_months_beside_their_plan():
    chart = months_chart(2026, 1_000, {2: 100, 4: 500, 13: 900}, {2: 200, 4: 400}, dt.date(2026, 5, 2))
    tones = [bar.tone for bar in chart.bars]
    assert tones[:6] == ["", "bad", "bad", "good", "good", "none"]
    assert [bar.value for bar in chart.bars][:5] == [0, 10, 10, 50, 50]
    assert (chart.bars[12].label, chart.bars[12].value) == ("Sau 31/12", 90)
