"""Taking over what comes with the product, once; from then on it is the commune's own."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from hatang.core.audit import record
from hatang.projects import data
from hatang.projects.models import Criterion, Gate
from hatang.projects.services.trail import changes, kept

GATE = ("document", "legal_source", "is_checked", "is_required", "is_active", "order")
CRITERION = ("name", "guide", "max_points", "weight", "measure", "order", "is_active")


@transaction.atomic
def adopt_gates() -> int:
    """Give the commune the shipped gates it does not have yet; how many were added."""
    there = set(Gate.objects.filter(is_shipped=True).values_list("kind", "track", "to_state", "code"))
    fresh = [
        _gate(order, shipped)
        for order, shipped in enumerate(data.gates())
        if (shipped.kind, shipped.track, shipped.to, shipped.code) not in there
    ]
    Gate.objects.bulk_create(fresh)
    if fresh:
        record("gate.adopt", fresh[0], after={"count": len(fresh)})
    return len(fresh)


def _gate(order: int, shipped: data.ShippedGate) -> Gate:
    return Gate(
        kind=shipped.kind,
        track=shipped.track,
        to_state=shipped.to,
        code=shipped.code,
        document=shipped.document,
        legal_source=shipped.source,
        is_checked=shipped.checked,
        is_required=shipped.required,
        is_shipped=True,
        order=order,
        english={"document": shipped.english},
    )


@transaction.atomic
def adopt_criteria() -> int:
    """Give the commune the shipped criteria where it has none at all; how many were added."""
    if Criterion.objects.exists():
        return 0
    fresh = [
        Criterion(
            code=shipped.code,
            name=shipped.name,
            guide=shipped.guide,
            max_points=shipped.most,
            weight=shipped.weight,
            measure=shipped.measure,
            order=order,
            english={"name": shipped.english, "guide": shipped.guide_english},
        )
        for order, shipped in enumerate(data.criteria())
    ]
    Criterion.objects.bulk_create(fresh)
    record("criterion.adopt", fresh[0], after={"count": len(fresh)})
    return len(fresh)


def change_gate(gate: Gate) -> Gate:
    """Write a gate as the commune wants it."""
    return _written(gate, GATE, "gate")


def change_criterion(criterion: Criterion) -> Criterion:
    """Write a criterion as the commune decided it. Scores already given stay as they are."""
    return _written(criterion, CRITERION, "criterion")


@transaction.atomic
def _written(row: Any, names: tuple[str, ...], what: str) -> Any:
    """Add or change a row. What was put in other words is no longer what the English says."""
    before = kept(type(row).objects.get(pk=row.pk), names) if row.pk else {}
    old, new = changes(before, kept(row, names))
    row.english = {name: text for name, text in row.english.items() if name not in new}
    row.save()
    record(f"{what}.change" if before else f"{what}.add", row, before=old, after=new)
    return row
