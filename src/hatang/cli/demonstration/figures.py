"""Targets bound to indicators, and the figures of the seven quarters before the present one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from django.utils import timezone

from hatang.assets.selectors import tallies
from hatang.cli.demonstration.courses import COURSES, IRRIGATED, QUARTERS, Parts, split
from hatang.cli.demonstration.inventory import NOTE
from hatang.cli.demonstration.people import Cast
from hatang.cli.demonstration.places import villages
from hatang.commune.models import Unit
from hatang.core.audit import record
from hatang.core.periods import Period
from hatang.indicators import services
from hatang.indicators.models import Indicator, InventoryFigure, Measurement, ReportingPeriod
from hatang.indicators.rules.units import in_unit
from hatang.plans.models import Plan

ALSO = {"phone.villages", "loudspeakers.working", "waste.villages"}  # counted from the inventory, asked by no target
PROOF = "Văn bản minh họa, không có số"
LOCKED = "Đã tổng hợp số liệu của kỳ (minh họa)."


def fill_figures(plan: Plan, people: Cast, today: dt.date) -> dict[str, Indicator]:
    """Bind the targets, load the past quarters and lock them: what the inventory said of them, and what was reported.

    They are opened before there is an indicator, so that the inventory of today is not counted into them.
    """
    periods = [services.open_period(code) for code in past(today)]
    indicators = _indicators(plan)
    now = {code: parts_now(indicators[code]) for code in COURSES}
    for number, period in enumerate(periods):
        said = [(indicators[code], _said(indicators[code], now[code], number)) for code in COURSES]
        _load(period, said, people)
        services.lock_period(period, reason=LOCKED)
    services.recompute()
    return indicators


def past(today: dt.date) -> list[str]:
    """The codes of the seven quarters before the present one, the oldest first."""
    period, codes = Period.quarter_of(today), []
    for _at in range(QUARTERS):
        period = period.previous()
        codes.append(period.code)
    return codes[::-1]


def parts_now(indicator: Indicator) -> Parts:
    """What each place has now, as it is reported: counted from the inventory, or what there is to be had."""
    if not indicator.measure:
        return _whole(indicator)
    parts = in_unit(tallies([indicator.measure])[indicator.measure].parts, indicator.unit)
    if indicator.level == Indicator.Level.VILLAGE:
        return {place: part for place, part in parts.items() if place is not None}
    return {
        None: (sum((part for part, _ in parts.values()), Decimal(0)), sum((whole for _, whole in parts.values()), Decimal(0)))
    }


def _whole(indicator: Indicator) -> Parts:
    if indicator.level == Indicator.Level.COMMUNE:
        return {None: (Decimal(1), Decimal(1))}
    places = villages()
    wholes = IRRIGATED if indicator.code == "irrigation.area" else [village.households or 0 for village in places]
    return {village.pk: (Decimal(whole), Decimal(whole)) for village, whole in zip(places, wholes, strict=True)}


def _indicators(plan: Plan) -> dict[str, Indicator]:
    bindings = services.bind_proposed(plan)
    found = {indicator.code: indicator for indicator in services.adopt_catalogue(ALSO)}
    found |= {binding.indicator.code: binding.indicator for binding in bindings}
    health = next(binding for binding in bindings if binding.indicator.code == "health.criteria")
    services.set_proof(health, reference=PROOF, on=plan.document.date)
    found["health.criteria"].collected_by = Unit.objects.get(name="Trạm Y tế xã (minh họa)")
    services.change_indicator(found["health.criteria"])
    return found


def _said(indicator: Indicator, now: Parts, number: int) -> Parts:
    return split(now, COURSES[indicator.code][number], unit=indicator.unit, answers=indicator.asks_answer)


def _load(period: ReportingPeriod, said: list[tuple[Indicator, Parts]], people: Cast) -> None:
    """Put the figures of a past quarter in at once: one event in the trail says how many, and that it was today."""
    counted = [row for indicator, parts in said if indicator.measure for row in _counted(indicator, parts, period)]
    reported = [row for indicator, parts in said if not indicator.measure for row in _reported(indicator, parts, period, people)]
    InventoryFigure.objects.bulk_create(counted)
    Measurement.objects.bulk_create(reported)
    after = {"period": period.code, "counted": len(counted), "reported": len(reported)}
    record("demonstration.figures", period, after=after, reason=NOTE)


def _counted(indicator: Indicator, parts: Parts, period: ReportingPeriod) -> Iterator[InventoryFigure]:
    for village, (top, bottom) in parts.items():
        yield InventoryFigure(indicator=indicator, period=period, village_id=village, numerator=top, denominator=bottom or 0)


def _reported(indicator: Indicator, parts: Parts, period: ReportingPeriod, people: Cast) -> Iterator[Measurement]:
    at, reviewer = timezone.now(), people.users["dieuphoi"]
    for village, (top, bottom) in parts.items():
        who = people.heads[village] if village else people.officer(indicator.sector)
        yield Measurement(
            indicator=indicator, village_id=village, period=period, numerator=top, denominator=bottom, note=NOTE,
            state=Measurement.State.APPROVED, revision=3, entered_by=who, entered_at=at, submitted_by=who, submitted_at=at,
            reviewed_by=reviewer, reviewed_at=at,
        )  # fmt: skip
