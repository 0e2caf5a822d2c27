"""Where targets stand: their figures, the way to them, the verdict and the forecast. At most four queries for all of them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, When, Window
from django.db.models.functions import RowNumber

from hatang.indicators.models import Indicator, IndicatorFigure, Measurement, Milestone, TargetBinding
from hatang.indicators.promises import Promise
from hatang.indicators.rules.forecast import LONGEST, Addition, Forecast, Latest, Point, forecast, slope_of
from hatang.indicators.rules.path import Step, moment
from hatang.indicators.rules.status import Reason, Spec, Status, Verdict, status_of
from hatang.plans.models import Target

AdditionsOf = Callable[[Sequence[Indicator]], Mapping[int, Sequence[Addition]]]
ORDER = list(Status)


@dataclass(slots=True)
class Standing:
    """A target with everything its status rests on. `history` is oldest first and ends with the latest figure;
    `trend_of_reports`: the inventory was counted too few times, so the trend is that of what was reported.
    `promises` is what funded works will add, where one target is looked at."""

    target: Target
    binding: TargetBinding | None = None
    history: list[IndicatorFigure] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    verdict: Verdict = field(default_factory=lambda: Verdict(Status.NO_DATA, Reason.NOT_BOUND))
    forecast: Forecast | None = None
    trend_of_reports: bool = False
    promises: Sequence[Promise] = ()

    @property
    def figure(self) -> IndicatorFigure | None:
        """The latest figure of the commune."""
        return self.history[-1] if self.history else None

    @property
    def indicator(self) -> Indicator | None:
        """What measures it."""
        return self.binding.indicator if self.binding else None

    @property
    def value(self) -> Decimal | None:
        """The latest figure as it is compared."""
        return _value(self.figure) if self.figure else None

    @property
    def values(self) -> list[Decimal | None]:
        """The figures so far, oldest first, as they are compared."""
        return [_value(figure) for figure in self.history]

    @property
    def newest_first(self) -> list[IndicatorFigure]:
        """The figures, the latest on top."""
        return self.history[::-1]

    @property
    def spec(self) -> Spec | None:
        """The target as its status sees it."""
        return _spec(self.binding, self.steps, self.figure) if self.binding else None

    @property
    def rank(self) -> tuple[int, int]:
        """The worst first, then as the plan has them."""
        return ORDER.index(self.verdict.status), self.target.order


def standings(
    targets: Iterable[Target], *, today: dt.date, additions_of: AdditionsOf | None = None, until: dt.date | None = None
) -> list[Standing]:
    """Where each target stands, in the order given; where it stood by the figures of periods that ended by `until`."""
    wanted = list(targets)
    bindings = _bindings(wanted)
    steps = _steps(bindings)
    figures = _recent({row.indicator_id: row.indicator for row in bindings.values()}, until)
    additions = additions_of([row.indicator for row in bindings.values()]) if additions_of else {}
    found = []
    for target in wanted:
        binding = bindings.get(target.pk)
        standing = Standing(target, binding)
        if binding:
            standing.steps, standing.history = steps[binding.pk], figures[binding.indicator_id]
            judge(standing, today=today, additions=additions.get(binding.indicator_id, ()))
        found.append(standing)
    return found


def _bindings(targets: Sequence[Target]) -> dict[int, TargetBinding]:
    """What each target is tied to: joined to the targets already (`targets_of`), or in one query."""
    if all("binding" in target._state.fields_cache for target in targets):
        joined = (getattr(target, "binding", None) for target in targets)
        return {row.target_id: row for row in joined if row is not None}
    rows = TargetBinding.objects.filter(target__in=targets).select_related("indicator")
    return {row.target_id: row for row in rows}


def judge(standing: Standing, *, today: dt.date, additions: Sequence[Addition] = ()) -> None:
    """Fill in the forecast and the verdict of a standing whose figures and steps are there."""
    spec, figure = standing.spec, standing.figure
    if spec is None:
        return
    standing.forecast = _forecast(standing, spec, additions) if figure else None
    expected = standing.forecast.expected if standing.forecast else None
    as_of = figure.period.last if figure else None
    standing.verdict = status_of(spec, standing.value, as_of, expected=expected, today=today)


def _spec(binding: TargetBinding, steps: list[Step], figure: IndicatorFigure | None) -> Spec:
    since, value = binding.start_on, binding.start_value
    start = (moment(since), value) if since is not None and value is not None else None
    proven = binding.has_proof or bool(figure and getattr(figure, "has_evidence", False))
    return Spec(binding.goal, binding.year, steps, start, proven)


def _forecast(standing: Standing, spec: Spec, additions: Sequence[Addition]) -> Forecast | None:
    """The forecast from the figures of the same source as the latest: what was counted is not compared with what was said.

    While too little was counted, the trend is that of the reports, and the standing says so.
    """
    last = standing.history[-1]
    if spec.goal.is_kept:
        return None
    same = [(figure, _value(figure)) for figure in standing.history if figure.source == last.source]
    points = _points(same)
    if last.source == IndicatorFigure.Source.INVENTORY and slope_of(points[-LONGEST:]) is None:
        points = _points([(figure, _reported(figure)) for figure in standing.history])
        standing.trend_of_reports = True
    latest = Latest(moment(last.period.last), last.numerator, last.denominator, last.indicator.is_share)
    return forecast(points, latest, spec.year, additions)


def _points(values: Sequence[tuple[IndicatorFigure, Decimal | None]]) -> list[Point]:
    return [Point(moment(figure.period.last), value) for figure, value in values if value is not None]


def _reported(figure: IndicatorFigure) -> Decimal | None:
    """What was reported, as it is compared; None where nothing was."""
    top = figure.reported_numerator
    return None if top is None else figure.indicator.value(top, figure.reported_denominator)


def _steps(bindings: Mapping[int, TargetBinding]) -> dict[int, list[Step]]:
    found: dict[int, list[Step]] = defaultdict(list)
    by_pk = {row.pk: row for row in bindings.values()}
    for row in Milestone.objects.filter(binding__in=list(by_pk)).order_by("year"):
        row.binding = by_pk[row.binding_id]
        found[row.binding_id].append(Step(row.year, row.goal))
    return found


def _recent(indicators: Mapping[int, Indicator], until: dt.date | None = None) -> dict[int, list[IndicatorFigure]]:
    """The last eight figures of each indicator, oldest first: as much as trend and spark need, however long the history."""
    newest = Window(RowNumber(), partition_by=F("indicator"), order_by=[F("period__last").desc(), F("period__first").desc()])
    wanted = with_evidence().filter(indicator__in=list(indicators))
    wanted = wanted.filter(period__last__lte=until) if until else wanted
    rows = wanted.annotate(rank=newest).filter(rank__lte=LONGEST)
    found: dict[int, list[IndicatorFigure]] = defaultdict(list)
    for row in rows.order_by("-rank"):
        row.indicator = indicators[row.indicator_id]
        found[row.indicator_id].append(row)
    return found


def figures_at(indicators: Sequence[int], day: dt.date) -> dict[int, IndicatorFigure]:
    """The figure of each indicator that was the latest at the end of a day. One query."""
    newest = Window(RowNumber(), partition_by=F("indicator"), order_by=[F("period__last").desc(), F("period__first").desc()])
    rows = with_evidence().filter(indicator__in=indicators, period__last__lte=day).annotate(rank=newest).filter(rank=1)
    return {row.indicator_id: row for row in rows.select_related("indicator", "period")}


def with_evidence() -> Any:
    """Figures with their periods, and whether a document came with what was reported for the latest."""
    proven = Measurement.objects.filter(
        indicator=OuterRef("indicator"), period=OuterRef("period"), state="approved", evidence__isnull=False
    )
    latest = Case(When(is_latest=True, then=Exists(proven)), default=False)  # asked of the latest alone: history costs nothing
    return IndicatorFigure.objects.select_related("period").annotate(has_evidence=latest)


def _value(figure: IndicatorFigure) -> Decimal | None:
    return figure.indicator.value(figure.numerator, figure.denominator)
