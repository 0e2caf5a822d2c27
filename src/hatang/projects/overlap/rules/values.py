"""What the rules compare, where the lines are drawn, and what they answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from shapely.geometry.base import BaseGeometry

Years = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Thing:
    """A work, or something that stands already.

    `villages` are names, `years` the first and the last; `shape` lies in metres; `asset` is the key of the asset it improves.
    """

    name: str
    sector: str = ""
    villages: frozenset[str] = frozenset()
    years: Years | None = None
    sources: frozenset[str] = frozenset()
    shape: BaseGeometry | None = None
    asset: int | None = None
    commune: int | None = None
    is_asset: bool = False


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Where the lines are drawn. `near` and `years` come from the commune's settings; the rest was tuned on the odd pairs.

    A likeness of at least `asks` needs a leader's reason before the work goes into the plan; from `shows` on it is shown.
    """

    near: float = 50.0  # metres between two points that count as one place
    years: int = 5  # years between two works on one thing that still make people ask
    asks: float = 0.60
    shows: float = 0.45
    beside: float = 0.3  # of `near`: how far from a line another still follows it (15 m)
    far: float = 6.0  # times `near`: points further apart than this have nothing to do with each other (300 m)
    placed: float = 0.30  # the share from which places say more than names
    alike: float = 0.88  # likeness of two proper names that are one but for a slip of the pen

    @property
    def along(self) -> float:
        """Metres from a line within which another follows it."""
        return self.near * self.beside


class Fact(StrEnum):
    """What was found out about a pair; `hatang.projects.overlap.words` says it in a sentence."""

    SAME_STRETCH = "same_stretch"
    SAME_GROUND = "same_ground"
    NEAR = "near"
    APART = "apart"
    SAME_ASSET = "same_asset"
    SAME_NAME = "same_name"
    PART_OF_NAME = "part_of_name"
    SAME_THING = "same_thing"
    OTHER_THING = "other_thing"
    OTHER_LABEL = "other_label"
    OTHER_VILLAGE = "other_village"
    SAME_VILLAGE = "same_village"
    YEARS_MEET = "years_meet"
    YEARS_NEAR = "years_near"
    YEARS_FAR = "years_far"
    BUILT_RECENTLY = "built_recently"
    SAME_SOURCE = "same_source"


AGAINST = {Fact.APART, Fact.OTHER_THING, Fact.OTHER_LABEL, Fact.OTHER_VILLAGE, Fact.YEARS_FAR}


@dataclass(frozen=True, slots=True)
class Reason:
    """One fact about a pair with its figures."""

    fact: Fact
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def against(self) -> bool:
        """Whether it speaks for two different things."""
        return self.fact in AGAINST


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much a pair looks like one thing, from 0 to 1, and why."""

    score: float
    reasons: tuple[Reason, ...] = ()

    def asks(self, lines: Thresholds) -> bool:
        """Whether a leader must say why both go on."""
        return self.score >= lines.asks

    def shows(self, lines: Thresholds) -> bool:
        """Whether people should look at it."""
        return self.score >= lines.shows
