"""Is it late, and by how much: milestones against today, and progress against what was planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

HUNDRED = Decimal(100)
TENTH = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Point:
    """A milestone: what was first agreed, what is planned now, when it was reached, and how much should be built by then."""

    name: str
    baseline: dt.date
    planned: dt.date
    actual: dt.date | None = None
    percent: Decimal | None = None


class Pace(StrEnum):
    """In one word, how a work keeps its dates."""

    NO_DATES = "no_dates"
    ON_TIME = "on_time"
    SOON = "soon"
    LATE = "late"
    DONE = "done"
    DONE_LATE = "done_late"


@dataclass(frozen=True, slots=True)
class Lateness:
    """How a work keeps its dates.

    `days` counts the days the longest overdue milestone is past its date (or, once all are reached, the last was); `slip` those
    the last date was moved since the baseline; `next` is the first milestone not reached.
    """

    pace: Pace
    days: int = 0
    slip: int = 0
    next: Point | None = None
    overdue: tuple[Point, ...] = ()

    @property
    def is_late(self) -> bool:
        """Whether something is past its date today."""
        return self.pace == Pace.LATE


def lateness(points: Sequence[Point], today: dt.date, *, grace: int = 0, soon: int = 14) -> Lateness:
    """Where the milestones stand on a day. A milestone counts as late from the day after its date, `grace` days later."""
    if not points:
        return Lateness(Pace.NO_DATES)
    slip = (max(point.planned for point in points) - max(point.baseline for point in points)).days
    waiting = sorted((point for point in points if point.actual is None), key=lambda point: point.planned)
    if not waiting:
        last = max(points, key=lambda point: point.planned)
        days = max(((last.actual or last.planned) - last.planned).days, 0)
        return Lateness(Pace.DONE_LATE if days > grace else Pace.DONE, days, slip)
    overdue = tuple(point for point in waiting if (today - point.planned).days > grace)
    if overdue:
        return Lateness(Pace.LATE, (today - overdue[0].planned).days, slip, waiting[0], overdue)
    near = (waiting[0].planned - today).days <= soon
    return Lateness(Pace.SOON if near else Pace.ON_TIME, 0, slip, waiting[0])


def planned_percent(points: Sequence[Point], today: dt.date, *, start: dt.date | None = None) -> Decimal | None:
    """How much should be built on a day: straight between the milestones that say how much. None where none says so."""
    known = sorted(((point.planned, point.percent) for point in points if point.percent is not None), key=lambda pair: pair[0])
    if not known:
        return None
    began = start or min(point.planned for point in points)
    before: tuple[dt.date, Decimal] = (min(began, known[0][0]), Decimal(0))
    for day, percent in known:
        if today < day:
            return _between(before, (day, percent), today)
        before = (day, percent)
    return before[1]


def _between(before: tuple[dt.date, Decimal], after: tuple[dt.date, Decimal], today: dt.date) -> Decimal:
    span = (after[0] - before[0]).days
    if today <= before[0] or span <= 0:
        return before[1]
    return before[1] + (after[1] - before[1]) * (today - before[0]).days / span


def behind(points: Sequence[Point], built: Decimal, today: dt.date, *, start: dt.date | None = None) -> Decimal | None:
    """How many points the work is behind its plan (below nothing: ahead); None without a plan."""
    planned = planned_percent(points, today, start=start)
    return None if planned is None else (planned - built).quantize(TENTH)


def silent_days(reported: dt.date | None, today: dt.date, *, allowed: int) -> int | None:
    """Days since anybody reported of a work, once they are more than allowed; None until then, and before the first report."""
    days = (today - reported).days if reported else 0
    return days if days > allowed else None
