"""From review to the plan in force, in one transaction: all of it or nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from hatang.commune.models import Unit
from hatang.core.audit import current_actor, record
from hatang.plans.models import (
    Assignment,
    DocumentReference,
    OfficialDocument,
    Plan,
    PlanImport,
    PlanItem,
    ReviewItem,
    Schedule,
    Target,
    Task,
    TaskQuantity,
)
from vanban.text.folding import fold_for_search

State = PlanImport.State


class NotReady(ValueError):
    """The import cannot become a plan; the message says what is missing in the reader's language."""


@transaction.atomic
def confirm(plan_import: PlanImport) -> Plan:
    """Make the reviewed items the plan in force; a second call gives the same plan.

    Raises:
        NotReady: it is not in review, or nothing in it would be followed.
    """
    current: PlanImport = PlanImport.objects.select_for_update().get(pk=plan_import.pk)
    if current.plan is not None:
        return current.plan
    items = _kept(current)
    plan = _plan(current, _document(current))
    _outline(plan, current.outline)
    _rows(plan, items, current.text)
    current.plan, current.state = plan, State.CONFIRMED
    current.save(update_fields=["plan", "state"])
    record("plan.confirm", plan, after={"items": len(items), "replaces": plan.replaces_id, "import": current.pk})
    return plan


def _kept(plan_import: PlanImport) -> list[ReviewItem]:
    if plan_import.state != State.REVIEW:
        raise NotReady(_("Bản này không ở bước kiểm tra nên chưa xác nhận được."))
    rows = ReviewItem.objects.filter(plan_import=plan_import).exclude(state=ReviewItem.State.DROPPED)
    items: list[ReviewItem] = list(rows.order_by("start", "end", "pk"))
    if not any(item.kind in {"target", "task"} for item in items):
        raise NotReady(_("Chưa có mục tiêu hay nhiệm vụ nào. Hãy thêm ít nhất một mục trước khi xác nhận."))
    return items


def _document(plan_import: PlanImport) -> OfficialDocument:
    head = plan_import.head
    signer = head.get("signer") or {}
    document: OfficialDocument = OfficialDocument.objects.create(
        **{name: head.get(name) or "" for name in ("type", "type_name", "number", "symbol", "issuer", "place", "subject")},
        **{f"signer_{name}": signer.get(name) or "" for name in ("name", "title", "capacity")},
        date=_date(head.get("date")),
        recipients=head.get("recipients") or [],
        text=plan_import.text,
        file=plan_import.file,
    )
    DocumentReference.objects.bulk_create([_reference(document, entry) for entry in plan_import.references])
    return document


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _reference(document: OfficialDocument, entry: dict[str, Any]) -> DocumentReference:
    return DocumentReference(
        **{name: entry.get(name) or "" for name in ("type", "number", "symbol", "issuer")},
        document=document,
        date=_date(entry.get("date")),
        relation=entry["relation"],
        level=entry["level"],
        spans=entry["spans"],
    )


def _plan(plan_import: PlanImport, document: OfficialDocument) -> Plan:
    period = plan_import.head.get("period") or {}
    replaces = plan_import.replaces
    if replaces and Plan.objects.filter(replaces=replaces).exists():
        raise NotReady(_("Kế hoạch này đã được thay bằng một bản khác trong lúc bạn kiểm tra. Hãy tải lại trang."))
    plan: Plan = Plan.objects.create(
        document=document,
        period_start=period.get("start"),
        period_end=period.get("end"),
        replaces=replaces,
        confirmed_by_id=current_actor().user_id,
    )
    return plan


def _outline(plan: Plan, outline: list[dict[str, Any]]) -> None:
    rows = [
        PlanItem(
            plan=plan, path=part["path"][:60], marker=part["marker"][:40], heading=part["heading"], depth=depth, order=order,
            start=part["span"][0], end=part["span"][1],
        )
        for order, (depth, part) in enumerate(_walk(outline, 1))
    ]  # fmt: skip
    PlanItem.objects.bulk_create(rows)


def _walk(parts: list[dict[str, Any]], depth: int) -> Iterator[tuple[int, dict[str, Any]]]:
    for part in parts:
        yield depth, part
        yield from _walk(part["children"], depth + 1)


def _rows(plan: Plan, items: list[ReviewItem], text: str) -> None:
    makers: dict[str, Any] = {"target": _target, "task": _task, "assignment": _assignment, "schedule": _schedule}
    units = {unit.folded_name: unit for unit in Unit.objects.filter(is_active=True)}
    made: dict[str, list[Any]] = {kind: [] for kind in makers}
    for order, item in enumerate(items):
        place = {"plan": plan, "order": order, "path": item.path, "start": item.start, "end": item.end}
        made[item.kind].append(makers[item.kind](item.data, {**place, "quote": text[item.start : item.end]}, units))
    for model, kind in ((Target, "target"), (Assignment, "assignment"), (Schedule, "schedule")):
        model.objects.bulk_create(made[kind])
    tasks = Task.objects.bulk_create([task for task, _ in made["task"]])
    TaskQuantity.objects.bulk_create(
        [_quantity(task, entry) for task, (_, entries) in zip(tasks, made["task"], strict=True) for entry in entries]
    )


def _number(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _target(data: dict[str, Any], place: dict[str, Any], units: dict[str, Unit]) -> Target:
    del units
    return Target(
        subject=data["subject"], kind=data["kind"], comparator=data["comparator"], value=_number(data["value"]),
        value_max=_number(data["value_max"]), unit=data["unit"] or "", year=data["year"], aspirational=data["aspirational"],
        sector=data["sector"] or "", **place,
    )  # fmt: skip


def _task(data: dict[str, Any], place: dict[str, Any], units: dict[str, Unit]) -> tuple[Task, list[dict[str, Any]]]:
    del units
    task = Task(action=data["action"][:200], object=data["object"], sector=data["sector"] or "", **place)
    return task, data["quantities"]


def _quantity(task: Task, entry: dict[str, Any]) -> TaskQuantity:
    return TaskQuantity(
        task=task, value=_number(entry["value"]) or Decimal(0), unit=entry["unit"], of=entry["of"] or "",
        approximate=entry["approximate"],
    )  # fmt: skip


def _assignment(data: dict[str, Any], place: dict[str, Any], units: dict[str, Unit]) -> Assignment:
    unit = units.get(fold_for_search(data["actor"]))
    return Assignment(actor=data["actor"], role=data["role"], duty=data["duty"], unit=unit, **place)


def _schedule(data: dict[str, Any], place: dict[str, Any], units: dict[str, Unit]) -> Schedule:
    del units
    return Schedule(kind=data["kind"], every=data["every"] or "", begins=data["start"] or "", due=data["due"] or "", **place)
