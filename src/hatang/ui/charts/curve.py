"""Progress and money against the plan: the S-curve of a work."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from hatang.ui.charts.rules.curve import CurveDrawing, draw
from hatang.ui.charts.words import amount
from hatang.ui.templatetags.ui import vn_date

Points = Sequence[tuple[dt.date, float]]


class CurveRow(NamedTuple):
    """A line of the table beside the chart, in words."""

    day: str
    planned: str
    actual: str
    money: str


@dataclass(frozen=True)
class SCurve:
    """Per cent by day: `planned` (dashed), `actual` (solid), `money` paid of what was allocated (dotted)."""

    title: str
    planned: Points = ()
    actual: Points = ()
    money: Points = ()
    today: dt.date = dt.date(2026, 1, 1)
    key: str = "duong-cong"
    table: bool = True

    @cached_property
    def drawings(self) -> dict[str, CurveDrawing]:
        """The chart for a phone and for wider places."""
        return {"narrow": self._draw(320, 240), "wide": self._draw(680, 300)}

    def _draw(self, width: int, height: int) -> CurveDrawing:
        return draw(self.planned, self.actual, self.money, self.today, width=width, height=height)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw a line of."""
        return max(len(self.planned), len(self.actual), len(self.money)) < 2

    @property
    def words(self) -> str:
        """What the chart shows, in sentences."""
        parts = []
        if self.actual:
            parts.append(_("Khối lượng %(value)s đến %(day)s.") % _last(self.actual))
        if self.planned:
            parts.append(_("Kế hoạch %(value)s vào %(day)s.") % _last(self.planned))
        if self.money:
            parts.append(_("Giải ngân %(value)s đến %(day)s.") % _last(self.money))
        return " ".join(parts) or _("Chưa có số liệu.")

    @property
    def rows(self) -> list[CurveRow]:
        """The numbers of the chart, by day."""
        lines = [dict(points) for points in (self.planned, self.actual, self.money)]
        days = sorted({day for line in lines for day in line})
        return [CurveRow(vn_date(day), *(amount(line[day], "%") if day in line else "" for line in lines)) for day in days]


def _last(points: Points) -> dict[str, str]:
    day, value = points[-1]
    return {"day": vn_date(day), "value": amount(value, "%")}
