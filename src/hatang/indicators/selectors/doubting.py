"""Figures beside the ones approved before them, and the doubts that follow."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from hatang.indicators.models import Measurement, ReportingPeriod, ReportingSettings
from hatang.indicators.rules.entries import entry_of
from hatang.indicators.rules.jumps import Doubt, doubts
from hatang.indicators.workbook.model import Entry, Kind

Place = tuple[int, int | None]  # an indicator and a village; None: the commune as a whole


def place_of(row: Measurement) -> Place:
    """Which indicator, and where."""
    return row.indicator_id, row.village_id


def settings() -> ReportingSettings:
    """How the commune chases what is late; as shipped until it says otherwise."""
    return ReportingSettings.objects.first() or ReportingSettings()


def entry_in(row: Measurement) -> Entry:
    """What was filled in for a measurement; its indicator must be read already."""
    return entry_of(Kind(row.indicator.kind), row.numerator, row.denominator, reason=row.reason, note=row.note)


def last_approved(period: ReportingPeriod, indicators: Collection[int]) -> dict[Place, Measurement]:
    """The latest approved figure of each place in a period of the same length that ended before this one began."""
    newest = Window(RowNumber(), partition_by=[F("indicator_id"), F("village_id")], order_by=F("period__last").desc())
    rows = Measurement.objects.filter(
        indicator_id__in=indicators,
        state=Measurement.State.APPROVED,
        period__frequency=period.frequency,
        period__last__lt=period.first,
    )
    found = rows.annotate(place_in_time=newest).filter(place_in_time=1).select_related("indicator", "period", "evidence")
    return {place_of(row): row for row in found}


def doubts_about(rows: Iterable[Measurement]) -> dict[int, tuple[Doubt, ...]]:
    """The doubts about each measurement by its number, whatever periods they belong to."""
    by_period: dict[int, list[Measurement]] = {}
    for row in rows:
        by_period.setdefault(row.period_id, []).append(row)
    limit = settings().jump_percent if by_period else 0
    found: dict[int, tuple[Doubt, ...]] = {}
    for together in by_period.values():
        before = last_approved(together[0].period, {row.indicator_id for row in together})
        found |= {row.pk: doubts_of(row, before.get(place_of(row)), limit) for row in together}
    return found


def doubts_of(row: Measurement, last: Measurement | None, limit: int) -> tuple[Doubt, ...]:
    """The doubts about one measurement, given the one approved before it."""
    earlier = entry_in(last) if last else None
    return doubts(Kind(row.indicator.kind), entry_in(row), earlier, jump_percent=limit, proof=row.evidence_id is not None)
