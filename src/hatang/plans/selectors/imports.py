"""Reading imports and what stands in review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from hatang.plans import words
from hatang.plans.models import PlanImport, ReviewItem
from hatang.plans.rules.changes import Changes, what_changed
from hatang.plans.rules.changes import Line as ChangeLine
from hatang.plans.rules.marking import Line, heading_starts, marked_lines
from hatang.plans.rules.reviewing import is_uncertain
from hatang.plans.selectors.plans import items_of_plan

State = ReviewItem.State
SETTLED = {State.ACCEPTED, State.EDITED, State.ADDED}


@dataclass(slots=True)
class Group:
    """Items of one part of the document, or those to look at first (`path` empty)."""

    path: str
    heading: str
    items: list[ReviewItem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Counts:
    """How far a review is: items in all, looked at (dropped ones included), and those that would enter the plan."""

    total: int
    settled: int
    kept: int


@dataclass(frozen=True, slots=True)
class Review:
    """Everything the review page shows."""

    plan_import: PlanImport
    lines: list[Line]
    first: list[ReviewItem]
    groups: list[Group]
    items: dict[int, ReviewItem]

    @property
    def counts(self) -> Counts:
        """How far this review is."""
        return _counted([item.state for item in self.items.values()])


def open_imports() -> QuerySet[PlanImport]:
    """Imports that are neither confirmed nor put aside, newest first, without their texts."""
    closed = [PlanImport.State.CONFIRMED, PlanImport.State.ABANDONED]
    rows: QuerySet[PlanImport] = PlanImport.objects.exclude(state__in=closed).defer("text", "outline", "references", "unread")
    return rows.order_by("-created_at")


def import_of(pk: int) -> PlanImport | None:
    """One import of the commune in scope; None for any other's."""
    found: PlanImport | None = PlanImport.objects.select_related("file", "replaces", "plan").filter(pk=pk).first()
    return found


def item_of(pk: int) -> ReviewItem | None:
    """One item in review of the commune in scope; None for any other's."""
    found: ReviewItem | None = ReviewItem.objects.select_related("plan_import").filter(pk=pk).first()
    return found


def review_of(plan_import: PlanImport) -> Review:
    """The source text with its marks, and the items by part, the uncertain ones first."""
    rows: list[ReviewItem] = list(ReviewItem.objects.filter(plan_import=plan_import).order_by("start", "end", "pk"))
    for row in rows:
        row.plan_import = plan_import
    spans = {item.pk: (item.start, item.end) for item in rows}
    parts = ((depth, part["span"][0], part["marker"], part["heading"]) for depth, part in walk(plan_import.outline))
    headings = heading_starts(plan_import.text, parts)
    unread = [entry["span"] for entry in plan_import.unread]
    first = [item for item in rows if is_uncertain(item.confidence) and item.state == State.AS_READ]
    return Review(
        plan_import=plan_import,
        lines=marked_lines(plan_import.text, spans, unread, headings),
        first=first,
        groups=list(_groups(rows, first, plan_import.outline)),
        items={item.pk: item for item in rows},
    )


def counts_of(plan_import: PlanImport) -> Counts:
    """How far a review is, without its text."""
    return _counted(list(ReviewItem.objects.filter(plan_import=plan_import).values_list("state", flat=True)))


def _counted(states: list[str]) -> Counts:
    dropped, waiting = states.count(State.DROPPED), states.count(State.AS_READ)
    return Counts(len(states), len(states) - waiting, len(states) - dropped)


def walk(outline: Iterable[dict[str, Any]], depth: int = 1) -> Iterator[tuple[int, dict[str, Any]]]:
    """Every part of an outline as the reading contract has it, with its depth."""
    for part in outline:
        yield depth, part
        yield from walk(part["children"], depth + 1)


def _groups(rows: list[ReviewItem], first: list[ReviewItem], outline: list[dict[str, Any]]) -> Iterator[Group]:
    names = {part["path"]: part["heading"] for _, part in walk(outline)}
    known, group = {item.pk for item in first}, None
    for item in rows:
        if item.pk in known:
            continue
        if group is None or group.path != item.path:
            if group:
                yield group
            group = Group(item.path, names.get(item.path, ""))
        group.items.append(item)
    if group:
        yield group


def next_alike(item: ReviewItem) -> ReviewItem | None:
    """The next item of the same kind in the text that is not dropped."""
    rows = ReviewItem.objects.filter(plan_import=item.plan_import, kind=item.kind).exclude(state=State.DROPPED)
    later: ReviewItem | None = rows.filter(start__gte=item.start).exclude(pk=item.pk).order_by("start", "pk").first()
    return later


def changes_of(plan_import: PlanImport) -> Changes | None:
    """What confirming would change against the plan it replaces; None for a first plan."""
    if plan_import.replaces is None:
        return None
    rows = ReviewItem.objects.filter(plan_import=plan_import).exclude(state=State.DROPPED).order_by("start", "pk")
    new = [_line(item.kind, item.data) for item in rows]
    return what_changed([_line(kind, data) for kind, data in items_of_plan(plan_import.replaces)], new)


def _line(kind: str, data: dict[str, Any]) -> ChangeLine:
    if kind == "target":
        asked = words.bound(data["comparator"], data["value"], data["value_max"], data["unit"])
        return ChangeLine(kind, data["subject"], {"asked": asked, "year": words.by_year(data["year"])})
    if kind == "task":
        amounts = "; ".join(words.quantity(q["value"], q["unit"], q["approximate"]) for q in data["quantities"])
        return ChangeLine(kind, f"{data['action']} {data['object']}", {"amount": amounts})
    if kind == "assignment":
        return ChangeLine(kind, f"{data['actor']}: {data['duty']}", {"role": words.item(kind, data)})
    return ChangeLine(kind, data.get("quote") or words.item(kind, data), {"when": words.item(kind, data)})
