"""When a commune's capital is spread too thin: values in, values out. Money is whole đồng.

How long capital of a project may be spread: group A 6 years, B 4, C 3, counted without a break from the first year it got capital
(Law 58/2024/QH15, art. 57(1) and (2)(b), (c), (d); the law was amended by Law 90/2025/QH15, so pages say "cần kiểm chứng").
A work of no group is counted like group C.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

YEARS_BY_GROUP = {"A": 6, "B": 4, "C": 3}


class Warning(StrEnum):
    """What is wrong with a work's capital."""

    NO_CAPITAL = "no_capital"  # being built, and nothing was ever assigned
    OVERDUE = "overdue"  # the years the law gives are over and capital is still missing
    THIN = "thin"  # this year's capital is less than an even share of what is missing
    UNKNOWN = "unknown"  # nobody wrote down what it costs in all


@dataclass(frozen=True, slots=True)
class Work:
    """An open work: what it costs in all, and the capital assigned by year."""

    pk: int
    name: str
    group: str = ""
    total: int | None = None
    by_year: Mapping[int, int] = field(default_factory=dict)
    is_started: bool = False
    percent: float = 0.0


@dataclass(frozen=True, slots=True)
class Need:
    """What a work needs in a year: its first and last year of capital, what is missing before the year, and its even share."""

    work: Work
    first: int
    last: int
    missing: int
    share: int
    given: int

    @property
    def short(self) -> int:
        """What this year's capital falls short of the even share."""
        return max(self.share - self.given, 0)

    @property
    def left(self) -> int:
        """What is still missing after this year's capital."""
        return max(self.missing - self.given, 0)


@dataclass(frozen=True, slots=True)
class Finding:
    """A work with its worst warning; `need` is None where the cost is not known."""

    warning: Warning
    work: Work
    need: Need | None = None


@dataclass(frozen=True, slots=True)
class Spread:
    """How a year's capital meets the open works."""

    year: int
    works: int
    capital: int
    wanted: int
    limit: int
    findings: tuple[Finding, ...]
    first: tuple[Need, ...]  # which to finish first, and for how many the capital of the year is enough
    enough_for: int

    @property
    def short(self) -> int:
        """What all open works together want beyond the year's capital."""
        return max(self.wanted - self.capital, 0)

    @property
    def too_many(self) -> int:
        """Open works beyond the number the commune set."""
        return max(self.works - self.limit, 0) if self.limit else 0


def need_of(work: Work, year: int) -> Need | None:
    """What a work needs in a year; None where its cost is not known."""
    if work.total is None:
        return None
    paid = {at: amount for at, amount in work.by_year.items() if amount > 0}
    first = min((at for at in paid if at <= year), default=year)
    last = first + YEARS_BY_GROUP.get(work.group, YEARS_BY_GROUP["C"]) - 1
    missing = max(work.total - sum(amount for at, amount in work.by_year.items() if at < year), 0)
    years = max(last - year + 1, 1)
    return Need(work, first, last, missing, -(-missing // years), work.by_year.get(year, 0))


def judged(work: Work, year: int, thin_percent: int) -> Finding | None:
    """The worst thing to say of a work's capital, or nothing."""
    need = need_of(work, year)
    assigned = sum(amount for at, amount in work.by_year.items() if at <= year)
    if work.is_started and assigned <= 0:
        return Finding(Warning.NO_CAPITAL, work, need)
    if need is None:
        return Finding(Warning.UNKNOWN, work)
    if need.last < year and need.missing:
        return Finding(Warning.OVERDUE, work, need)
    if need.given * 100 < need.share * thin_percent:
        return Finding(Warning.THIN, work, need)
    return None


def spread(works: Iterable[Work], *, year: int, capital: int, limit: int, thin_percent: int) -> Spread:
    """How a year's capital meets the open works. `capital` is what the commune may share out; `limit` 0 means none is set."""
    works = list(works)
    order = list(Warning)
    findings = [found for work in works if (found := judged(work, year, thin_percent))]
    findings.sort(key=lambda found: (order.index(found.warning), -(found.need.short if found.need else 0), found.work.pk))
    needs = [need for work in works if (need := need_of(work, year))]
    first = finish_first(needs, year)
    spoken_for = sum(need.missing for need in needs if not need.left)
    return Spread(
        year=year,
        works=len(works),
        capital=capital,
        wanted=sum(need.share for need in needs),
        limit=limit,
        findings=tuple(findings),
        first=tuple(first),
        enough_for=enough_for(first, max(capital - spoken_for, 0)),
    )


def finish_first(needs: Iterable[Need], year: int) -> list[Need]:
    """Works that this year's capital does not finish yet, in the order to finish them.

    Begun and past their years, begun, then those that miss least.
    """
    wanting = (need for need in needs if need.left)
    return sorted(wanting, key=lambda need: (not need.work.is_started, need.last >= year, need.missing, need.work.pk))


def enough_for(first: Iterable[Need], capital: int) -> int:
    """How many works, in this order, a year's capital would finish."""
    count = 0
    for need in first:
        capital -= need.missing
        if capital < 0:
            break
        count += 1
    return count
