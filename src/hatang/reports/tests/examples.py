"""A plan with figures to report on, of a commune that does not exist."""

from __future__ import annotations

import datetime as dt

from hatang.indicators.models import ReportingPeriod
from hatang.indicators.services import recompute
from hatang.indicators.tests.ground import approved, bound, make_period, make_villages
from hatang.reports.kinds import kinds
from hatang.reports.services import prepare
from hatang.tests.factories import make_plan

TODAY = dt.date(2026, 10, 5)
Q2, Q3 = "2026-Q2", "2026-Q3"
CODES = ("irrigation.area", "water.households", "electricity.households")


def make_ground(folder, *, quarters=(Q2, Q3)):
    """The bundled plan bound to its indicators; three villages that report a little more each quarter."""
    plan = make_plan(folder)
    bindings, villages = bound(plan), make_villages(3)
    for number, code in enumerate(quarters):
        fill(bindings, villages, make_period(code), number)
    recompute()
    return plan, bindings, villages


def fill(bindings, villages, period: ReportingPeriod, number: int) -> None:
    for at, village in enumerate(villages):
        for step, code in enumerate(code for code in CODES if code in bindings):
            approved(bindings[code].indicator, period, village, f"{31 + 7 * number + at + step}.5", 67 + at)
    approved(bindings["health.criteria"].indicator, period, None, 1, 1)


def make_report(plan, period=Q3, kind="quarterly", today=TODAY, unit=None, subject=""):
    """A report as the coordinator's button makes it."""
    return prepare(plan, kinds()[kind], period, today=today, unit=unit, subject=subject)
