"""What each unit owes in a period, and where every figure of it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from hatang.commune.models import Unit, Village
from hatang.commune.selectors import villages
from hatang.core.sectors import Sector
from hatang.indicators.models import Indicator, Measurement, ReportingPeriod
from hatang.indicators.rules.jumps import Doubt
from hatang.indicators.rules.owing import UnitFacts, Wanted, owner
from hatang.indicators.selectors.doubting import Place, doubts_of, entry_in, last_approved, place_of, settings
from hatang.indicators.workbook.model import Entry, Kind

SECTORS = list(Sector.values)
HANDED_IN = frozenset({Measurement.State.SUBMITTED, Measurement.State.APPROVED})
STANDING = tuple(state for state in Measurement.State if state != Measurement.State.SUPERSEDED)


def facts_of(unit: Unit) -> UnitFacts:
    """What of a unit decides what it owes."""
    return UnitFacts(unit.pk, unit.kind, unit.village_id, tuple(unit.sectors))


def wanted_of(indicator: Indicator) -> Wanted:
    """What of an indicator decides who owes it."""
    return Wanted(indicator.sector, indicator.collected_by_id, indicator.level == Indicator.Level.VILLAGE)


@dataclass(frozen=True, slots=True)
class Part:
    """One figure to report: an indicator in a village, or in the commune as a whole, and the unit that owes it."""

    indicator: Indicator
    village: Village | None
    unit: int | None  # None: nobody is in charge

    @property
    def place(self) -> Place:
        """Which indicator, and where."""
        return self.indicator.pk, self.village.pk if self.village else None

    @property
    def key(self) -> str:
        """How forms and addresses name it."""
        return f"{self.indicator.pk}-{self.village.pk if self.village else 0}"

    @property
    def kind(self) -> Kind:
        """What it asks for."""
        return Kind(self.indicator.kind)

    @property
    def required(self) -> bool:
        """Whether it must be reported: what the inventory counts may be, and then stands beside the inventory's figure."""
        return not self.indicator.measure


@dataclass(frozen=True, slots=True)
class Ledger:
    """The indicators in use, the villages and the units: from them follows who owes what in any period."""

    indicators: list[Indicator]
    villages: list[Village]
    units: dict[int, Unit]

    def parts(self, period: ReportingPeriod) -> list[Part]:
        """Every figure of a period, by indicator, then village."""
        facts = [facts_of(unit) for unit in self.units.values()]
        return [
            Part(indicator, village, owner(wanted_of(indicator), village.pk if village else None, facts))
            for indicator in self.indicators
            if indicator.frequency == period.frequency
            for village in (self.villages if indicator.level == Indicator.Level.VILLAGE else [None])
        ]


def ledger() -> Ledger:
    """Read once what all periods share: three queries."""
    indicators = sorted(
        Indicator.objects.filter(is_active=True),
        key=lambda one: (SECTORS.index(one.sector), one.order, one.pk),
    )
    return Ledger(indicators, villages(), {unit.pk: unit for unit in Unit.objects.filter(is_active=True).order_by("pk")})


@dataclass(frozen=True, slots=True)
class Row:
    """One figure as its unit meets it: what stands there now, what was approved last, and what is doubtful."""

    part: Part
    current: Measurement | None = None
    last: Measurement | None = None
    doubts: tuple[Doubt, ...] = ()
    corrects: Measurement | None = None

    @property
    def entry(self) -> Entry:
        """What is filled in now."""
        return entry_in(self.current) if self.current else Entry()

    @property
    def state(self) -> str:
        """The state of what stands there; empty where nothing does."""
        return self.current.state if self.current else ""

    @property
    def is_handed_in(self) -> bool:
        """Whether nothing is left to do for the one who owes it."""
        return self.state in HANDED_IN


def rows_of(parts: Iterable[Part], period: ReportingPeriod) -> list[Row]:
    """Figures with what stands there and the doubts about it: three queries."""
    wanted = list(parts)
    indicators = {part.indicator.pk for part in wanted}
    last, limit = last_approved(period, indicators), settings().jump_percent
    standing = _standing(period, indicators)
    return [_row(part, standing.get(part.place, []), last.get(part.place), limit) for part in wanted]


def _standing(period: ReportingPeriod, indicators: Collection[int]) -> dict[Place, list[Measurement]]:
    """The rows that stand in a period, the open one before the approved one it corrects."""
    rows = Measurement.objects.filter(period=period, indicator_id__in=indicators, state__in=STANDING)
    found: dict[Place, list[Measurement]] = {}
    related = rows.select_related("indicator", "village", "evidence", "entered_by", "reviewed_by")
    for row in sorted(related, key=lambda row: row.state == Measurement.State.APPROVED):
        found.setdefault(place_of(row), []).append(row)
    return found


def _row(part: Part, standing: list[Measurement], last: Measurement | None, limit: int) -> Row:
    current = standing[0] if standing else None
    found = doubts_of(current, last, limit) if current else ()
    return Row(part, current, last, found, standing[1] if len(standing) > 1 else None)


def states_in(periods: Collection[ReportingPeriod]) -> dict[int, dict[Place, str]]:
    """The state of each figure by period: one query. An approved one counts as approved while its correction is on the way."""
    rows = Measurement.objects.filter(period__in=periods, state__in=STANDING)
    found: dict[int, dict[Place, str]] = {period.pk: {} for period in periods}
    for period, indicator, village, state in rows.values_list("period_id", "indicator_id", "village_id", "state"):
        place = (indicator, village)
        if found[period].get(place) != Measurement.State.APPROVED:
            found[period][place] = state
    return found


def still_owed(parts: Iterable[Part], states: dict[Place, str]) -> int:
    """How many of the figures that must be reported are not handed in."""
    return sum(part.required and states.get(part.place) not in HANDED_IN for part in parts)
