"""Writing the books of works. Every write is one transaction and leaves its events in the trail.

    adopt_sources() -> int                                   the shipped sources the commune does not have yet
    write_source(source) ; write_year_capital(capital)        sources, and the commune's capital of a source in a year
    allocate(Allocation(project=, source=, kind="ceiling" | "year", year=, amount=, document=, decided_on=))
    transfer(Transfer(source=, from_project=, from_year=, to_project=, to_year=, amount=, document=, decided_on=))
    disburse(Disbursement(project=, source=, contract=, year=, paid_on=, kind="advance" | "payment", amount=, recovered=,
                          document=, decided_on=))
    settle(SettledAmount(project=, source=, year= | None, amount=, document=, decided_on=))
    reverse(entry, reason=, document="", decided_on=None)     takes an entry back by its opposite
    plan_year(project, year, {month: đồng added up from January})
    take_plan(year, rows, document=, decided_on=, note=)      what a previewed file adds, all or none
    set_thresholds(settings) ; set_shares(project, {village pk: share})
    differences() ; rebuild()                                 kept sums against the entries; keeping them anew

Entries are given unsaved, amounts in whole đồng. All raise `hatang.projects.services.NotAllowed` with Vietnamese sentences.
"""

from __future__ import annotations

from hatang.projects.money.posting import postings
from hatang.projects.money.services.entries import allocate, disburse, reverse, settle, transfer
from hatang.projects.money.services.keeping import Difference, differences, rebuild
from hatang.projects.money.services.planning import (
    adopt_sources,
    plan_year,
    set_shares,
    set_thresholds,
    write_source,
    write_year_capital,
)
from hatang.projects.money.services.taking import take_plan

__all__ = [
    "Difference",
    "adopt_sources",
    "allocate",
    "differences",
    "disburse",
    "plan_year",
    "postings",
    "rebuild",
    "reverse",
    "set_shares",
    "set_thresholds",
    "settle",
    "take_plan",
    "transfer",
    "write_source",
    "write_year_capital",
]
