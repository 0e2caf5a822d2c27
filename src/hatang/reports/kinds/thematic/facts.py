"""What a report on a sector or a village is written from, beside what is said of any plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hatang.reports.rules.facts import Facts
from hatang.reports.rules.figures import Figure
from hatang.reports.rules.gifts import GiftLine


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A work: its phase in words, whether it is being built; `figures` by name: total, allocated, paid, percent."""

    name: str
    phase: str
    figures: Mapping[str, Figure]
    is_building: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault that is not mended. `late`: days past its due day, where there are any."""

    asset: str
    fault: str
    reported_on: dt.date
    due_on: dt.date | None = None
    late: Figure | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """A work of the inventory that does not function: for how many days, where that is known, and what was decided."""

    name: str
    days: Figure | None
    decision: str


@dataclass(frozen=True, slots=True)
class Asking:
    """A need that waits for a decision."""

    name: str
    village: str
    households: Figure | None
    cost: Figure | None


@dataclass(frozen=True, slots=True)
class Placed:
    """A target in one village, beside the whole commune."""

    subject: str
    now: Figure
    whole: Figure | None


@dataclass(frozen=True, slots=True)
class Spread:
    """A share from village to village: the highest, the lowest, and how many villages have none."""

    subject: str
    high_name: str
    high: Figure
    low_name: str
    low: Figure
    missing: Figure | None = None


@dataclass(frozen=True, slots=True)
class ScopeFacts:
    """Everything of one sector or one village."""

    facts: Facts
    name: str
    works: Sequence[WorkLine] = ()
    faults: Sequence[Fault] = ()
    broken: Sequence[Broken] = ()
    needs: Sequence[Asking] = ()
    gifts: GiftLine = field(default_factory=lambda: GiftLine(""))
    placed: Sequence[Placed] = ()
    spread: Sequence[Spread] = ()
    counts: Mapping[str, Figure] = field(default_factory=dict)

    def figures(self) -> Iterator[Figure]:
        """Every figure beside those of `facts`."""
        yield from self.counts.values()
        for work in self.works:
            yield from work.figures.values()
        yield from self.gifts.figures.values()
        for placed in self.placed:
            yield from (one for one in (placed.now, placed.whole) if one)
        for spread in self.spread:
            yield from (one for one in (spread.high, spread.low, spread.missing) if one)
        loose = [fault.late for fault in self.faults] + [broken.days for broken in self.broken]
        loose += [figure for need in self.needs for figure in (need.households, need.cost)]
        yield from (one for one in loose if one)
