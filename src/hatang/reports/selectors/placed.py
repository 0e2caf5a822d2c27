"""What each village adds to the figures of targets."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from hatang.indicators.models import IndicatorFigure, InventoryFigure, Measurement
from hatang.indicators.selectors.standing import Standing
from hatang.reports.rules.figures import Figure, Form

Parts = tuple[Decimal, Decimal | None]


class Share(NamedTuple):
    """A village's part of a figure, of which time, and where it was read."""

    parts: Parts
    period: str
    source: str


def shares_of(standings: Sequence[Standing]) -> dict[tuple[int, int], Share]:
    """By indicator and village, what is in the latest figure of each target. Two queries."""
    figures = [one.figure for one in standings if one.figure is not None]
    counted = [figure for figure in figures if figure.source == IndicatorFigure.Source.INVENTORY]
    reported = [figure for figure in figures if figure.source != IndicatorFigure.Source.INVENTORY]
    return {**_reported(reported), **_counted(counted)}


def _counted(figures: list[IndicatorFigure]) -> dict[tuple[int, int], Share]:
    periods = {figure.indicator_id: figure.period_id for figure in figures}
    rows = InventoryFigure.objects.filter(indicator__in=periods, village__isnull=False).select_related("period")
    return {
        (row.indicator_id, row.village_id): Share((row.numerator, row.denominator), str(row.period), "Tính từ sổ công trình")
        for row in rows
        if periods[row.indicator_id] == row.period_id
    }


def _reported(figures: list[IndicatorFigure]) -> dict[tuple[int, int], Share]:
    until = {figure.indicator_id: figure.period.last for figure in figures}
    newest = Window(
        RowNumber(), partition_by=[F("indicator"), F("village")], order_by=[F("period__last").desc(), F("period__first").desc()]
    )
    wanted = {"indicator__in": until, "village__isnull": False, "state": Measurement.State.APPROVED}
    last = max(until.values(), default=None)
    rows = Measurement.objects.filter(**wanted, period__last__lte=last) if last else Measurement.objects.none()
    found = rows.select_related("period").annotate(rank=newest).filter(rank=1)
    source = "Số liệu báo cáo đã duyệt của thôn"
    return {(row.indicator_id, row.village_id): Share((row.numerator, row.denominator), str(row.period), source) for row in found}


def figure_of(standing: Standing, village: int, name: str, share: Share, link: str) -> Figure | None:
    """A village's part as a figure of its own; None where the indicator says nothing of it."""
    indicator = standing.indicator
    value = indicator.value(*share.parts) if indicator else None
    if indicator is None or value is None:
        return None
    form = Form.ANSWER if indicator.asks_answer else Form.SHARE if indicator.is_share else Form.AMOUNT
    top, bottom = share.parts
    return Figure(
        f"v{village}.t{standing.target.pk}.now", f"{standing.target.subject}: {name}", form, value, top, bottom, indicator.unit,
        share.period, share.source, link,
    )  # fmt: skip
