"""Reading confirmed plans."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from django.db.models import Prefetch, QuerySet

from hatang.core.sectors import Sector
from hatang.plans.models import Assignment, DocumentReference, Plan, PlanItem, Schedule, Target, Task, TaskQuantity
from hatang.plans.rules import leading, timetable
from hatang.plans.rules.marking import Line, heading_starts, marked_lines


@dataclass(slots=True)
class Part:
    """One numbered part with its own words and what was read from them."""

    item: PlanItem | None
    lines: list[Line]
    targets: list[Target] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    schedules: list[Schedule] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FollowedTask:
    """A task with who leads it and by when, as the plan says."""

    task: Task
    leader: str
    due: dt.date | None


@dataclass(frozen=True, slots=True)
class SectorView:
    """One of the ten sectors: its name in the language of whoever reads it, its targets and tasks."""

    code: str
    name: Any
    targets: list[Target]
    tasks: list[FollowedTask]


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything the dashboard shows of a plan."""

    plan: Plan
    sectors: list[SectorView]
    without_sector: SectorView
    by_leader: list[tuple[str, list[FollowedTask]]]
    occasions: list[timetable.Occasion]
    unplanned: list[Schedule]
    target_count: int
    task_count: int
    assignments: list[Assignment]


def plans_of_commune() -> QuerySet[Plan]:
    """Every confirmed plan of the commune in scope, newest first, without their texts."""
    rows: QuerySet[Plan] = Plan.objects.select_related("document", "confirmed_by", "replaced_by").defer("document__text")
    return rows.order_by("-confirmed_at")


def plan_of(pk: int) -> Plan | None:
    """One plan of the commune in scope; None for any other's."""
    found: Plan | None = (
        Plan.objects.select_related("document__file", "confirmed_by", "replaces", "replaced_by").filter(pk=pk).first()
    )
    return found


def plans_in_force() -> list[Plan]:
    """The plans the commune follows now, those that nothing replaces; the newest first."""
    rows = Plan.objects.select_related("document").defer("document__text").filter(replaced_by__isnull=True)
    return list(rows.order_by("-confirmed_at", "-pk"))


def tasks_in_force() -> list[Task]:
    """Every task of the plans in force, in the order of the plans; one query."""
    return list(Task.objects.filter(plan__replaced_by__isnull=True).order_by("-plan__confirmed_at", "plan_id", "order"))


def references_of(plan: Plan) -> list[DocumentReference]:
    """The documents a plan names, from the highest level down to its own."""
    return list(DocumentReference.objects.filter(document=plan.document).order_by("level", "date", "pk"))


def _tasks(plan: Plan) -> list[Task]:
    lines = Prefetch("quantities", queryset=TaskQuantity.objects.order_by("pk"))
    return list(Task.objects.filter(plan=plan).prefetch_related(lines).order_by("order"))


def tasks_in(plan: Plan, sector: str) -> list[Task]:
    """The tasks of one sector with their quantities. Two queries."""
    lines = Prefetch("quantities", queryset=TaskQuantity.objects.order_by("pk"))
    return list(Task.objects.filter(plan=plan, sector=sector).prefetch_related(lines).order_by("order"))


def overview_of(plan: Plan, *, today: dt.date, targets: Sequence[Target] | None = None) -> Overview:
    """The plan by sector, by leader and by date. Four queries, whatever its length, and one for the targets unless given."""
    targets = list(Target.objects.filter(plan=plan).order_by("order") if targets is None else targets)
    tasks = _tasks(plan)
    assignments = list(Assignment.objects.filter(plan=plan).select_related("unit").order_by("order"))
    schedules = list(Schedule.objects.filter(plan=plan).order_by("order"))
    followed = _followed(tasks, assignments, schedules, plan.period_end)
    views = [_sector(code, name, targets, followed) for code, name in (*Sector.choices, ("", ""))]
    return Overview(
        plan=plan,
        sectors=views[:-1],
        without_sector=views[-1],
        by_leader=_by_leader(followed),
        occasions=timetable.upcoming(map(_duty, schedules), today=today, first_year=plan.period_start, last_year=plan.period_end),
        unplanned=[entry for entry in schedules if entry.kind == "ad_hoc" or (entry.kind == "recurring" and not entry.every)],
        target_count=len(targets),
        task_count=len(tasks),
        assignments=assignments,
    )


def _duty(schedule: Schedule) -> timetable.Duty:
    return timetable.Duty(schedule.pk, schedule.kind, schedule.every, schedule.begins, schedule.due, schedule.quote)


def _followed(
    tasks: list[Task], assignments: list[Assignment], schedules: list[Schedule], last_year: int | None
) -> list[FollowedTask]:
    duties = [leading.Duty(row.path, row.role, row.actor, row.duty) for row in assignments]
    limits = [leading.Limit(row.start, row.end, row.due) for row in schedules if row.due]
    return [
        FollowedTask(
            task,
            leading.leader_of(task.path, task.sector, duties),
            leading.deadline_of(task.start, task.end, limits, last_year),
        )
        for task in tasks
    ]


def _sector(code: str, name: Any, targets: list[Target], tasks: list[FollowedTask]) -> SectorView:
    mine = [target for target in targets if target.sector == code]
    return SectorView(code, name, mine, [entry for entry in tasks if entry.task.sector == code])


def _by_leader(followed: list[FollowedTask]) -> list[tuple[str, list[FollowedTask]]]:
    groups: dict[str, list[FollowedTask]] = defaultdict(list)
    for entry in followed:
        groups[entry.leader].append(entry)
    for entries in groups.values():
        entries.sort(key=lambda entry: (entry.due or dt.date.max, entry.task.order))
    return sorted(groups.items(), key=lambda group: (not group[0], -len(group[1])))


def plan_parts(plan: Plan) -> list[Part]:
    """The plan's own words part by part, each with what was read from it. Six queries."""
    outline = list(PlanItem.objects.filter(plan=plan).order_by("order"))
    rows: dict[str, list[Any]] = {
        "targets": list(Target.objects.filter(plan=plan).order_by("order")),
        "tasks": _tasks(plan),
        "assignments": list(Assignment.objects.filter(plan=plan).order_by("order")),
        "schedules": list(Schedule.objects.filter(plan=plan).order_by("order")),
    }
    return list(_parts(plan.document.text, outline, rows))


def _parts(text: str, outline: list[PlanItem], rows: dict[str, list[Any]]) -> Iterator[Part]:
    borders = [0, *(item.start for item in outline), len(text)]
    for number, (start, end) in enumerate(pairwise(borders)):
        item = outline[number - 1] if number else None
        here = {name: [row for row in found if start <= row.start < end] for name, found in rows.items()}
        spans = {row.order: (row.start - start, row.end - start) for found in here.values() for row in found}
        words = text[start:end].rstrip()
        if words or item:
            headings = heading_starts(words, [(item.depth, 0, item.marker, item.heading)] if item else [])
            yield Part(item, marked_lines(words, spans, headings=headings), **here)


def items_of_plan(plan: Plan) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every item of a plan as the reading contract has its fields, for comparing with another version."""
    for target in Target.objects.filter(plan=plan).order_by("order"):
        yield "target", {name: getattr(target, name) for name in ("subject", "comparator", "value", "value_max", "unit", "year")}
    for task in _tasks(plan):
        lines = [{"value": q.value, "unit": q.unit, "approximate": q.approximate} for q in task.quantities.all()]
        yield "task", {"action": task.action, "object": task.object, "quantities": lines}
    for row in Assignment.objects.filter(plan=plan).order_by("order"):
        yield "assignment", {"actor": row.actor, "role": row.role, "duty": row.duty}
    for row in Schedule.objects.filter(plan=plan).order_by("order"):
        yield "schedule", {"kind": row.kind, "every": row.every, "start": row.begins, "due": row.due}
