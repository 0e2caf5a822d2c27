"""One contract: what was agreed of each line, what was accepted when, and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet, Sum

from hatang.projects.models import AcceptanceRecord, AcceptedQuantity, BoqLine, Contract, Variation, VariedQuantity
from hatang.projects.rules.quantities import NOTHING, Measured


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of a bill of quantities and where it stands."""

    line: BoqLine
    measured: Measured


@dataclass(frozen=True, slots=True)
class AcceptedView:
    """What minutes say of a line: how it stood before, and what was accepted this time."""

    line: BoqLine
    before: Measured
    amount: Decimal

    @property
    def after(self) -> Measured:
        """How the line stood with these minutes."""
        return self.before.then(self.amount)


@dataclass(frozen=True, slots=True)
class RecordView:
    """The minutes of an acceptance with their lines."""

    record: AcceptanceRecord
    rows: tuple[AcceptedView, ...]


@dataclass(frozen=True, slots=True)
class VariationView:
    """A change of a contract, with by how much each line grew or shrank."""

    variation: Variation
    rows: tuple[tuple[BoqLine, Decimal], ...]


@dataclass(frozen=True, slots=True)
class ContractView:
    """Everything that was measured of a contract: its lines, its minutes (newest first) and its changes."""

    lines: list[LineView]
    records: list[RecordView]
    variations: list[VariationView]

    @property
    def above(self) -> bool:
        """Whether more than agreed was accepted of any line."""
        return any(row.measured.above for row in self.lines)


def lines_of(contract: Contract) -> list[LineView]:
    """The lines of a contract, in order. Three queries."""
    varied = _sums(VariedQuantity.objects.filter(line__contract=contract), "change")
    accepted = _sums(AcceptedQuantity.objects.filter(line__contract=contract), "quantity")
    return [
        LineView(line, Measured(line.quantity, varied.get(line.pk, NOTHING), accepted.get(line.pk, NOTHING)))
        for line in _lines(contract)
    ]


def _lines(contract: Contract) -> QuerySet[BoqLine]:
    found: QuerySet[BoqLine] = BoqLine.objects.filter(contract=contract).order_by("order", "pk")
    return found


def _sums(rows: QuerySet[Any], column: str) -> dict[int, Decimal]:
    return dict(rows.order_by().values_list("line_id").annotate(total=Sum(column)))


def measured_of(contract: Contract) -> ContractView:
    """A contract with its lines, minutes and changes; minutes as they added up by their day, against what is agreed now. Five
    queries."""
    lines = {line.pk: line for line in _lines(contract)}
    variations = [_varied(variation, lines) for variation in _variations(contract)]
    stood = {pk: Measured(line.quantity) for pk, line in lines.items()}
    for view in variations:
        for line, change in view.rows:
            at = stood[line.pk]
            stood[line.pk] = Measured(at.signed, at.varied + change)
    records = [_accepted(record, lines, stood) for record in _records(contract)]
    return ContractView([LineView(line, stood[pk]) for pk, line in lines.items()], records[::-1], variations)


def _variations(contract: Contract) -> QuerySet[Variation]:
    rows: QuerySet[Variation] = Variation.objects.filter(contract=contract)
    return rows.select_related("file").prefetch_related("quantities").order_by("signed_on", "pk")


def _records(contract: Contract) -> QuerySet[AcceptanceRecord]:
    rows: QuerySet[AcceptanceRecord] = AcceptanceRecord.objects.filter(contract=contract)
    return rows.select_related("file").prefetch_related("quantities").order_by("on", "pk")


def _varied(variation: Variation, lines: dict[int, BoqLine]) -> VariationView:
    changes = {one.line_id: one.change for one in variation.quantities.all()}
    return VariationView(variation, tuple((line, changes[pk]) for pk, line in lines.items() if pk in changes))


def _accepted(record: AcceptanceRecord, lines: dict[int, BoqLine], stood: dict[int, Measured]) -> RecordView:
    """The minutes with their lines in order; how lines stood moves on with them."""
    amounts = {one.line_id: one.quantity for one in record.quantities.all()}
    rows = [AcceptedView(line, stood[pk], amounts[pk]) for pk, line in lines.items() if pk in amounts]
    stood.update({row.line.pk: row.after for row in rows})
    return RecordView(record, tuple(rows))
