"""Periods of reporting, the newest first."""

from __future__ import annotations

import datetime as dt

from hatang.core.periods import Period
from hatang.indicators.models import ReportingPeriod

SHOWN = 60


def periods() -> list[ReportingPeriod]:
    """The periods of the commune, those that ended last first."""
    return list(ReportingPeriod.objects.select_related("changed_by").order_by("-last", "first")[:SHOWN])


def to_open(today: dt.date, known: list[ReportingPeriod]) -> list[Period]:
    """Periods that could be opened now: the quarter, half and year of today, and those before and after, not yet there."""
    there = {period.code for period in known}
    quarter = Period.quarter_of(today)
    half = Period.parse(f"{today.year}-H{1 if today.month <= 6 else 2}")
    year = Period.parse(str(today.year))
    near = [one for now in (quarter, half, year) for one in (now.previous(), now, now.following())]
    return [one for one in near if one.code not in there]
