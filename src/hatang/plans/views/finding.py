"""Rows named in an address, or the page that says there is none."""

from __future__ import annotations

from typing import TypeVar

from django.http import Http404

from hatang.plans import selectors
from hatang.plans.models import Plan, PlanImport, ReviewItem

Row = TypeVar("Row", PlanImport, ReviewItem, Plan)


def import_or_404(pk: int) -> PlanImport:
    """The import of the commune in scope, or 404."""
    return _there(selectors.import_of(pk))


def item_or_404(pk: int) -> ReviewItem:
    """The item in review of the commune in scope, or 404."""
    return _there(selectors.item_of(pk))


def plan_or_404(pk: int) -> Plan:
    """The plan of the commune in scope, or 404."""
    return _there(selectors.plan_of(pk))


def _there(row: Row | None) -> Row:
    if row is None:
        raise Http404
    return row
