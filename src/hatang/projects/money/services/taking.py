"""Writing what a previewed file adds to the capital of a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from hatang.projects.models import Allocation, FundingSource, Project
from hatang.projects.money import selectors
from hatang.projects.money.rules.totals import NOTHING, Cell
from hatang.projects.money.services.entries import allocate
from hatang.projects.services.trail import NotAllowed


@transaction.atomic
def take_plan(year: int, rows: Sequence[tuple[int, int, int, int]], *, document: str, decided_on: dt.date, note: str = "") -> int:
    """Add capital by rows of (work, source, what it was when previewed, what to add), all or none; how many were written.

    Raises:
        NotAllowed: the books changed since the preview, or refuse a row; nothing was written.
    """
    works = {work.pk: work for work in Project.objects.select_for_update().filter(pk__in={row[0] for row in rows}).order_by("pk")}
    sources = {source.pk: source for source in FundingSource.objects.filter(pk__in={row[1] for row in rows})}
    book = selectors.cells(selectors.Wanted(projects=list(works), year=year))
    for project, source, before, __ in rows:
        if project not in works or book.get(Cell(project, source, year), NOTHING).allocated != before:
            raise NotAllowed([_("Sổ vốn đã thay đổi sau khi xem trước. Chưa ghi gì; hãy tải tệp mới rồi sửa lại.")])
    for project, source, __, add in rows:
        allocate(
            Allocation(
                project=works[project], source=sources[source], year=year, amount=add, document=document, decided_on=decided_on,
                note=note,
            )
        )  # fmt: skip
    return len(rows)
