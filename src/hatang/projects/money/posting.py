"""What an entry of the books does to their cells, as the rules see it."""

from __future__ import annotations

from typing import Any

from hatang.projects.models import Allocation, Disbursement, SettledAmount, Transfer
from hatang.projects.money.rules import totals
from hatang.projects.money.rules.totals import Posting


def postings(entry: Any) -> list[Posting]:
    """The postings of one entry."""
    source, amount = entry.source_id, entry.amount
    if isinstance(entry, Transfer):
        return totals.transfer(source, entry.from_project_id, entry.from_year, entry.to_project_id, entry.to_year, amount)
    if isinstance(entry, Disbursement):
        if entry.kind == Disbursement.Kind.ADVANCE:
            return totals.advance(entry.project_id, source, entry.year, amount)
        return totals.payment(entry.project_id, source, entry.year, amount, entry.recovered)
    if isinstance(entry, SettledAmount):
        return totals.settlement(entry.project_id, source, entry.year, amount)
    if entry.kind == Allocation.Kind.CEILING:
        return totals.ceiling(entry.project_id, source, amount)
    return totals.allocation(entry.project_id, source, entry.year, amount)
