"""A figure's history, the path it has to take, and where it is heading."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple, TypeAlias

from django.utils.translation import gettext as _

from hatang.ui.charts.rules.path import PathData, PathDrawing, draw
from hatang.ui.charts.words import amount

Number: TypeAlias = Decimal | float


class Reading(NamedTuple):
    """A measured value: the name of its period, the end of the period as a year with its fraction, and the value or None."""

    label: str
    x: float
    value: Number | None


class Row(NamedTuple):
    """A line of the table beside the chart, all in words."""

    label: str
    measured: str
    required: str
    forecast: str


def year_fraction(day: dt.date) -> float:
    """The end of a day on the axis of time: 30 June 2026 is 2026.5 or very near, 31 December 2026 is 2027."""
    days = 366 if calendar.isleap(day.year) else 365
    return day.year + day.timetuple().tm_yday / days


@dataclass(frozen=True)
class PathChart:
    """History by period (points and a line), the required value of each year (dashed), a forecast (dotted) and the target.

    `required` holds (year, value), met at the year's end; `forecast` holds (year with fraction, value). `description` replaces
    the sentence made from the values. `key` is an id: each chart of a page has its own. `table` shows the numbers below.
    """

    title: str
    unit: str = ""
    history: Sequence[Reading] = ()
    required: Sequence[tuple[int, Number]] = ()
    forecast: Sequence[tuple[float, Number]] = ()
    target: Number | None = None
    description: str = ""
    key: str = "bieu-do"
    table: bool = True

    @cached_property
    def drawings(self) -> dict[str, PathDrawing]:
        """The chart for a phone and for wider places: letters keep their size in both."""
        return {"narrow": self._draw(320, 250), "wide": self._draw(680, 320)}

    @property
    def known(self) -> list[Reading]:
        """The readings that have a value."""
        return [reading for reading in self.history if reading.value is not None]

    @property
    def words(self) -> str:
        """What the chart shows, in sentences."""
        return self.description or " ".join(part for part in (self._measured(), self._required(), self._foreseen()) if part)

    @property
    def rows(self) -> list[Row]:
        """The numbers of the chart, by time."""
        found: dict[float, Row] = {}
        for reading in self.history:
            found[round(float(reading.x), 2)] = Row(reading.label, amount(reading.value, self.unit), "", "")
        for year, value in self.required:
            at = float(year + 1)
            found[at] = found.get(at, Row(_time(at), "", "", ""))._replace(required=amount(value, self.unit))
        for x, value in self.forecast:
            at = round(float(x), 2)
            found[at] = found.get(at, Row(_time(at), "", "", ""))._replace(forecast=amount(value, self.unit))
        return [found[at] for at in sorted(found)]

    def _draw(self, width: int, height: int) -> PathDrawing:
        data = PathData(
            [(float(reading.x), None if reading.value is None else float(reading.value)) for reading in self.history],
            [(year, float(value)) for year, value in self.required],
            [(float(x), float(value)) for x, value in self.forecast],
            None if self.target is None else float(self.target),
        )
        say = (lambda value: amount(value, "%")) if self.unit == "%" else (lambda value: amount(value, ""))
        return draw(data, width=width, height=height, say=say, words=self._labels())

    def _labels(self) -> dict[str, str]:
        labels = {}
        if self.known:
            labels["now"] = amount(self.known[-1].value, self.unit)
        if self.forecast:
            labels["forecast"] = _("Dự báo %s") % amount(self.forecast[-1][1], self.unit)
        if self.target is not None:
            labels["target"] = _("Mục tiêu %s") % amount(self.target, self.unit)
        return labels

    def _measured(self) -> str:
        if not self.known:
            return _("Chưa có số liệu.")
        first, last = self.known[0], self.known[-1]
        values = {
            "last": last.label,
            "now": amount(last.value, self.unit),
            "first": first.label,
            "then": amount(first.value, self.unit),
        }
        if first is last:
            return _("Số liệu %(last)s: %(now)s.") % values
        return _("Từ %(then)s (%(first)s) đến %(now)s (%(last)s).") % values

    def _required(self) -> str:
        if self.required:
            year, value = self.required[-1]
            return _("Lộ trình cần đạt %(value)s vào cuối năm %(year)s.") % {"value": amount(value, self.unit), "year": year}
        return "" if self.target is None else _("Mục tiêu: %s.") % amount(self.target, self.unit)

    def _foreseen(self) -> str:
        if not self.forecast:
            return ""
        x, value = self.forecast[-1]
        return _("Dự báo %(when)s: %(value)s.") % {"when": _time(float(x)), "value": amount(value, self.unit)}


def _time(x: float) -> str:
    """A moment in words: the end of a year, or a month of one."""
    if abs(x - round(x)) < 0.02:
        return _("cuối năm %s") % (round(x) - 1)
    return _("tháng %(month)s/%(year)s") % {"month": int((x % 1) * 12) + 1, "year": int(x)}
