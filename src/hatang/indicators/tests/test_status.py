"""Where a target stands: one row for each rule of docs/rules.md#target-status."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatang.indicators.rules.passing import Goal, passes
from hatang.indicators.rules.path import Step
from hatang.indicators.rules.status import Reason, Spec, Status, status_of

AT_LEAST = Goal(">=", Decimal(80))
STEPS = [Step(2026, Goal(">=", Decimal(64))), Step(2027, Goal(">=", Decimal(68)))]
ROAD = Spec(AT_LEAST, 2030, STEPS, start=(Decimal(2025), Decimal(60)))
POVERTY = Spec(Goal("<=", Decimal(5)), 2030, [Step(2026, Goal("<=", Decimal(11)))], start=(Decimal(2025), Decimal(12)))
HEALTH, PROVEN = Spec(Goal("maintain"), 2030), Spec(Goal("maintain"), 2030, proven=True)
RADIO = Spec(Goal("exists"), 2030, proven=True)
MID, END, LATER, OVER = "2026-06-30", "2026-12-31", "2027-06-30", "2031-03-31"

TABLE = [
    # spec, figure, as of, forecast, today, status, rule
    (ROAD, None, None, None, MID, Status.NO_DATA, Reason.NO_FIGURE),
    (ROAD, "80", MID, None, MID, Status.REACHED, Reason.PASSES),
    (ROAD, "80", MID, "10", OVER, Status.REACHED, Reason.PASSES),
    (ROAD, "79.9", "2030-12-31", None, OVER, Status.BEHIND, Reason.YEAR_OVER),
    (ROAD, "63", END, "90", END, Status.BEHIND, Reason.MISSED_STEP),
    (ROAD, "65", LATER, "90", LATER, Status.BEHIND, Reason.UNDER_PATH),
    (ROAD, "61", MID, "90", MID, Status.BEHIND, Reason.UNDER_PATH),
    (ROAD, "62.5", MID, "90", MID, Status.ON_PATH, Reason.HEADING_THERE),
    (ROAD, "62.5", MID, "79", MID, Status.AT_RISK, Reason.FALLS_SHORT),
    (ROAD, "62.5", MID, None, MID, Status.ON_PATH, Reason.ABOVE_PATH),
    (ROAD, "62.5", MID, "90", "2027-09-01", Status.AT_RISK, Reason.OLD_FIGURE),
    (Spec(AT_LEAST, 2030), "10", MID, None, MID, Status.ON_PATH, Reason.ABOVE_PATH),
    (POVERTY, "12.5", MID, "4", MID, Status.BEHIND, Reason.UNDER_PATH),
    (POVERTY, "11.2", END, "4", END, Status.BEHIND, Reason.MISSED_STEP),
    (POVERTY, "10", END, "6", END, Status.AT_RISK, Reason.FALLS_SHORT),
    (POVERTY, "10", END, "5", END, Status.ON_PATH, Reason.HEADING_THERE),
    (POVERTY, "4", END, None, END, Status.REACHED, Reason.PASSES),
    (HEALTH, None, None, None, MID, Status.NO_DATA, Reason.NO_FIGURE),
    (HEALTH, "0", MID, None, MID, Status.BEHIND, Reason.NOT_KEPT),
    (HEALTH, "100", MID, None, MID, Status.AT_RISK, Reason.NO_PROOF),
    (PROVEN, "100", MID, None, MID, Status.REACHED, Reason.KEPT),
    (PROVEN, "100", MID, None, "2027-09-01", Status.AT_RISK, Reason.OLD_FIGURE),
    (RADIO, "0", MID, None, MID, Status.BEHIND, Reason.NOT_KEPT),
    (RADIO, "100", MID, None, MID, Status.REACHED, Reason.KEPT),
]


def day(text):
    return None if text is None else dt.date.fromisoformat(text)


def number(text):
    return None if text is None else Decimal(text)


@pytest.mark.parametrize(("spec", "figure", "as_of", "forecast", "today", "status", "rule"), TABLE)
def test_where_a_target_stands(spec, figure, as_of, forecast, today, status, rule):
    verdict = status_of(spec, number(figure), day(as_of), expected=number(forecast), today=day(today))
    assert (verdict.status, verdict.reason) == (status, rule)


def test_every_rule_has_its_row():
    assert {row[6] for row in TABLE} == set(Reason) - {Reason.NOT_BOUND}


def test_every_rule_is_written_down():
    text = (Path(__file__).resolve().parents[4] / "docs" / "rules.md").read_text(encoding="utf-8")
    assert all(f"`{reason}`" in text for reason in Reason)


def test_what_was_asked_at_the_day_of_the_figure_is_told():
    verdict = status_of(ROAD, Decimal(61), day(END), expected=None, today=day(END))
    assert (verdict.required, verdict.step) == (64, STEPS[0])


@given(figure=st.decimals(0, 100, places=2), expected=st.one_of(st.none(), st.decimals(0, 100, places=2)),
       months=st.integers(0, 70))  # fmt: skip
def test_reached_means_passing_and_more_is_never_worse(figure, expected, months):
    today = dt.date(2026 + months // 12, months % 12 + 1, 28)
    here = status_of(ROAD, figure, today, expected=expected, today=today).status
    assert (here is Status.REACHED) is passes(AT_LEAST, figure)
    more = status_of(ROAD, figure + 1, today, expected=expected, today=today).status
    order = [Status.BEHIND, Status.AT_RISK, Status.ON_PATH, Status.REACHED]
    assert order.index(more) >= order.index(here)
