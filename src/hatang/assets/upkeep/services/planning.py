"""Drawing up, approving, amending and ticking off the yearly maintenance plan."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hatang.assets.models import MaintenanceLine, MaintenancePlan
from hatang.assets.upkeep.rules.planning import moved
from hatang.core.audit import current_actor, record

State = MaintenancePlan.State
PLANNED = ("asset_id", "work", "job", "period", "way", "unit_id", "cost", "source")


class NotInDraft(ValueError):
    """The plan is not in the state this needs; the message says so in the reader's language."""


@transaction.atomic
def draft_plan(year: int, *, copied: MaintenancePlan | None = None) -> MaintenancePlan:
    """The plan of a year as a draft, with the lines of another year's where one is given; the one already there when there is.

    Lines of works that were taken out of the inventory are not copied.
    """
    plan: MaintenancePlan
    plan, made = MaintenancePlan.objects.get_or_create(year=year)
    if not made:
        return plan
    lines = list(copied.lines.exclude(asset__is_retired=True)) if copied else []
    MaintenanceLine.objects.bulk_create(_copy(line, plan) for line in lines)
    record("maintenance.draft", plan, after={"year": year, "copied": copied.year if copied else None, "lines": len(lines)})
    return plan


def _copy(line: MaintenanceLine, plan: MaintenancePlan) -> MaintenanceLine:
    planned: dict[str, Any] = {name: getattr(line, name) for name in PLANNED}
    return MaintenanceLine(plan=plan, **{**planned, "period": moved(line.period, plan.year)})


@transaction.atomic
def put_line(plan: MaintenancePlan, line: MaintenanceLine) -> MaintenanceLine:
    """Add a line to a draft.

    Raises:
        NotInDraft: the plan is approved.
    """
    line.plan = _held(plan, State.DRAFT)
    line.save()
    record("maintenance.line", line, after=_planned(line))
    return line


@transaction.atomic
def change_line(line: MaintenanceLine) -> MaintenanceLine:
    """Write a changed line of a draft; raises as `put_line` does."""
    _held(line.plan, State.DRAFT)
    before = MaintenanceLine.objects.get(pk=line.pk)
    line.save()
    old, new = _planned(before), _planned(line)
    differing = [name for name in PLANNED if old[name] != new[name]]
    record(
        "maintenance.change",
        line,
        before={name: old[name] for name in differing},
        after={name: new[name] for name in differing},
    )
    return line


@transaction.atomic
def remove_line(line: MaintenanceLine) -> None:
    """Take a line out of a draft; what was done stays.

    Raises:
        NotInDraft: the plan is approved, or the line is done.
    """
    _held(line.plan, State.DRAFT)
    if line.done_on:
        raise NotInDraft(_("Việc này đã làm xong nên không bỏ được khỏi kế hoạch."))
    record("maintenance.remove", line, before=_planned(line))
    line.delete()


@transaction.atomic
def approve(plan: MaintenancePlan, *, document: str = "") -> MaintenancePlan:
    """Put a draft into force.

    Raises:
        NotInDraft: it is in force already, or has no lines.
    """
    held = _held(plan, State.DRAFT)
    if not held.lines.exists():
        raise NotInDraft(_("Kế hoạch chưa có việc nào. Hãy thêm việc rồi duyệt."))
    held.state, held.document = State.APPROVED, document
    held.approved_by_id, held.approved_on = current_actor().user_id, timezone.localdate()
    held.save()
    record("maintenance.approve", held, before={"state": "draft"}, after={"state": "approved", "document": document})
    return held


@transaction.atomic
def amend(plan: MaintenancePlan, *, reason: str) -> MaintenancePlan:
    """Take a plan in force back to a draft, to change it (Nghị định 207/2026/NĐ-CP, Điều 35 khoản 3).

    Raises:
        NotInDraft: it is a draft already.
    """
    held = _held(plan, State.APPROVED)
    held.state, held.amended_because, held.amendments = State.DRAFT, reason, held.amendments + 1
    held.save()
    record("maintenance.amend", held, before={"state": "approved"}, after={"state": "draft"}, reason=reason)
    return held


@transaction.atomic
def finish(line: MaintenanceLine, *, on: dt.date, actual_cost: int | None, note: str = "") -> MaintenanceLine:
    """Tick a line of a plan in force as done; said again, it corrects what was said.

    Raises:
        NotInDraft: the plan is not in force.
    """
    _held(line.plan, State.APPROVED)
    before = {"done_on": line.done_on, "actual_cost": line.actual_cost}
    line.done_on, line.actual_cost, line.done_note, line.done_by_id = on, actual_cost, note, current_actor().user_id
    line.save(update_fields=["done_on", "actual_cost", "done_note", "done_by"])
    record("maintenance.done", line, before=before, after={"done_on": on, "actual_cost": actual_cost}, reason=note)
    return line


def _held(plan: MaintenancePlan, state: MaintenancePlan.State) -> MaintenancePlan:
    held: MaintenancePlan = MaintenancePlan.objects.select_for_update().get(pk=plan.pk)
    if held.state == state:
        return held
    if held.state == State.APPROVED:
        raise NotInDraft(_("Kế hoạch đã duyệt. Muốn sửa, lãnh đạo xã mở lại để điều chỉnh, có ghi lý do."))
    raise NotInDraft(_("Kế hoạch còn là dự thảo. Việc chỉ được ghi hoàn thành sau khi kế hoạch được duyệt."))


def _planned(line: MaintenanceLine) -> dict[str, Any]:
    return {name: getattr(line, name) for name in PLANNED}
