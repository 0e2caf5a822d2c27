"""What the charts of works show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _

from hatang.core.figures import Ratio
from hatang.projects.models import Disbursement, ProgressReport, Project, WorkMilestone
from hatang.projects.rules.states import Construction
from hatang.projects.selectors.works import OPEN, Filter, is_late, rows
from hatang.ui.charts import Gantt, GanttRow, Mark, SCurve, Stretch

ON_A_CHART = 40


def curve_of(project: Project, milestones: Sequence[WorkMilestone], reports: Sequence[ProgressReport], today: dt.date) -> SCurve:
    """Planned, built and paid of one work, in per cent by day. One query."""
    return SCurve(
        _("Khối lượng và giải ngân so với kế hoạch"),
        planned=planned_points(milestones),
        actual=[(report.on, float(report.percent)) for report in sorted(reports, key=lambda report: report.on)],
        money=_paid(project),
        today=today,
    )


def planned_points(milestones: Sequence[WorkMilestone]) -> list[tuple[dt.date, float]]:
    """How much should be built by when; nothing on the day the first stretch begins."""
    known = sorted((row.planned_on, float(row.percent)) for row in milestones if row.percent is not None)
    begins = min((row.starts_on or row.planned_on for row in milestones), default=None)
    return [(begins, 0.0), *known] if known and begins and begins < known[0][0] else known


def _paid(project: Project) -> list[tuple[dt.date, float]]:
    """What was paid out, added up, of the capital the work has."""
    whole: int = getattr(project, "allocated", 0) or project.total_investment or 0
    if whole <= 0:
        return []
    paid, points = 0, {}
    lines = Disbursement.objects.filter(project=project).order_by("paid_on", "pk").values_list("paid_on", "amount", "recovered")
    for day, amount, recovered in lines:
        paid += amount - recovered
        points[day] = float(Ratio(Decimal(paid), Decimal(whole)).percent or 0)
    return list(points.items())


def milestones_chart(project: Project, milestones: Sequence[WorkMilestone], today: dt.date) -> Gantt:
    """The milestones of one work: plan against actual. No query."""
    found, before = [], None
    for row in milestones:
        found.append(_milestone_row(row, before, today))
        before = row
    return Gantt(_("Kế hoạch và thực tế"), found, today)


def _milestone_row(row: WorkMilestone, before: WorkMilestone | None, today: dt.date) -> GanttRow:
    begun = row.starts_on or (before.planned_on if before else row.planned_on)
    late = row.actual_on is None and row.planned_on < today
    actual = Stretch(min(begun, row.actual_on), row.actual_on) if row.actual_on else None
    was_late = row.actual_on is not None and row.actual_on > row.planned_on
    return GanttRow(
        row.name,
        baseline=Stretch(min(begun, row.baseline_on), row.baseline_on),
        planned=Stretch(min(begun, row.planned_on), row.planned_on),
        actual=actual,
        tone="bad" if was_late else "good",
        note=_("quá hạn") if late else "",
    )


def works_chart(wanted: Filter, today: dt.date) -> tuple[Gantt, int]:
    """The works wanted that have milestones, the first to begin on top, and how many there are in all. Two queries."""
    found = rows(wanted, today).filter(milestones__isnull=False).distinct()
    dated = Prefetch("milestones", queryset=WorkMilestone.objects.order_by("planned_on", "pk"))
    listed = list(found.defer("geometry", "note", "purpose").order_by("next_due", "pk").prefetch_related(dated)[: ON_A_CHART + 1])
    lines = [_work_row(project, list(project.milestones.all()), today) for project in listed[:ON_A_CHART]]
    return Gantt(_("Kế hoạch và thực tế của các công trình"), lines, today), len(listed)


def _work_row(project: Project, milestones: list[WorkMilestone], today: dt.date) -> GanttRow:
    begins = min(row.starts_on or row.planned_on for row in milestones)
    first = min(row.starts_on or row.baseline_on for row in milestones)
    planned = Stretch(begins, max(row.planned_on for row in milestones))
    late = is_late(project, today)
    return GanttRow(
        project.name,
        reverse("work", args=[project.pk]),
        baseline=Stretch(first, max(row.baseline_on for row in milestones)),
        planned=planned,
        actual=_done(project, milestones, today),
        marks=[Mark(row.planned_on, row.actual_on is not None) for row in milestones],
        tone="bad" if late else "warn" if project.phase in OPEN else "good",
        note=_("chậm %(days)d ngày") % {"days": (today - project.next_due).days} if late and project.next_due else "",
    )


def _done(project: Project, milestones: list[WorkMilestone], today: dt.date) -> Stretch | None:
    """From the first milestone reached to the last, or to today while it is being built."""
    reached = [row.actual_on for row in milestones if row.actual_on]
    if not reached:
        return None
    begun = min([*reached, *(row.starts_on for row in milestones if row.starts_on and row.actual_on)])
    running = project.construction == Construction.STARTED and project.phase in OPEN
    return Stretch(begun, max(today, begun) if running else max(reached))
