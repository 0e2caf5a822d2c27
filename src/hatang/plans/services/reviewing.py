"""What a person does to what was read. Every step is recorded, and none touches the live plan."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from hatang.core.audit import record
from hatang.plans.models import Plan, PlanImport, ReviewItem
from hatang.plans.rules.reviewing import cuts_in, joined

State = ReviewItem.State


class NotInReview(ValueError):
    """The import is not open for review any more; the message says so in the reader's language."""


def _open(plan_import: PlanImport) -> None:
    """Hold the import's row, so that a confirmation and a correction never cross."""
    current = PlanImport.objects.select_for_update().get(pk=plan_import.pk)
    if current.state != PlanImport.State.REVIEW:
        raise NotInReview(_("Bản này không còn ở bước kiểm tra. Kế hoạch đang dùng không thay đổi."))


@transaction.atomic
def edit(item: ReviewItem, data: dict[str, Any]) -> None:
    """Correct the fields of an item."""
    _open(item.plan_import)
    before = item.data
    item.data = {**before, **data}
    item.state = State.ADDED if item.as_read is None else State.EDITED
    item.save(update_fields=["data", "state"])
    record("review.edit", item, before=_differing(before, item.data), after=_differing(item.data, before))


def _differing(these: dict[str, Any], others: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in these.items() if others.get(name) != value}


@transaction.atomic
def accept(item: ReviewItem) -> None:
    """Say that an item was looked at and is right."""
    _move(item, State.ACCEPTED, "review.accept", only_from={State.AS_READ})


@transaction.atomic
def accept_rest(plan_import: PlanImport) -> int:
    """Say of everything not yet looked at that it is right; how many there were."""
    _open(plan_import)
    count = ReviewItem.objects.filter(plan_import=plan_import, state=State.AS_READ).update(state=State.ACCEPTED)
    record("review.accept_rest", plan_import, after={"items": count})
    return count


@transaction.atomic
def drop(item: ReviewItem) -> None:
    """Leave an item out of the plan; it stays in review and can be taken back."""
    _move(item, State.DROPPED, "review.drop")


@transaction.atomic
def restore(item: ReviewItem) -> None:
    """Take back a dropped item."""
    state = State.ADDED if item.as_read is None else State.ACCEPTED if item.data == item.as_read else State.EDITED
    _move(item, state, "review.restore", only_from={State.DROPPED})


def _move(item: ReviewItem, state: State, action: str, only_from: set[State] | None = None) -> None:
    _open(item.plan_import)
    before = item.state
    if before == state or (only_from and before not in only_from):
        return
    item.state = state
    item.save(update_fields=["state"])
    record(action, item, before={"state": before}, after={"state": state})


@transaction.atomic
def add(plan_import: PlanImport, kind: str, *, span: tuple[int, int], path: str, data: dict[str, Any]) -> ReviewItem:
    """Put in an item the reader missed, tied to the words it stands for."""
    _open(plan_import)
    item: ReviewItem = ReviewItem.objects.create(
        plan_import=plan_import, kind=kind, state=State.ADDED, path=path, start=span[0], end=span[1], data=data
    )
    record("review.add", item, after=data)
    return item


@transaction.atomic
def split(item: ReviewItem, at: int) -> ReviewItem:
    """Cut an item in two at `at`, an offset into its quote; both keep its fields, the second one is new.

    Raises:
        ValueError: `at` is not a place where the sentence can be cut.
    """
    _open(item.plan_import)
    quote = item.plan_import.text[item.start : item.end]
    if at not in cuts_in(quote):
        raise ValueError(_("Không tách được ở chỗ này."))
    left = len(quote[:at].rstrip(" ;,:.\n"))
    second = ReviewItem.objects.create(
        plan_import=item.plan_import, kind=item.kind, state=State.ADDED, path=item.path, start=item.start + at, end=item.end,
        confidence=item.confidence, data=dict(item.data),
    )  # fmt: skip
    before = [item.start, item.end]
    item.end = item.start + left
    item.state = State.EDITED if item.as_read is not None else State.ADDED
    item.save(update_fields=["end", "state"])
    record("review.split", item, before={"span": before}, after={"span": [item.start, item.end], "second": second.pk})
    new: ReviewItem = second
    return new


@transaction.atomic
def merge(first: ReviewItem, second: ReviewItem) -> None:
    """Join a second item of the same kind into the first; the second stays among the dropped.

    Raises:
        ValueError: the two are of different kinds, or one and the same.
    """
    _open(first.plan_import)
    if first.kind != second.kind or first.pk == second.pk or first.plan_import_id != second.plan_import_id:
        raise ValueError(_("Chỉ gộp được hai mục cùng loại."))
    before = {"span": [first.start, first.end], **first.data}
    first.data = joined(first.kind, first.data, second.data)
    first.start, first.end = min(first.start, second.start), max(first.end, second.end)
    first.state = State.EDITED if first.as_read is not None else State.ADDED
    first.save(update_fields=["data", "start", "end", "state"])
    second.state = State.DROPPED
    second.save(update_fields=["state"])
    record("review.merge", first, before=before, after={"span": [first.start, first.end], "joined": second.pk, **first.data})


@transaction.atomic
def choose_replaced(plan_import: PlanImport, plan: Plan | None) -> None:
    """Say which plan this one takes the place of; None when it stands beside those in force."""
    _open(plan_import)
    before, after = plan_import.replaces_id, plan.pk if plan else None
    if before == after:
        return
    plan_import.replaces = plan
    plan_import.save(update_fields=["replaces"])
    record("review.replaces", plan_import, before={"replaces": before}, after={"replaces": after})


@transaction.atomic
def change_head(plan_import: PlanImport, head: dict[str, Any]) -> None:
    """Correct the head of the document: number, date, subject, signer, period."""
    _open(plan_import)
    before = plan_import.head
    plan_import.head = {**before, **head}
    plan_import.save(update_fields=["head"])
    record("review.head", plan_import, before=_differing(before, plan_import.head), after=_differing(plan_import.head, before))
