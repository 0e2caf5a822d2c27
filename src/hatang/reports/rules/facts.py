"""What a report on a plan is written from, as plain values. `hatang.reports.selectors.gathering` fills them in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hatang.indicators.rules.status import Reason, Status
from hatang.reports.rules.figures import Figure


@dataclass(frozen=True, slots=True)
class TargetFact:
    """A target of the plan and how it stood at the end of the span. `figures` by role: now, before, change, asked, asked_max,
    required, lag, gap, expected, told (what the last issued report said of the time before)."""

    subject: str
    sector: str
    status: Status
    reason: Reason
    comparator: str
    year: int | None = None
    aspirational: bool = False
    step_year: int | None = None
    figures: Mapping[str, Figure] = field(default_factory=dict)
    pk: int = 0


@dataclass(frozen=True, slots=True)
class ObstacleFact:
    """What holds a work up. `late`: days past its due day, where there are any."""

    work: str
    what: str
    cause: str
    owner: str = ""
    due_on: dt.date | None = None
    late: Figure | None = None


@dataclass(frozen=True, slots=True)
class LateWork:
    """A work whose next date is past."""

    name: str
    percent: Figure
    due_on: dt.date
    late: Figure
    pk: int = 0


@dataclass(frozen=True, slots=True)
class Owing:
    """A unit that still owes figures of the span."""

    unit: str
    left: Figure


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything. `period` and `compared` are words: "quý III/2026", "quý II/2026"; `counts` are figures by name."""

    period: str
    compared: str
    targets: Sequence[TargetFact] = ()
    obstacles: Sequence[ObstacleFact] = ()
    late_works: Sequence[LateWork] = ()
    owing: Sequence[Owing] = ()
    counts: Mapping[str, Figure] = field(default_factory=dict)

    def of_sector(self, sector: str) -> list[TargetFact]:
        """The targets of one sector, in the order of the plan."""
        return [target for target in self.targets if target.sector == sector]
