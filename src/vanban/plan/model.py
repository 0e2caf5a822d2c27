"""What a plan says, as values: targets, tasks, assignments, schedules, each with the place it was read from.

The shape of `PlanReading.to_json` is the reading contract (docs/reading.md): lists keep the order of the document, spans are
`[start, end)` offsets into `text`, confidences lie between 0 and 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from vanban.model import OfficialDocument, Span, Unread


class Sector(StrEnum):
    """The ten kinds of infrastructure, in the order of the plan."""

    TRANSPORT = "transport"
    IRRIGATION = "irrigation"
    ELECTRICITY = "electricity"
    EDUCATION = "education"
    HEALTH = "health"
    CULTURE = "culture"
    COMMERCE = "commerce"
    INFORMATION = "information"
    WATER = "water"
    ENVIRONMENT = "environment"


class Kind(StrEnum):
    """What sort of thing a target counts."""

    RATIO = "ratio"
    COUNT = "count"
    STATUS = "status"
    EXISTENCE = "existence"


class Comparator(StrEnum):
    """How a measured value is held against a target."""

    AT_LEAST = ">="
    EQUAL = "="
    AT_MOST = "<="
    ABOVE = ">"
    BELOW = "<"
    ABOUT = "~"
    BETWEEN = "between"
    MAINTAIN = "maintain"
    EXISTS = "exists"


class Role(StrEnum):
    """What an actor does in a duty."""

    DIRECTS = "directs"
    LEADS = "leads"
    COOPERATES = "cooperates"
    CARRIES_OUT = "carries_out"
    SUPERVISES = "supervises"


class ScheduleKind(StrEnum):
    """How a duty stands in time."""

    RECURRING = "recurring"
    DEADLINE = "deadline"
    START = "start"
    PERIOD = "period"
    AD_HOC = "ad_hoc"


class Every(StrEnum):
    """How often a recurring duty comes round."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Period:
    """The years a plan covers, both included; one year has start and end alike."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to reach. `value` is in `unit` ("%" for a ratio); both are None where a status is kept or a thing must exist."""

    path: str
    subject: str
    kind: Kind
    comparator: Comparator
    value: float | None
    value_max: float | None
    unit: str | None
    year: int | None
    aspirational: bool
    sector: Sector | None
    quote: str
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in a task: 5 km `of` canals; `approximate` where the text says "khoảng", "trên", "ước"."""

    value: float
    unit: str
    of: str | None
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One piece of work: what is done (`action`) to what (`object`), and how much of it."""

    path: str
    action: str
    object: str
    sector: Sector | None
    quantities: tuple[Quantity, ...]
    quote: str
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who does what."""

    path: str
    actor: str
    role: Role
    duty: str
    quote: str
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Schedule:
    """When. `start` and `due` are ISO dates or periods: "2026-06-15", "2026-05", "2026-Q1", "2026-H1", "2026"."""

    path: str
    kind: ScheduleKind
    every: Every | None
    start: str | None
    due: str | None
    quote: str
    span: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class PlanReading:
    """Everything that was read from one plan, and what could not be."""

    text: str
    document: OfficialDocument
    period: Period | None
    targets: tuple[Target, ...]
    tasks: tuple[Task, ...]
    assignments: tuple[Assignment, ...]
    schedules: tuple[Schedule, ...]
    unread: tuple[Unread, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The reading as the plain object of the reading contract."""
        from vanban.plan.contract import reading_to_json

        return reading_to_json(self)
