"""Works, faults and needs of one sector or one village."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.db.models import F
from django.urls import reverse

from hatang.assets.models import Ticket
from hatang.assets.upkeep.selectors.not_working import rows as not_working
from hatang.assets.upkeep.selectors.tickets import UNFIXED_STATES
from hatang.projects.models import Need, Project
from hatang.projects.money import selectors as money
from hatang.projects.money.rules.totals import NOTHING, by
from hatang.projects.rules.states import Phase
from hatang.reports.kinds.thematic.facts import Asking, Broken, Fault, WorkLine
from hatang.reports.rules.making import Maker
from hatang.reports.selectors.around import Scope
from hatang.reports.selectors.scope import percents_at

BOOKS = "Sổ vốn và giải ngân của công trình đến hết kỳ"
MOST = 1_000
WAITING = (Need.State.OPEN, Need.State.SCORED)


def works_of(scope: Scope, day: dt.date) -> list[WorkLine]:
    """The works with their money and progress by a day. Three queries."""
    rows = list(Project.objects.filter(**scope.works).defer("geometry", "note", "purpose").order_by("folded_name", "pk"))
    pks = [row.pk for row in rows]
    sums = by(money.cells(money.Wanted(projects=pks, until=day)), lambda cell: cell.project) if pks else {}
    percents = percents_at(day)
    found = []
    for row in rows:
        maker, one = Maker(f"work.{row.pk}", row.name, reverse("work", args=[row.pk])), sums.get(row.pk, NOTHING)
        if row.total_investment:
            maker.money("total", "tổng mức đầu tư", row.total_investment, "Hồ sơ công trình")
        maker.money("allocated", "vốn đã phân bổ", one.allocated, BOOKS)
        maker.money("paid", "giải ngân lũy kế", one.disbursed, BOOKS)
        maker.percent("percent", "khối lượng đã làm", percents.get(row.pk, Decimal(0)), "Báo cáo tiến độ gần nhất đến hết kỳ")
        found.append(WorkLine(row.name, str(row.get_phase_display()), maker.made, row.phase == Phase.UNDER_CONSTRUCTION))
    return found


def faults_of(scope: Scope, day: dt.date, today: dt.date) -> list[Fault]:
    """Faults reported by a day and not mended now, the longest overdue first. One query."""
    rows = Ticket.objects.filter(state__in=UNFIXED_STATES, reported_on__lte=day, **scope.through("asset", scope.assets))
    found = rows.select_related("asset").defer("asset__geometry", "asset__note")
    return [_fault(row, today) for row in found.order_by(F("due_on").asc(nulls_last=True), "reported_on", "pk")[:MOST]]


def _fault(row: Ticket, today: dt.date) -> Fault:
    days = (today - row.due_on).days if row.due_on else 0
    maker = Maker(f"fault.{row.pk}", row.asset.name, reverse("ticket", args=[row.pk]))
    source = "Số ngày từ hạn sửa đến ngày lập báo cáo"
    late = maker.count("late", "số ngày quá hạn sửa", days, source=source, unit="ngày") if days > 0 else None
    return Fault(row.asset.name, row.fault, row.reported_on, row.due_on, late)


def broken_of(scope: Scope, today: dt.date) -> list[Broken]:
    """Works of the inventory that do not function now. Two queries."""
    rows: Any = not_working().filter(**scope.assets).defer("geometry", "note").prefetch_related("decisions")
    return [_broken(row, today) for row in rows[:MOST]]


def _broken(row: Any, today: dt.date) -> Broken:
    maker = Maker(f"broken.{row.pk}", row.name, reverse("asset", args=[row.pk]))
    source = "Số ngày từ ngày báo hỏng đến ngày lập báo cáo"
    days = (
        maker.count("days", "số ngày không hoạt động", (today - row.since).days, source=source, unit="ngày")
        if row.since
        else None
    )
    decided = sorted(row.decisions.all(), key=lambda one: one.pk)
    return Broken(row.name, days if days and days.value else None, str(decided[-1].get_choice_display()) if decided else "")


def needs_of(scope: Scope, last: dt.date) -> list[Asking]:
    """Needs proposed by a day that wait for a decision, the highest score first. One query."""
    rows = Need.objects.filter(state__in=WAITING, proposed_on__lte=last, **scope.needs).select_related("village")
    found = rows.defer("geometry").order_by(F("score").desc(nulls_last=True), "proposed_on", "pk")
    return [_asking(row) for row in found[:MOST]]


def _asking(row: Need) -> Asking:
    maker = Maker(f"need.{row.pk}", row.name, reverse("need", args=[row.pk]))
    source = "Phiếu nhu cầu của thôn"
    households = (
        maker.count("households", "số hộ hưởng lợi", row.households, source=source, unit="hộ") if row.households else None
    )
    cost = maker.money("cost", "ước kinh phí", row.estimated_cost, source) if row.estimated_cost else None
    return Asking(row.name, row.village.name, households, cost)
