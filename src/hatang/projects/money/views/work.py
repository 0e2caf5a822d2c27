"""The money of one work: its sums and every entry."""

from __future__ import annotations

import datetime as dt

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.projects import selectors as works
from hatang.projects.money import selectors
from hatang.projects.money.charts import months_chart
from hatang.projects.money.rules.totals import total
from hatang.projects.money.words import COLUMNS
from hatang.projects.views.finding import may_write, work_or_404
from hatang.ui.charts import BarList


@require_GET
@permission_required(Permission.SEE_WORKS)
def money(request: HttpRequest, pk: int) -> HttpResponse:
    """Each source and year of a work with its sums, paying out by month, money beside work, and every entry."""
    project, today = work_or_404(pk), timezone.localdate()
    entries = selectors.entries_of(project)
    book, names = selectors.book_from(entries, pk), {entry.row.source_id: entry.row.source.name for entry in entries}
    sums, of_year = total(book), total({cell: one for cell, one in book.items() if cell.year == today.year})
    cells = sorted(book.items(), key=lambda item: (names[item[0].source], item[0].year or 0))
    context = {
        "work": project,
        "rows": [(names[cell.source], cell.year, one) for cell, one in cells],
        "columns": COLUMNS,
        "sums": sums,
        "worth": sums.disbursed + project.given,  # type: ignore[attr-defined]
        "gap": selectors.gap_of(project, sums, works.settings()),
        "entries": entries,
        "chart": _chart(pk, of_year.allocated, entries, today) if of_year.allocated else None,
        "year": today.year,
        "may_edit": may_write(request, project, Permission.EDIT_MONEY),
        "tab": "money",
    }
    return render(request, "projects/money/work.html", context)


def _chart(pk: int, allocated: int, entries: list[selectors.Written], today: dt.date) -> BarList:
    year = today.year
    return months_chart(year, allocated, selectors.paid_from(entries, year), selectors.planned(year, [pk]), today)
