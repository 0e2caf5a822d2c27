"""Reports, their sections and figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q

from hatang.plans.models import Plan
from hatang.plans.selectors import plans_in_force
from hatang.reports.kinds import Kind, kinds
from hatang.reports.models import FrozenFigure, Report, ReportSection
from hatang.reports.rules.figures import Figure
from hatang.reports.rules.spans import Span

ON_A_PAGE = 20
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
PEOPLE = ("prepared_by", "reviewed_by", "submitted_by", "issued_by", "published_by")
FINAL = ("issued", "published")
COMPARED = ("all.", "works.", "money.", "source.", "gifts.", "village.", "tickets.", "needs.", "obstacles.")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A report that could be written now; `report` is the one that is there already."""

    plan: Plan
    kind: Kind
    span: Span
    report: Report | None


@dataclass(frozen=True, slots=True)
class Numbered:
    """A section with the number in front of its heading: "II.", "3."."""

    section: ReportSection
    marker: str

    @property
    def heading(self) -> str:
        """The heading as the document has it."""
        return f"{self.marker} {self.section.heading}"


@dataclass(frozen=True, slots=True)
class Beside:
    """One figure of this report beside the same of the one before; None where either did not have it."""

    label: str
    now: Figure | None
    then: Figure | None

    @property
    def changed(self) -> bool:
        """Whether they print differently."""
        return (self.now.said if self.now else "") != (self.then.said if self.then else "")


def reports_page(number: Any, *, drafts: bool = True) -> Page[Report]:
    """One page of reports, the newest first, with how many sections are missing; `drafts` with those not issued. Two queries."""
    missing = Count("sections", filter=Q(sections__state="waiting", sections__unit__isnull=False))
    rows = Report.objects.annotate(missing=missing).select_related("plan").order_by("-last", "kind", "subject_name", "-pk")
    rows = rows if drafts else rows.filter(state__in=FINAL)
    return Paginator(rows, ON_A_PAGE).get_page(number)


def proposals(today: dt.date) -> list[Proposal]:
    """What could be written now, for the newest plan in force, what ended last first; none that needs a subject. Two queries."""
    plan = next(iter(plans_in_force()), None)
    if plan is None:
        return []
    years = (plan.period_start, plan.period_end) if plan.period_start and plan.period_end else None
    there = {(row.kind, row.period): row for row in Report.objects.filter(plan=plan)}
    spans = [(kind, span) for kind in kinds().values() if not kind.titles and (span := kind.ended(today, years))]
    begun = [(kind, span) for kind, span in spans if span.last.year >= (plan.period_start or 0)]  # nothing before the plan
    found = [Proposal(plan, kind, span, there.get((kind.code, span.code))) for kind, span in begun]
    return sorted(found, key=lambda one: (-one.span.last.toordinal(), one.kind.order))


def report_of(pk: int) -> Report | None:
    """One report of the commune in scope; None for any other's."""
    rows = Report.objects.select_related("plan__document", "commune__province", "signed_file", "template__file", *PEOPLE)
    found: Report | None = rows.defer("plan__document__text").filter(pk=pk).first()
    return found


def sections_of(report: Report) -> list[ReportSection]:
    """Its sections in order. One query."""
    return list(ReportSection.objects.filter(report=report).select_related("unit", "written_by").order_by("order", "pk"))


def section_of(report: int, pk: int) -> ReportSection | None:
    """One section of a report."""
    rows = ReportSection.objects.select_related("report", "unit", "written_by")
    found: ReportSection | None = rows.filter(pk=pk, report=report).first()
    return found


def numbered(sections: Iterable[ReportSection]) -> Iterator[Numbered]:
    """The sections with their numbers: roman for the first level, anew for the second under each."""
    first = second = 0
    for section in sections:
        if section.level == 1:
            first, second = first + 1, 0
            yield Numbered(section, f"{ROMAN[first - 1]}.")
        else:
            second += 1
            yield Numbered(section, f"{second}.")


def figures_of(report: Report) -> dict[str, Figure]:
    """The figures it was frozen with, by key. One query."""
    return {row.key: row.figure for row in FrozenFigure.objects.filter(report=report).order_by("order")}


def told_before(plan: Plan, kind: Kind, span: Span, subject: str = "") -> dict[str, Figure]:
    """What the issued report on the span this one is held against said; empty where there is none."""
    before = kind.before(span)
    row = Report.objects.filter(plan=plan, kind=kind.code, period=before.code, subject=subject, state__in=FINAL).first()
    return figures_of(row) if row else {}


def previous_of(report: Report) -> Report | None:
    """The report of the same kind on the same subject just before: a quarter beside a quarter, a year beside a year."""
    rows = Report.objects.filter(plan=report.plan_id, kind=report.kind, subject=report.subject, last__lt=report.first)
    alike = (row for row in rows.order_by(F("last").desc()) if _days(row) == _days(report))
    return next(alike, None)


def _days(report: Report) -> int:
    """Roughly: months of thirty days."""
    return round((report.last - report.first).days / 30)


def beside(now: Mapping[str, Figure], then: Mapping[str, Figure]) -> list[Beside]:
    """The figures of two reports side by side: those of targets and villages, and the counts and sums of the whole."""
    keys = [key for key in dict.fromkeys((*now, *then)) if key.endswith(".now") or key.startswith(COMPARED)]
    rows = [Beside((now.get(key) or then[key]).label, now.get(key), then.get(key)) for key in keys]
    return [row for row in rows if (row.now and row.now.value) or (row.then and row.then.value)]
