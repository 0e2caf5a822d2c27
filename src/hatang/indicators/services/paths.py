"""The yearly milestones on the way to a target: proposed in a straight line, proposed anew, or set by a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db import transaction

from hatang.core.audit import record
from hatang.indicators.models import Indicator, IndicatorFigure, Milestone, TargetBinding
from hatang.indicators.rules.path import Step, proposed


@transaction.atomic
def set_milestones(binding: TargetBinding, steps: Sequence[Step]) -> None:
    """Write the milestones as a person wants them; they are not proposed anew when figures come."""
    before = _written(binding)
    binding.path_is_set = True
    binding.save(update_fields=["path_is_set"])
    _rewrite([(binding, steps)])
    record("target.milestones", binding, before=before, after=_said(steps))


@transaction.atomic
def propose_milestones(binding: TargetBinding) -> None:
    """Lay the straight way again, from the latest figure; from nothing where there is none."""
    before = _written(binding)
    figure = IndicatorFigure.objects.filter(indicator=binding.indicator_id, is_latest=True).select_related("period").first()
    steps = lay(binding, figure)
    binding.save(update_fields=["path_is_set", "start_value", "start_on"])
    _rewrite([(binding, steps)])
    record("target.milestones", binding, before=before, after=_said(steps))


def lay(binding: TargetBinding, figure: IndicatorFigure | None) -> list[Step]:
    """Set where the way begins, and give its steps, none before the plan's first year; nothing is written."""
    binding.path_is_set = False
    value = binding.indicator.value(figure.numerator, figure.denominator) if figure else None
    known = figure is not None and value is not None
    binding.start_value, binding.start_on = (value, figure.period.last) if known and figure else (None, None)
    steps = proposed(binding.goal, binding.year, start=binding.start_value, since=binding.start_on or _eve(binding))
    return [step for step in steps if step.year > _eve(binding).year]


def _eve(binding: TargetBinding) -> dt.date:
    """The eve of the plan's first year; five years before the target's where the plan names none."""
    first = binding.target.plan.period_start
    return dt.date((first if first is not None else binding.year - 4) - 1, 12, 31)


def begin_paths(indicators: Iterable[Indicator]) -> None:
    """Let the ways that no person laid start where things stood when the plan began: with the last figure before, else the first
    after."""
    bindings = TargetBinding.objects.filter(path_is_set=False, indicator__in=list(indicators))
    rows = bindings.select_related("indicator", "target__plan").defer("target__quote")
    waiting = [row for row in rows if row.start_on is None or row.start_on < _eve(row)]
    figures = _by_time(waiting)
    starts = [(row, _start(figures[row.indicator_id], _eve(row))) for row in waiting if figures.get(row.indicator_id)]
    laid = [(row, lay(row, figure)) for row, figure in starts if figure.period.last != row.start_on]
    TargetBinding.objects.bulk_update([row for row, _steps in laid], ["start_value", "start_on"])
    _rewrite(laid)
    for row, steps in laid:
        record("target.milestones", row, after=_said(steps))


def _by_time(bindings: Sequence[TargetBinding]) -> dict[int, list[IndicatorFigure]]:
    found: dict[int, list[IndicatorFigure]] = {}
    if bindings:
        rows = IndicatorFigure.objects.filter(indicator__in={row.indicator_id for row in bindings}).select_related("period")
        for figure in rows.order_by("period__last", "period__first"):
            found.setdefault(figure.indicator_id, []).append(figure)
    return found


def _start(figures: Sequence[IndicatorFigure], eve: dt.date) -> IndicatorFigure:
    before = [figure for figure in figures if figure.period.last <= eve]
    return before[-1] if before else figures[0]


def _rewrite(laid: Sequence[tuple[TargetBinding, Sequence[Step]]]) -> None:
    if not laid:
        return
    Milestone.objects.filter(binding__in=[binding for binding, _steps in laid]).delete()
    rows = [_row(binding, step) for binding, steps in laid for step in steps if step.year < binding.year]
    Milestone.objects.bulk_create(rows)


def _row(binding: TargetBinding, step: Step) -> Milestone:
    goal = step.goal
    return Milestone(binding=binding, year=step.year, comparator=goal.comparator, value=goal.value, value_max=goal.value_max)


def _written(binding: TargetBinding) -> dict[str, str]:
    rows = Milestone.objects.filter(binding=binding).order_by("year")
    return _said([Step(row.year, row.goal) for row in rows])


def _said(steps: Sequence[Step]) -> dict[str, str]:
    return {
        str(step.year): f"{step.goal.comparator} {step.goal.value if step.goal.value is not None else ''}".strip()
        for step in steps
    }
