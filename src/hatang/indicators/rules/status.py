"""Where a target stands. Source: docs/rules.md#target-status, which says these rules in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hatang.indicators.rules.passing import Goal, passes
from hatang.indicators.rules.path import Step, missed, moment, required_at

OLD = dt.timedelta(days=366)


class Status(StrEnum):
    """The five answers, the worst first."""

    BEHIND = "behind"
    AT_RISK = "at_risk"
    NO_DATA = "no_data"
    ON_PATH = "on_path"
    REACHED = "reached"


class Reason(StrEnum):
    """Which rule gave the answer."""

    NOT_BOUND = "not_bound"
    NO_FIGURE = "no_figure"
    NOT_KEPT = "not_kept"
    NO_PROOF = "no_proof"
    KEPT = "kept"
    PASSES = "passes"
    YEAR_OVER = "year_over"
    MISSED_STEP = "missed_step"
    UNDER_PATH = "under_path"
    OLD_FIGURE = "old_figure"
    FALLS_SHORT = "falls_short"
    HEADING_THERE = "heading_there"
    ABOVE_PATH = "above_path"


@dataclass(frozen=True, slots=True)
class Spec:
    """A target as its status sees it: what is asked by when, the steps on the way, where the way began, and whether a document
    proves it."""

    goal: Goal
    year: int
    steps: Sequence[Step] = ()
    start: tuple[Decimal, Decimal] | None = None
    proven: bool = False

    @property
    def path(self) -> list[Step]:
        """The steps with the target itself at their end."""
        return [*(step for step in self.steps if step.year < self.year), Step(self.year, self.goal)]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer, the rule behind it, what the path asked for at the day of the figure, and the step that was missed."""

    status: Status
    reason: Reason
    required: Decimal | None = None
    step: Step | None = None


def status_of(spec: Spec, figure: Decimal | None, as_of: dt.date | None, *, expected: Decimal | None, today: dt.date) -> Verdict:
    """Where a target stands by its latest figure, which is that of the day `as_of`; `expected` is the forecast for its year."""
    if figure is None or as_of is None:
        return Verdict(Status.NO_DATA, Reason.NO_FIGURE)
    old = today - as_of > OLD
    if spec.goal.is_kept:
        return _kept(spec, figure, old=old)
    if passes(spec.goal, figure):
        return Verdict(Status.REACHED, Reason.PASSES)
    if today > dt.date(spec.year, 12, 31):
        return Verdict(Status.BEHIND, Reason.YEAR_OVER, spec.goal.value)
    return _on_the_way(spec, figure, min(as_of, today), expected, old=old)


def _kept(spec: Spec, figure: Decimal, *, old: bool) -> Verdict:
    if not passes(spec.goal, figure):
        return Verdict(Status.BEHIND, Reason.NOT_KEPT)
    if old:
        return Verdict(Status.AT_RISK, Reason.OLD_FIGURE)
    return Verdict(Status.REACHED, Reason.KEPT) if spec.proven else Verdict(Status.AT_RISK, Reason.NO_PROOF)


def _on_the_way(spec: Spec, figure: Decimal, as_of: dt.date, expected: Decimal | None, *, old: bool) -> Verdict:
    at = moment(as_of)
    required = required_at(spec.path, at, start=spec.start)
    step = missed(spec.steps, figure, at)
    if step is not None:
        return Verdict(Status.BEHIND, Reason.MISSED_STEP, required, step)
    if required is not None and (figure > required if spec.goal.is_falling else figure < required):
        return Verdict(Status.BEHIND, Reason.UNDER_PATH, required)
    if old:
        return Verdict(Status.AT_RISK, Reason.OLD_FIGURE, required)
    if expected is None:
        return Verdict(Status.ON_PATH, Reason.ABOVE_PATH, required)
    if not passes(spec.goal, expected):
        return Verdict(Status.AT_RISK, Reason.FALLS_SHORT, required)
    return Verdict(Status.ON_PATH, Reason.HEADING_THERE, required)
