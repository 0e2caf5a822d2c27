"""What a kind of report is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from hatang.plans.models import Plan
from hatang.reports.rules.figures import Figure
from hatang.reports.rules.sentences import Sentence
from hatang.reports.rules.spans import Span
from hatang.reports.rules.subjects import About, Subject
from hatang.reports.rules.tables import Table

HALF, NINE, YEAR = 6, 9, 12
LENGTHS = (3, HALF, NINE, YEAR, None)
Spanned = Callable[[Span], Span]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which report is gathered for: `before` is the span it is held against, `told` what the last issued report said, by key."""

    plan: Plan
    span: Span
    before: Span
    today: dt.date
    subject: Subject | None = None
    told: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def day(self) -> dt.date:
        """The last day the report knows of."""
        return min(self.today, self.span.last)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The facts, every figure in them by its key in the order they were met, the rows of the annex of targets, other annexes."""

    facts: Any
    figures: dict[str, Figure]
    rows: Sequence[dict[str, str]] = ()
    tables: Sequence[Table] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a report. `write` says what the data say; `prompt` asks a person for the rest; `sector` names whose it is.

    `by_unit`: a unit is asked to hand it in (that of the sector, else the coordinator's); `optional`: left out while it is empty;
    `about`: only in a report about one of these.
    """

    code: str
    heading: str
    level: int = 1
    write: Callable[[Any], list[Sentence]] | None = None
    prompt: str = ""
    sector: str = ""
    by_unit: bool = False
    optional: bool = False
    about: About | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind: its span now and the one it is held against, its words, and its parts.

    `name` is lazy, for pages; `subject` is Vietnamese with "{plan}" and "{period}" in it, for the document. `months` is how long
    its span is, where that is fixed, and `any_span` says that it is not; `days` after its span a section is due. `ended(today,
    years of the plan)` is the span a report is written about now, None where there is none. `gather` reads its facts; left out,
    those of a report on the plan. A kind about one thing has in `titles` what it can be about, each with the words of its
    subject, "{name}" or "{lower}" among them. `told` is what the first sentence says is
    reported; `slug` is in the names of its files.
    """

    code: str
    order: int
    name: Any
    subject: str
    ended: Callable[[dt.date, tuple[int, int] | None], Span | None]
    before: Spanned
    parts: Callable[[], Sequence[Part]]
    months: int | None = None
    days: int = 10
    any_span: bool = False
    gather: Callable[[Asked], Gathered] | None = None
    titles: Mapping[About, str] = field(default_factory=dict)
    told: str = "kết quả thực hiện"
    slug: str = ""

    def fits(self, span: Span) -> bool:
        """Whether a report of this kind can be about a span."""
        return any(_fits(span, length) for length in LENGTHS) if self.any_span else _fits(span, self.months)

    def asks(self, subject: Subject | None) -> bool:
        """Whether this is something a report of this kind can be about: one of its subjects, or none where it has none."""
        return subject.about in self.titles if subject else not self.titles

    def title(self, *, plan: str, period: str, subject: Subject | None = None) -> str:
        """The subject line of the document."""
        words, name = (self.titles[subject.about], subject.name) if subject else (self.subject, "")
        return words.format(plan=plan, period=period, name=name, lower=name[:1].lower() + name[1:])


def _fits(span: Span, months: int | None) -> bool:
    if span.is_nine_months or months == NINE:
        return span.is_nine_months and months == NINE
    long = (span.last.year - span.first.year) * 12 + span.last.month - span.first.month + 1
    whole = span.first.day == 1 and (months != HALF or span.first.month == 1)
    return whole and (long > YEAR if months is None else long == months)
