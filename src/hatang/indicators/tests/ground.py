"""Rows for tests of what is measured: a commune with villages, periods and approved figures, all made up."""

from __future__ import annotations

from decimal import Decimal

from django.utils import timezone

from hatang.commune.models import Village
from hatang.core.periods import Period
from hatang.indicators.models import Measurement, ReportingPeriod
from hatang.indicators.services import adopt_catalogue, bind_proposed
from hatang.plans.models import Target


def make_villages(count, households=50, first=1):
    """Villages that do not exist: thôn Ví Dụ 1, thôn Ví Dụ 2…"""
    return [
        Village.objects.create(name=f"thôn Ví Dụ {n}", folded_name=f"thon vi du {n:02}", households=households)
        for n in range(first, first + count)
    ]


def make_period(code, state="open"):
    """A reporting period, due fifteen days after it ends."""
    row = ReportingPeriod.of(Period.parse(code))
    row.due_on, row.state = row.last, state
    row.save()
    return row


def make_indicator(code="roads.axis"):
    """One indicator of the catalogue as the commune's own."""
    return adopt_catalogue({code})[0]


def approved(indicator, period, village, numerator, denominator=None, **more):
    """A figure somebody reported and somebody else approved."""
    now = timezone.now()
    whole = None if denominator is None else Decimal(denominator)
    return Measurement.objects.create(
        indicator=indicator, period=period, village=village, numerator=Decimal(numerator), denominator=whole,
        state=Measurement.State.APPROVED, entered_at=now, submitted_at=now, reviewed_at=now, **more,
    )  # fmt: skip


def bound(plan):
    """Every target of a plan tied to its indicator, by the indicator's code."""
    bind_proposed(plan)
    return {target.binding.indicator.code: target.binding for target in Target.objects.filter(plan=plan)}
