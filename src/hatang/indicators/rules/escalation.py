"""How far what is overdue has climbed: to the unit, the coordinator, the vice chair, the chair."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import IntEnum

SOON = 7  # days before the last one in which a figure counts as falling due


class Level(IntEnum):
    """Who has to look after it now; a higher level includes those below."""

    NOT_DUE = 0
    SOON = 1
    UNIT = 2
    COORDINATOR = 3
    VICE_CHAIR = 4
    CHAIR = 5


@dataclass(frozen=True, slots=True)
class Days:
    """After how many days overdue each level is told."""

    coordinator: int
    vice_chair: int
    chair: int


def days_late(due_on: dt.date, today: dt.date) -> int:
    """Days since the last day on which it could be handed in; 0 on that day, negative before it."""
    return (today - due_on).days


def level(due_on: dt.date, today: dt.date, days: Days) -> Level:
    """Where something still owed stands today."""
    late = days_late(due_on, today)
    if late <= 0:
        return Level.SOON if late > -SOON else Level.NOT_DUE
    steps = ((days.chair, Level.CHAIR), (days.vice_chair, Level.VICE_CHAIR), (days.coordinator, Level.COORDINATOR))
    return next((reached for after, reached in steps if late >= after), Level.UNIT)
