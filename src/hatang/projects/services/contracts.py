"""Contracts, bills of quantities, variations, acceptances and defects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _

from hatang.core.audit import current_actor, record
from hatang.projects.models import AcceptanceRecord, AcceptedQuantity, BoqLine, Contract, Defect, Variation
from hatang.projects.services.trail import NotAllowed, changes, kept

CONTRACT = (
    "company_id", "kind", "number", "package", "signed_on", "starts_on", "ends_on", "value", "warranty_months",
    "warranty_percent", "file_id", "note",
)  # fmt: skip
RECORD = ("contract_id", "kind", "number", "on", "value", "findings", "fix_by", "file_id")


@transaction.atomic
def write_contract(contract: Contract) -> Contract:
    """Add or correct a contract; what changed of the agreement itself is a variation."""
    before = kept(Contract.objects.get(pk=contract.pk), CONTRACT) if contract.pk else {}
    if not before:
        contract.added_by_id = current_actor().user_id
    contract.save()
    old, new = changes(before, kept(contract, CONTRACT))
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
    """Take a line off; raises `NotAllowed` once something of it was accepted."""
    if line.accepted.exists():
        raise NotAllowed([_("Dòng khối lượng này đã có nghiệm thu, không bỏ được.")])
    record("contract.line_remove", line.contract.project, before=kept(line, ("contract_id", "name", "quantity", "unit_price")))
    line.delete()


@transaction.atomic
def vary(variation: Variation) -> Variation:
    """Keep a change of a contract, with its paper and reason."""
    variation.added_by_id = current_actor().user_id
    variation.save()
    names = ("contract_id", "number", "signed_on", "value_change", "days_change")
    record("contract.vary", variation.contract.project, after=kept(variation, names), reason=variation.reason)
    return variation


@transaction.atomic
def record_acceptance(entry: AcceptanceRecord, quantities: Mapping[int, Decimal] | None = None) -> AcceptanceRecord:
    """Keep the minutes of an acceptance, with how much of each line (by its pk) was accepted. No track moves by it."""
    entry.added_by_id = current_actor().user_id
    entry.save()
    given = {pk: amount for pk, amount in (quantities or {}).items() if amount}
    lines = BoqLine.objects.filter(pk__in=given, contract__project=entry.project_id)
    AcceptedQuantity.objects.bulk_create(AcceptedQuantity(record=entry, line=line, quantity=given[line.pk]) for line in lines)
    record("work.accept", entry.project, after=kept(entry, RECORD))
    return entry


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
