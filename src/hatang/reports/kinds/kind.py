"""What a kind of report is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from hatang.reports.rules.facts import Facts
from hatang.reports.rules.sentences import Sentence
from hatang.reports.rules.spans import Span

HALF, NINE, YEAR = 6, 9, 12
Spanned = Callable[[Span], Span]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a report. `write` says what the data say; `prompt` asks a person for the rest; `sector` names whose it is.

    `by_unit`: a unit is asked to hand it in (that of the sector, else the coordinator's); `optional`: left out while it is empty.
    """

    code: str
    heading: str
    level: int = 1
    write: Callable[[Facts], list[Sentence]] | None = None
    prompt: str = ""
    sector: str = ""
    by_unit: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind: its span now and the one it is held against, its words, and its parts.

    `name` is lazy, for pages; `subject` is Vietnamese with "{plan}" and "{period}" in it, for the document. `months` is how long
    its span is, where that is fixed; `days` after its span a section is due. `ended(today, years of the plan)` is the span a
    report is written about now, None where there is none.
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

    def fits(self, span: Span) -> bool:
        """Whether a report of this kind can be about a span."""
        if span.is_nine_months or self.months == NINE:
            return span.is_nine_months and self.months == NINE
        long = (span.last.year - span.first.year) * 12 + span.last.month - span.first.month + 1
        whole = span.first.day == 1 and (self.months != HALF or span.first.month == 1)
        return whole and (long > YEAR if self.months is None else long == self.months)
