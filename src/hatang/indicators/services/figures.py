"""Adding up figures after something beneath them changed. The number of queries does not depend on the number of rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any

from django.db import transaction
from django.db.models import Q

from hatang.assets.selectors import tallies
from hatang.commune.models import Village
from hatang.indicators.models import Indicator, IndicatorFigure, InventoryFigure, Measurement, ReportingPeriod
from hatang.indicators.rules.totals import Parts, Total, added, totals
from hatang.indicators.rules.units import in_unit
from hatang.indicators.services.paths import begin_paths

BATCH = 500
Key = tuple[int, int]  # indicator, period
Part = tuple[Decimal, Decimal | None]


@dataclass(slots=True)
class Ground:
    """Everything the figures of some indicators are added up from."""

    indicators: list[Indicator]
    periods: list[ReportingPeriod]
    active: set[int]
    reported: dict[int, dict[int, dict[int | None, Part]]] = field(default_factory=dict)
    inventory: dict[Key, dict[int | None, Part]] = field(default_factory=dict)


def inventory_changed(sectors: Collection[str]) -> None:
    """Bring the figures counted from the inventory of these sectors up to date, in the periods that are open."""
    mine = Indicator.objects.filter(sector__in=sectors, is_active=True).exclude(measure="")
    changed = list(mine.values_list("pk", flat=True))
    if changed:
        recompute(changed, periods=list(ReportingPeriod.objects.filter(state="open").values_list("pk", flat=True)))


@transaction.atomic
def recompute(indicators: Collection[int] | None = None, *, periods: Collection[int] | None = None) -> None:
    """Rewrite the commune's figures of some indicators (all) from the earliest of the `periods` named (all) on.

    Later periods follow because a village that did not report again is carried. What the inventory says is written anew in open
    periods only; while a period is locked it stays as it was counted.
    """
    ground = _ground(indicators)
    since = min((period.last for period in ground.periods if periods is None or period.pk in periods), default=None)
    if since is None or not ground.indicators:
        return
    touched = [period for period in ground.periods if period.last >= since]
    _count_inventory(ground, touched)
    rows = [row for indicator in ground.indicators for row in _figures(ground, indicator)]
    _rewrite(ground, touched, rows)
    begin_paths(ground.indicators)


def _ground(wanted: Collection[int] | None) -> Ground:
    indicators = list(Indicator.objects.filter(**({} if wanted is None else {"pk__in": wanted})))
    periods = list(ReportingPeriod.objects.order_by("last", "first"))
    active = set(Village.objects.filter(is_active=True).values_list("pk", flat=True))
    return Ground(indicators, periods, active, _reported(wanted))


def _reported(wanted: Collection[int] | None) -> dict[int, dict[int, dict[int | None, Part]]]:
    rows = Measurement.objects.filter(state=Measurement.State.APPROVED, **({} if wanted is None else {"indicator__in": wanted}))
    found: dict[int, dict[int, dict[int | None, Part]]] = defaultdict(lambda: defaultdict(dict))
    columns = ("indicator_id", "period_id", "village_id", "numerator", "denominator")
    for indicator, period, village, numerator, denominator in rows.values_list(*columns):
        found[indicator][period][village] = (numerator, denominator)
    return found


def _count_inventory(ground: Ground, touched: list[ReportingPeriod]) -> None:
    """What the inventory says now for open periods, written down; what it said for locked ones, read back."""
    counted = [indicator for indicator in ground.indicators if indicator.measure]
    if not counted:
        return
    open_periods = [period for period in touched if period.is_open]
    old = InventoryFigure.objects.filter(indicator__in=[indicator.pk for indicator in counted])
    if open_periods:
        old.filter(period__in=open_periods).delete()
    columns = ("indicator_id", "period_id", "village_id", "numerator", "denominator")
    for indicator_pk, period, village, numerator, denominator in old.values_list(*columns):
        ground.inventory.setdefault((indicator_pk, period), {})[village] = (numerator, denominator)
    InventoryFigure.objects.bulk_create(list(_counted_now(ground, counted, open_periods)), batch_size=BATCH)


def _counted_now(ground: Ground, indicators: list[Indicator], periods: list[ReportingPeriod]) -> Iterable[InventoryFigure]:
    if not periods:
        return
    found = tallies({indicator.measure for indicator in indicators})
    for indicator in indicators:
        tally = found[indicator.measure]
        parts = in_unit(tally.parts, indicator.unit) if tally.counted else {}
        for period in periods:
            if period.frequency == indicator.frequency and parts:
                ground.inventory[indicator.pk, period.pk] = dict(parts)
                for village, (top, bottom) in parts.items():
                    yield InventoryFigure(
                        indicator=indicator, period=period, village_id=village, numerator=top, denominator=bottom
                    )


def _figures(ground: Ground, indicator: Indicator) -> list[IndicatorFigure]:
    """The figures of one indicator, oldest first, the last marked as the latest."""
    order = [period.pk for period in ground.periods]
    whole = indicator.level == Indicator.Level.COMMUNE
    sums = totals(ground.reported.get(indicator.pk, {}), order, active=ground.active, whole=whole)
    by_period = {total.period: total for total in sums}
    expected = 1 if whole else len(ground.active)
    rows = []
    for period in ground.periods:
        counted = ground.inventory.get((indicator.pk, period.pk))
        values = _values(by_period.get(period.pk), counted)
        if values:
            rows.append(IndicatorFigure(indicator=indicator, period=period, expected=expected, **values))
    if rows:
        rows[-1].is_latest = True
    return rows


def _values(total: Total | None, counted: Parts | None) -> dict[str, Any]:
    """The columns of a figure: the inventory's where it counts, what was reported beside it."""
    if counted:
        top, bottom = added(counted)
        said = {"fresh": total.fresh if total else 0, "places": total.places if total else 0}
        beside = {"reported_numerator": total.numerator, "reported_denominator": total.denominator} if total else {}
        return {"numerator": top, "denominator": bottom, "source": IndicatorFigure.Source.INVENTORY, **said, **beside}
    if total is None:
        return {}
    return {
        "numerator": total.numerator,
        "denominator": total.denominator,
        "source": IndicatorFigure.Source.REPORTED,
        "fresh": total.fresh,
        "places": total.places,
        "reported_numerator": total.numerator,
        "reported_denominator": total.denominator,
    }


def _rewrite(ground: Ground, touched: list[ReportingPeriod], rows: list[IndicatorFigure]) -> None:
    """Replace the figures of the touched periods, and keep the mark of the latest where it belongs."""
    mine = IndicatorFigure.objects.filter(indicator__in=[indicator.pk for indicator in ground.indicators])
    periods = {period.pk for period in touched}
    mine.filter(period__in=periods).delete()
    IndicatorFigure.objects.bulk_create([row for row in rows if row.period_id in periods], batch_size=BATCH)
    mine.filter(is_latest=True).exclude(period__in=periods).update(is_latest=False)
    earlier = [
        Q(indicator=row.indicator_id, period=row.period_id) for row in rows if row.is_latest and row.period_id not in periods
    ]
    if earlier:
        mine.filter(reduce(or_, earlier)).update(is_latest=True)
