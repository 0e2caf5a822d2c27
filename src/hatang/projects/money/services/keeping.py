"""The sums that are kept of the books: a write moves them by what its entry posts, in its own transaction."""

from __future__ import annotations

from typing import NamedTuple

from django.db import transaction
from django.db.models import F

from hatang.commune.models import Commune
from hatang.core.audit import record
from hatang.core.tenancy import current_commune_id
from hatang.projects.models import KeptSums, Project
from hatang.projects.money import selectors
from hatang.projects.money.rules.totals import COLUMNS, NOTHING, Book, Cell, Posting, Sums, book


class Difference(NamedTuple):
    """A cell whose kept sums are not what its entries add up to."""

    cell: Cell
    kept: Sums
    added_up: Sums


def keep(posted: list[Posting]) -> None:
    """Move the kept sums by what an entry posts. The books of its works are locked by whoever writes it."""
    for cell, sums in book(posted).items():
        columns = dict(zip(COLUMNS, sums.columns, strict=True))
        where = {"project_id": cell.project, "source_id": cell.source}
        of_year = {"year__isnull": True} if cell.year is None else {"year": cell.year}
        moved = {name: F(name) + change for name, change in columns.items() if change}
        if moved and not KeptSums.objects.filter(**where, **of_year).update(**moved):
            KeptSums.objects.create(**where, year=cell.year, **columns)


def differences() -> list[Difference]:
    """Where the kept sums of the commune in scope are not those of its entries: none, ever. Two queries."""
    return _apart(selectors.summed(selectors.Wanted()))


def _apart(added_up: Book) -> list[Difference]:
    kept = selectors.cells()
    apart = [cell for cell in {**kept, **added_up} if kept.get(cell) != added_up.get(cell)]
    return [Difference(cell, kept.get(cell, NOTHING), added_up.get(cell, NOTHING)) for cell in apart]


@transaction.atomic
def rebuild() -> int:
    """Keep the sums of the commune in scope anew from its entries; in how many cells they had been apart."""
    list(Project.objects.select_for_update().order_by("pk").values_list("pk"))  # nobody writes entries meanwhile
    cells = selectors.summed(selectors.Wanted())
    found = _apart(cells)
    KeptSums.objects.all().delete()
    KeptSums.objects.bulk_create(
        (
            KeptSums(
                project_id=cell.project, source_id=cell.source, year=cell.year,
                **dict(zip(COLUMNS, sums.columns, strict=True)),
            )
            for cell, sums in cells.items()
        ),
        batch_size=2_000,
    )  # fmt: skip
    record("money.rebuild", Commune.objects.get(pk=current_commune_id()), after={"cells": len(cells), "differences": len(found)})
    return len(found)
