"""What a report on money is written from, as plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hatang.reports.rules.facts import LateWork
from hatang.reports.rules.figures import Figure


@dataclass(frozen=True, slots=True)
class Line:
    """The money of a source or of a work. `figures` by name: given, allocated, unshared, paid, share, span, advanced, left,
    settled, works, percent; only what there is."""

    name: str
    figures: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Risk:
    """A work that at the pace so far will not spend what it was given."""

    name: str
    now: Figure
    foreseen: Figure
    left: Figure


@dataclass(frozen=True, slots=True)
class Apart:
    """A work whose money and building are apart. `whole` says of what the money is a share."""

    name: str
    paid: Figure
    built: Figure
    points: Figure
    whole: str
    is_ahead: bool


@dataclass(frozen=True, slots=True)
class Idle:
    """A work with capital nothing of which moved for some months."""

    name: str
    left: Figure
    months: Figure


@dataclass(frozen=True, slots=True)
class Moved:
    """Capital moved by a decision."""

    amount: Figure
    source: str
    start: str
    start_year: int
    end: str
    end_year: int
    document: str
    decided_on: dt.date


@dataclass(frozen=True, slots=True)
class MoneyFacts:
    """Everything. `years` are words: "năm 2026", "giai đoạn 2026–2030"; `counts` figures by name; `can_foresee` whether the
    year is old enough for a forecast; `is_one_year` whether the capital is of one year."""

    period: str
    compared: str
    years: str
    counts: Mapping[str, Figure]
    sources: Sequence[Line] = ()
    works: Sequence[Line] = ()
    late_works: Sequence[LateWork] = ()
    risks: Sequence[Risk] = ()
    apart: Sequence[Apart] = ()
    idle: Sequence[Idle] = ()
    transfers: Sequence[Moved] = ()
    can_foresee: bool = True
    is_one_year: bool = True

    def has(self, name: str) -> bool:
        """Whether there is something of it."""
        figure = self.counts.get(name)
        return figure is not None and figure.value > 0
