"""Reading the books."""

from __future__ import annotations

from hatang.projects.money.selectors.books import around, book_of, cells, planned, shares, sources
from hatang.projects.money.selectors.one import BOOKS, Written, book_from, entries_of, paid_from
from hatang.projects.money.selectors.summing import Wanted, summed
from hatang.projects.money.selectors.tables import (
    HEADINGS,
    IN_FULL,
    Asked,
    Given,
    Plan,
    Row,
    capital_of_year,
    capital_plan,
    years,
)
from hatang.projects.money.selectors.watching import Watch, gap_of, last_moves, watching

__all__ = [
    "BOOKS",
    "HEADINGS",
    "IN_FULL",
    "Asked",
    "Given",
    "Plan",
    "Row",
    "Wanted",
    "Watch",
    "Written",
    "around",
    "book_from",
    "book_of",
    "capital_of_year",
    "capital_plan",
    "cells",
    "entries_of",
    "gap_of",
    "last_moves",
    "paid_from",
    "planned",
    "shares",
    "sources",
    "summed",
    "watching",
    "years",
]
