"""Plan against actual, one row a work or a milestone: a table whose cells hold bars and their dates in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from hatang.ui.charts.rules.gantt import GanttDrawing, Mark, RowDrawing, Stretch, draw
from hatang.ui.templatetags.ui import vn_date


@dataclass(frozen=True)
class GanttRow:
    """A work or a milestone. `tone` (good, warn, bad, none) colours what was done; `note` stands beside the dates."""

    label: str
    link: str = ""
    baseline: Stretch | None = None
    planned: Stretch | None = None
    actual: Stretch | None = None
    marks: Sequence[Mark] = ()
    tone: str = "none"
    note: str = ""

    @property
    def words(self) -> str:
        """The dates of the row."""
        parts = []
        if self.planned:
            parts.append(_("kế hoạch %(from)s – %(to)s") % _ends(self.planned))
        if self.baseline and self.planned and self.baseline.end != self.planned.end:
            parts.append(_("kế hoạch đầu đến %(to)s") % _ends(self.baseline))
        if self.actual:
            parts.append(_("thực tế %(from)s – %(to)s") % _ends(self.actual))
        return "; ".join([*parts, self.note] if self.note else parts) or _("chưa có mốc")

    def days(self) -> Iterator[dt.date]:
        """Every day the chart must hold for this row."""
        for stretch in (self.baseline, self.planned, self.actual):
            if stretch:
                yield from stretch
        yield from (mark.day for mark in self.marks)


@dataclass(frozen=True)
class Gantt:
    """Rows on one scale of days."""

    title: str
    rows: Sequence[GanttRow] = ()
    today: dt.date = dt.date(2026, 1, 1)
    key: str = "bieu-do-tien-do"

    @cached_property
    def drawing(self) -> GanttDrawing:
        """The scale, its ticks, and today."""
        return draw([day for row in self.rows for day in row.days()], self.today)

    def drawn(self) -> list[tuple[GanttRow, RowDrawing]]:
        """Each row with its bars."""
        return [(row, self.drawing.row(row.baseline, row.planned, row.actual, row.marks)) for row in self.rows]


def _ends(stretch: Stretch) -> dict[str, str]:
    return {"from": vn_date(stretch.start), "to": vn_date(stretch.end)}
