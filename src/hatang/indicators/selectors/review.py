"""What waits for review: by indicator, each figure beside the one before it, with what is doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count

from hatang.core.sectors import Sector
from hatang.indicators.models import Indicator, Measurement, ReportingPeriod
from hatang.indicators.rules.jumps import Doubt
from hatang.indicators.selectors.doubting import doubts_of, last_approved, place_of, settings
from vanban.text.collation import natural_key

INDICATORS_ON_A_PAGE = 8
SECTORS = list(Sector.values)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One figure that waits: `replaces` is the approved one it corrects."""

    row: Measurement
    last: Measurement | None
    doubts: tuple[Doubt, ...]

    @property
    def replaces(self) -> Measurement | None:
        """The approved figure it would take the place of."""
        found: Measurement | None = self.row.supersedes
        return found


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one indicator that wait."""

    indicator: Indicator
    rows: list[Waiting]


def waiting_counts() -> dict[int, int]:
    """How many figures wait for review in each period: one query."""
    rows = Measurement.objects.filter(state=Measurement.State.SUBMITTED).values_list("period_id")
    return dict(rows.annotate(count=Count("pk")).order_by())


def queue(period: ReportingPeriod, number: Any) -> Page[Group]:
    """One page of what waits in a period: three queries whatever its length."""
    related = ("indicator", "village", "evidence", "entered_by", "submitted_by", "supersedes__indicator")
    rows = Measurement.objects.filter(period=period, state=Measurement.State.SUBMITTED).select_related(*related)
    ordered = sorted(rows, key=_place)
    groups = [list(group) for _pk, group in groupby(ordered, key=lambda row: row.indicator_id)]
    page: Page[Any] = Paginator(groups, INDICATORS_ON_A_PAGE).get_page(number)
    on_page = list(page.object_list)
    last = last_approved(period, {row.indicator_id for group in on_page for row in group})
    limit = settings().jump_percent
    page.object_list = [_group(group, last, limit) for group in on_page]
    return page


def _place(row: Measurement) -> tuple[Any, ...]:
    indicator = row.indicator
    village = natural_key(row.village.name) if row.village else ()
    return SECTORS.index(indicator.sector), indicator.order, indicator.pk, village


def _group(rows: list[Measurement], last: dict[Any, Measurement], limit: int) -> Group:
    waiting = []
    for row in rows:
        before = last.get(place_of(row))
        waiting.append(Waiting(row, before, doubts_of(row, before, limit)))
    return Group(rows[0].indicator, waiting)
