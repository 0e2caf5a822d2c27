"""Who leads a task and by when, as the plan's own sentences say it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hatang.plans.rules.timetable import last_day
from vanban.plan.sectors import sector_of_phrase


@dataclass(frozen=True, slots=True)
class Duty:
    """An assignment as values."""

    path: str
    role: str
    actor: str
    duty: str


@dataclass(frozen=True, slots=True)
class Limit:
    """A deadline of the plan and the words it was read from."""

    start: int
    end: int
    due: str


def leader_of(path: str, sector: str, duties: Sequence[Duty]) -> str:
    """The actor that leads a task: named in its own part, else for its sector, else for the whole plan; empty when none is."""
    leading = [duty for duty in duties if duty.role == "leads"]
    own = (duty.actor for duty in leading if duty.path and (path + ".").startswith(duty.path + "."))
    for_sector = (duty.actor for duty in leading if sector and sector_of_phrase(duty.duty) == sector)
    general = (duty.actor for duty in leading if sector_of_phrase(duty.duty) is None)
    return next(own, None) or next(for_sector, None) or next(general, "")


def deadline_of(start: int, end: int, limits: Iterable[Limit], last_year: int | None) -> dt.date | None:
    """The day a task is due: stated in its own words, else the last day of the plan; None when neither is known."""
    own = (last_day(limit.due) for limit in limits if limit.due and limit.start < end and start < limit.end)
    stated = next((day for day in own if day), None)
    return stated or (dt.date(last_year, 12, 31) if last_year else None)
