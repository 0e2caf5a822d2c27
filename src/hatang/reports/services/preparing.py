"""Writing a report from data, and writing it anew while it is a draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from hatang.commune.models import Unit
from hatang.core.audit import current_actor, record
from hatang.core.periods import NotAPeriod
from hatang.plans.models import Plan
from hatang.reports import selectors
from hatang.reports.kinds import Kind, Part, kinds
from hatang.reports.models import FrozenFigure, Report, ReportSection
from hatang.reports.rules import targets
from hatang.reports.rules.facts import Facts
from hatang.reports.rules.figures import Figure
from hatang.reports.rules.spans import Span, parse
from hatang.reports.services.refusing import Refused, held
from hatang.reports.words import span_label

LEAST = dt.timedelta(days=5)


@transaction.atomic
def prepare(plan: Plan, kind: Kind, period: str, *, today: dt.date, unit: Unit | None = None) -> Report:
    """Write the report of a kind on a span: its sections, its text from data, the figures it cites; `unit` is the coordinator's.

    Raises:
        Refused: there is one already, or the span has not begun.
    """
    span = _span(kind, period, today)
    report = Report(plan=plan, kind=kind.code, period=span.code, first=span.first, last=span.last, as_of=timezone.now())
    report.title, report.prepared_by_id = _title(plan, kind, span), current_actor().user_id
    try:
        with transaction.atomic():
            report.save()
    except IntegrityError as error:
        raise Refused([_("Báo cáo này đã được lập. Hãy mở trong danh sách.")]) from error
    figures = _write(report, kind, today=today, unit=unit)
    record("report.prepare", report, after={"kind": kind.code, "period": span.code, "figures": figures})
    return report


@transaction.atomic
def refresh(report: Report, *, today: dt.date) -> Report:
    """Write a draft anew from the data of now; what people wrote stays.

    Raises:
        NotOpen: it is no draft any more.
    """
    found = held(report)
    found.as_of, found.revision = timezone.now(), found.revision + 1
    found.save(update_fields=["as_of", "revision"])
    figures = _write(found, kinds()[found.kind], today=today)
    record("report.refresh", found, after={"figures": figures, "revision": found.revision})
    return found


def _span(kind: Kind, period: str, today: dt.date) -> Span:
    try:
        span = parse(period)
    except NotAPeriod as error:
        raise Refused([_("Kỳ báo cáo không đúng. Ví dụ: 2026-Q3, 2026-H1, 2026-9M, 2026.")]) from error
    if not kind.fits(span):
        raise Refused([_("Kỳ này không thuộc loại báo cáo đã chọn.")])
    if span.first > today:
        raise Refused([_("Kỳ này chưa bắt đầu nên chưa lập báo cáo được.")])
    return span


def _title(plan: Plan, kind: Kind, span: Span) -> str:
    document = plan.document
    named = (
        f"Kế hoạch số {document.number_and_symbol}"
        if document.number
        else f"Kế hoạch {document.subject[:1].lower()}{document.subject[1:]}"
    )
    with override("vi"):
        return kind.subject.format(plan=named, period=span_label(span))[:300]


def _write(report: Report, kind: Kind, *, today: dt.date, unit: Unit | None = None) -> int:
    """Sections and figures; gives how many figures were frozen."""
    told = selectors.told_before(report.plan, kind, report.span)
    gathered = selectors.gather(report.plan, kind, report.span, today=today, told=told)
    report.rows = targets.rows(gathered.facts.targets)
    report.save(update_fields=["rows"])
    _sections(report, kind, gathered.facts, unit, today)
    FrozenFigure.objects.filter(report=report).delete()
    rows = [_frozen(report, order, figure) for order, figure in enumerate(gathered.figures.values())]
    FrozenFigure.objects.bulk_create(rows)
    return len(rows)


def _frozen(report: Report, order: int, figure: Figure) -> FrozenFigure:
    return FrozenFigure(
        report=report, order=order, key=figure.key, label=figure.label[:400], form=figure.form, value=figure.value,
        numerator=figure.numerator, denominator=figure.denominator, unit=figure.unit, period=figure.period,
        source=figure.source[:400], link=figure.link, evidence=figure.evidence[:400], as_of=report.as_of,
    )  # fmt: skip


def _sections(report: Report, kind: Kind, facts: Facts, unit: Unit | None, today: dt.date) -> None:
    known = {row.code: row for row in ReportSection.objects.filter(report=report)}
    owners = _owners(Unit.objects.filter(is_active=True).order_by("pk"))
    for order, part in enumerate(kind.parts()):
        said = [one.plain() for one in part.write(facts)] if part.write else []
        row = known.get(part.code)
        if row is None:
            row = _new(report, kind, part, owners.get(part.sector, unit) if part.sector else unit, today)
        if part.optional and not said and not row.text:
            if row.pk:
                row.delete()
            continue
        row.order, row.sentences = order, said
        row.save()


def _new(report: Report, kind: Kind, part: Part, unit: Unit | None, today: dt.date) -> ReportSection:
    """A section due some days after the span, and never so soon that nobody could write it."""
    asked = unit if part.by_unit else None
    due = max(report.last + dt.timedelta(days=kind.days), today + LEAST) if asked else None
    return ReportSection(
        report=report, code=part.code, heading=part.heading, level=part.level, prompt=part.prompt, unit=asked, due_on=due
    )


def _owners(units: Iterable[Unit]) -> Mapping[str, Unit]:
    """The unit in charge of each sector: a division before others, the one made first."""
    found: dict[str, Unit] = {}
    for unit in sorted(units, key=lambda unit: (unit.kind != Unit.Kind.DIVISION, unit.pk)):
        for sector in unit.sectors:
            found.setdefault(sector, unit)
    return found
