"""What the pages of targets show: the list, a sector, one target with its villages and its story."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import F, Window
from django.db.models.functions import RowNumber

from hatang.commune.models import Village
from hatang.core.sectors import Sector
from hatang.indicators.models import IndicatorFigure, InventoryFigure, Measurement, Milestone
from hatang.indicators.promises import additions_of, promises_of
from hatang.indicators.rules.passing import passes
from hatang.indicators.rules.path import Step, moment, required_at
from hatang.indicators.rules.status import Status
from hatang.indicators.selectors.standing import Standing, judge, standings, with_evidence
from hatang.plans.models import Plan, Target
from vanban.text.collation import natural_key

STORY = 30


@dataclass(frozen=True, slots=True)
class SectorStanding:
    """One of the ten sectors with where its targets stand; the code is empty for targets of none."""

    code: str
    name: Any
    standings: list[Standing]


@dataclass(frozen=True, slots=True)
class TargetsOverview:
    """Where a plan stands: by sector, in numbers, and what is behind first."""

    plan: Plan
    sectors: list[SectorStanding]
    counts: dict[Status, int]
    worst: list[Standing]

    @property
    def unbound(self) -> int:
        """How many targets are not tied to an indicator."""
        return sum(standing.binding is None for sector in self.sectors for standing in sector.standings)


@dataclass(frozen=True, slots=True)
class PlacePart:
    """What one village adds to the latest figure (village None: what lies in no single one). `period` is the one it reported for;
    `stated` is what was reported where the inventory counts. `tone` is how it stands to what is asked."""

    village: Village | None
    numerator: Decimal | None
    denominator: Decimal | None
    value: Decimal | None
    period: Any
    fresh: bool
    stated: tuple[Decimal, Decimal | None] | None
    tone: str


@dataclass(frozen=True, slots=True)
class TargetPage:
    """All that the page of one target shows."""

    standing: Standing
    places: list[PlacePart]
    story: list[Measurement]


def targets_overview(plan: Plan, today: dt.date, *, targets: Iterable[Target] | None = None) -> TargetsOverview:
    """Where the targets of a plan stand. Three queries, and one for the targets unless they are given (as `targets_of` gives)."""
    rows = targets_of(plan) if targets is None else list(targets)
    found = standings(rows, today=today, additions_of=additions_of)
    sectors = [
        SectorStanding(code, name, [one for one in found if one.target.sector == code])
        for code, name in (*Sector.choices, ("", ""))
    ]
    counts = Counter(one.verdict.status for one in found)
    worst = [one for one in found if one.verdict.status in (Status.BEHIND, Status.AT_RISK)]
    return TargetsOverview(plan, sectors, {status: counts[status] for status in Status}, sorted(worst, key=lambda one: one.rank))


def targets_of(plan: Plan) -> list[Target]:
    """The targets of a plan in its order, each with what measures it, in one query."""
    return list(Target.objects.filter(plan=plan).select_related("binding__indicator").order_by("order"))


def standings_in(plan: Plan, sector: str, today: dt.date) -> list[Standing]:
    """Where the targets of one sector stand. Five queries."""
    targets = Target.objects.filter(plan=plan, sector=sector).order_by("order")
    return standings(targets, today=today, additions_of=additions_of)


def target_of(pk: int) -> Target | None:
    """A target of the commune in scope with its plan and what it is tied to; None for any other's."""
    joined = ("plan__document", "binding__indicator__collected_by", "binding__proof")
    found: Target | None = Target.objects.select_related(*joined).defer("plan__document__text").filter(pk=pk).first()
    return found


def standing_of(target: Target, today: dt.date) -> Standing:
    """Where one target stands, with its whole history and what works will add. Three queries."""
    standing = Standing(target, getattr(target, "binding", None))
    if standing.binding is None:
        return standing
    indicator = standing.binding.indicator
    for row in Milestone.objects.filter(binding=standing.binding).order_by("year"):
        standing.steps.append(Step(row.year, row.goal))
    for figure in with_evidence().filter(indicator=indicator).order_by("period__last", "period__first"):
        figure.indicator = indicator
        standing.history.append(figure)
    standing.promises = promises_of([indicator]).get(indicator.pk, ())
    judge(standing, today=today, additions=[one.addition for one in standing.promises])
    return standing


def target_page(target: Target, today: dt.date) -> TargetPage:
    """One target, its villages and its story. At most seven queries."""
    standing = standing_of(target, today)
    return TargetPage(standing, places_of(standing, today), _story(standing))


def places_of(standing: Standing, today: dt.date) -> list[PlacePart]:
    """What each village adds to the latest figure, in the order of the Vietnamese alphabet; villages without data included."""
    figure, indicator = standing.figure, standing.indicator
    if indicator is None or (indicator.level == "commune" and not indicator.measure):
        return []
    villages = sorted(Village.objects.all(), key=lambda village: natural_key(village.name))
    reported = {row.village_id: row for row in _latest_reported(standing)}
    counted = _counted(figure) if figure and figure.source == IndicatorFigure.Source.INVENTORY else {}
    places = [
        _place(standing, village, reported.get(village.pk), counted, today)
        for village in villages
        if village.is_active or village.pk in counted
    ]
    if None in counted:
        places.append(_place(standing, None, reported.get(None), counted, today))
    return places


def _place(
    standing: Standing,
    village: Village | None,
    row: Measurement | None,
    counted: dict[int | None, tuple[Decimal, Decimal]],
    today: dt.date,
) -> PlacePart:
    pk = village.pk if village else None
    stated = (row.numerator, row.denominator) if row else None
    parts = counted.get(pk) if counted else stated
    top, bottom = parts if parts else (None, None)
    indicator, figure = standing.indicator, standing.figure
    value = indicator.value(top, bottom) if indicator and top is not None else None
    fresh = bool(counted) or bool(row and figure and row.period_id == figure.period_id)
    return PlacePart(village, top, bottom, value, row.period if row else None, fresh, stated, _tone(standing, value, today))


def _tone(standing: Standing, value: Decimal | None, today: dt.date) -> str:
    """good: passes what is asked in the end; warn: what is asked by now; bad: neither; none: nothing known. Counts have none:
    what is asked of the commune is not asked of each village."""
    spec, figure = standing.spec, standing.figure
    if value is None or spec is None or figure is None or not figure.indicator.is_share:
        return "none"
    if passes(spec.goal, value):
        return "good"
    required = required_at(spec.path, moment(min(figure.period.last, today)), start=spec.start)
    if required is None:
        return "bad"
    return "warn" if (value <= required if spec.goal.is_falling else value >= required) else "bad"


def _latest_reported(standing: Standing) -> Sequence[Measurement]:
    """The approved row of each village that is in the latest figure, one query whatever the history."""
    figure = standing.figure
    if figure is None:
        return []
    newest = Window(RowNumber(), partition_by=F("village"), order_by=[F("period__last").desc(), F("period__first").desc()])
    rows = Measurement.objects.filter(
        indicator=figure.indicator_id, state=Measurement.State.APPROVED, period__last__lte=figure.period.last
    )
    return list(rows.select_related("period").annotate(rank=newest).filter(rank=1))


def _counted(figure: IndicatorFigure) -> dict[int | None, tuple[Decimal, Decimal]]:
    rows = InventoryFigure.objects.filter(indicator=figure.indicator_id, period=figure.period_id)
    return {village: (top, bottom) for village, top, bottom in rows.values_list("village_id", "numerator", "denominator")}


def _story(standing: Standing) -> list[Measurement]:
    """Who entered and who approved what, newest first."""
    if standing.indicator is None:
        return []
    told = (Measurement.State.APPROVED, Measurement.State.SUPERSEDED)
    rows = Measurement.objects.filter(indicator=standing.indicator, state__in=told)
    joined = ("village", "period", "entered_by", "reviewed_by", "evidence")
    return list(rows.select_related(*joined).order_by("-period__last", "-reviewed_at", "-pk")[:STORY])
