"""The yearly maintenance plan as a page and a workbook show it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from hatang.assets.models import MaintenanceLine, MaintenancePlan
from hatang.assets.upkeep.rules import planning
from hatang.assets.upkeep.rules.planning import Totals
from hatang.core.money import Money


@dataclass(frozen=True, slots=True)
class Entry:
    """One line and whether its time has passed."""

    line: MaintenanceLine
    is_overdue: bool

    @property
    def cost(self) -> Money:
        """What it was to cost."""
        return Money(self.line.cost)

    @property
    def actual(self) -> Money | None:
        """What it did cost, where somebody said so."""
        return Money.of(self.line.actual_cost)


@dataclass(frozen=True, slots=True)
class PlanView:
    """A plan with its lines in the order of the year, its totals, and those of each kind of work it has."""

    plan: MaintenancePlan
    entries: Sequence[Entry]
    totals: Totals
    by_work: Sequence[tuple[str, Totals]]


def years() -> list[int]:
    """The years that have a plan, newest first."""
    return list(MaintenancePlan.objects.order_by("-year").values_list("year", flat=True))


def plan_of_year(year: int) -> MaintenancePlan | None:
    """The plan of a year; None where there is none."""
    found: MaintenancePlan | None = MaintenancePlan.objects.select_related("approved_by").filter(year=year).first()
    return found


def plan_of(pk: int) -> MaintenancePlan | None:
    """One plan of the commune in scope; None for any other's."""
    found: MaintenancePlan | None = MaintenancePlan.objects.filter(pk=pk).first()
    return found


def line_of(pk: int) -> MaintenanceLine | None:
    """One line of a plan of the commune in scope; None for any other's."""
    found: MaintenanceLine | None = MaintenanceLine.objects.select_related("plan", "asset__village", "unit").filter(pk=pk).first()
    return found


def view_of(plan: MaintenancePlan, *, today: dt.date) -> PlanView:
    """A plan with all its lines. One query. A draft has nothing that is overdue: nobody has yet said that it be done."""
    lines = sorted(_rows(plan), key=lambda line: (line.when.last, line.when.first, line.pk))
    in_force = plan.state == MaintenancePlan.State.APPROVED
    day = today if in_force else dt.date.min
    ruled = [rule_of(line) for line in lines]
    kinds = [
        (str(label), [rule for line, rule in zip(lines, ruled, strict=True) if line.work == work]) for work, label in _works()
    ]
    return PlanView(
        plan=plan,
        entries=[Entry(line, planning.is_overdue(rule, today=day)) for line, rule in zip(lines, ruled, strict=True)],
        totals=planning.totals(ruled, today=day),
        by_work=[(label, planning.totals(rules, today=day)) for label, rules in kinds if rules],
    )


def view_of_year(year: int, *, today: dt.date) -> PlanView | None:
    """The plan of a year with its lines; None where there is none. Two queries."""
    plan = plan_of_year(year)
    return view_of(plan, today=today) if plan else None


def rule_of(line: MaintenanceLine) -> planning.Line:
    """A line as the rules read it."""
    return planning.Line(line.period, Money(line.cost), line.done_on, Money.of(line.actual_cost))


def _rows(plan: MaintenancePlan) -> QuerySet[MaintenanceLine]:
    found: QuerySet[MaintenanceLine] = MaintenanceLine.objects.filter(plan=plan)
    return found.select_related("asset__village", "unit", "done_by").defer("asset__geometry", "asset__note")


def _works() -> list[tuple[str, str]]:
    return [(str(value), str(label)) for value, label in MaintenanceLine.Work.choices]
