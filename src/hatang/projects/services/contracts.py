"""Contracts, bills of quantities, variations, acceptances and defects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from hatang.core.audit import current_actor, record
from hatang.projects.models import (
    AcceptanceRecord,
    AcceptedQuantity,
    BoqLine,
    Contract,
    Defect,
    Variation,
    VariedQuantity,
)
from hatang.projects.rules.quantities import worth
from hatang.projects.selectors.contract import LineView, lines_of
from hatang.projects.services.trail import NotAllowed, changes, kept, papered
from hatang.ui.templatetags.ui import vn_number

CONTRACT = (
    "company_id", "kind", "number", "package", "signed_on", "starts_on", "ends_on", "value", "warranty_months",
    "warranty_percent", "note",
)  # fmt: skip
RECORD = ("contract_id", "kind", "number", "on", "value", "findings", "fix_by", "above_reason")
VARIATION = ("contract_id", "number", "signed_on", "value_change", "days_change")


@transaction.atomic
def write_contract(contract: Contract) -> Contract:
    """Add or correct a contract; what changed of the agreement itself is a variation."""
    before = papered(Contract.objects.get(pk=contract.pk), CONTRACT) if contract.pk else {}
    if not before:
        contract.added_by_id = current_actor().user_id
    contract.save()
    old, new = changes(before, papered(contract, CONTRACT))
    record("contract.change" if before else "contract.add", contract.project, before=old, after={"contract": contract.pk, **new})
    return contract


@transaction.atomic
def add_line(line: BoqLine) -> BoqLine:
    """Add a line to the bill of quantities."""
    line.save()
    record("contract.line", line.contract.project, after=kept(line, ("contract_id", "name", "unit", "quantity", "unit_price")))
    return line


@transaction.atomic
def remove_line(line: BoqLine) -> None:
    """Take a line off; raises `NotAllowed` once something of it was accepted or varied."""
    if line.accepted.exists() or line.varied.exists():
        raise NotAllowed([_("Dòng khối lượng này đã có nghiệm thu hoặc điều chỉnh, không bỏ được.")])
    record("contract.line_remove", line.contract.project, before=kept(line, ("contract_id", "name", "quantity", "unit_price")))
    line.delete()


@transaction.atomic
def vary(variation: Variation, quantities: Mapping[int, Decimal] | None = None) -> Variation:
    """Keep a change of a contract, with its paper and reason, and by how much each line (by its pk) grows or shrinks.

    Raises:
        NotAllowed: a line would be left with less than nothing.
    """
    rows = _given(variation.contract_id, quantities)
    below = [row.line.name for row, change in rows if row.measured.agreed + change < 0]
    if below:
        raise NotAllowed(_("“%(line)s” không giảm quá khối lượng hợp đồng.") % {"line": name} for name in below)
    variation.added_by_id = current_actor().user_id
    variation.save()
    VariedQuantity.objects.bulk_create(VariedQuantity(variation=variation, line=row.line, change=change) for row, change in rows)
    after = {**papered(variation, VARIATION), "quantities": _told(rows)}
    record("contract.vary", variation.contract.project, after=after, reason=variation.reason)
    return variation


@transaction.atomic
def record_acceptance(entry: AcceptanceRecord, quantities: Mapping[int, Decimal] | None = None) -> AcceptanceRecord:
    """Keep the minutes of an acceptance, with how much of each line (by its pk) was accepted. No track moves by it.

    What was accepted is worth its unit prices where the minutes say no value.

    Raises:
        NotAllowed: more than the contract and its variations agreed, and `above_reason` says nothing of why.
    """
    rows = _given(entry.contract_id, quantities)
    above = [(row, more) for row, amount in rows if (more := row.measured.above_with(amount))]
    if above and not entry.above_reason.strip():
        raise NotAllowed(_above_words(row, more) for row, more in above)
    if entry.value is None and rows:
        entry.value = worth((amount, row.line.unit_price) for row, amount in rows)
    entry.added_by_id = current_actor().user_id
    entry.save()
    AcceptedQuantity.objects.bulk_create(AcceptedQuantity(record=entry, line=row.line, quantity=amount) for row, amount in rows)
    record("work.accept", entry.project, after={**papered(entry, RECORD), "quantities": _told(rows)}, reason=entry.above_reason)
    return entry


def _given(contract: int | None, quantities: Mapping[int, Decimal] | None) -> list[tuple[LineView, Decimal]]:
    """The lines of the contract that were given an amount; the contract is locked while they are judged."""
    given = {pk: amount for pk, amount in (quantities or {}).items() if amount}
    if contract is None or not given:
        return []
    held = Contract.objects.select_for_update().get(pk=contract)
    return [(row, given[row.line.pk]) for row in lines_of(held) if row.line.pk in given]


def _told(rows: list[tuple[LineView, Decimal]]) -> dict[int, Decimal]:
    return {row.line.pk: amount for row, amount in rows}


def _above_words(row: LineView, more: Decimal) -> str:
    said = {"line": row.line.name, "more": vn_number(more), "unit": row.line.unit, "agreed": vn_number(row.measured.agreed)}
    return (
        _("“%(line)s” vượt %(more)s %(unit)s so với hợp đồng và điều chỉnh (%(agreed)s %(unit)s). Sửa số, hoặc ghi lý do.") % said
    )


@transaction.atomic
def open_defect(defect: Defect) -> Defect:
    """Write down a fault the builder still answers for."""
    defect.by_id = current_actor().user_id
    defect.save()
    record("defect.open", defect.project, after=kept(defect, ("contract_id", "found_on", "what", "due_on")))
    return defect


@transaction.atomic
def fix_defect(defect: Defect, *, on: dt.date) -> Defect:
    """Say that a defect was repaired; somebody else checks it."""
    if defect.state != Defect.State.OPEN:
        raise NotAllowed([_("Hư hỏng này không còn ở trạng thái chờ sửa.")])
    defect.state, defect.fixed_on = Defect.State.FIXED, on
    defect.save(update_fields=["state", "fixed_on"])
    record("defect.fix", defect.project, after={"defect": defect.pk, "fixed_on": on})
    return defect


@transaction.atomic
def close_defect(defect: Defect) -> Defect:
    """Agree that a defect is repaired: never the person who wrote it down as fixed before anybody looked."""
    if defect.state != Defect.State.FIXED:
        raise NotAllowed([_("Hư hỏng này chưa được báo là đã sửa.")])
    defect.state, defect.checked_by_id = Defect.State.CLOSED, current_actor().user_id
    defect.save(update_fields=["state", "checked_by"])
    record("defect.close", defect.project, after={"defect": defect.pk})
    return defect
