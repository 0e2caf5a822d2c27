"""Writing a report from data, and writing it anew while it is a draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

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
from hatang.reports.rules.figures import Figure
from hatang.reports.rules.recipients import proposed_addressees, proposed_recipients
from hatang.reports.rules.spans import Span, parse
from hatang.reports.rules.subjects import NotASubject, Subject
from hatang.reports.services.refusing import Refused, held
from hatang.reports.words import span_label

LEAST = dt.timedelta(days=5)


@transaction.atomic
def prepare(plan: Plan, kind: Kind, period: str, *, today: dt.date, unit: Unit | None = None, subject: str = "") -> Report:
    """Write the report of a kind on a span, and on a subject where the kind asks for one: its sections, its text from data, the
    figures it cites; `unit` is the coordinator's.

    Raises:
        Refused: there is one already, the span has not begun, or the subject is not one of this kind's.
    """
    span, about = _span(kind, period, today), _about(kind, subject)
    report = Report(plan=plan, kind=kind.code, period=span.code, first=span.first, last=span.last, as_of=timezone.now())
    report.title, report.prepared_by_id = _title(plan, kind, span, about), current_actor().user_id
    commune = plan.commune
    report.addressees = proposed_addressees(commune.province.full_name, span.first, span.last)
    report.recipients = proposed_recipients(plan.document.recipients, addressed=bool(report.addressees))
    if about:
        report.subject, report.subject_name = about.code, about.name
    try:
        with transaction.atomic():
            report.save()
    except IntegrityError as error:
        raise Refused([_("Báo cáo này đã được lập. Hãy mở trong danh sách.")]) from error
    figures = _write(report, kind, today=today, unit=unit)
    record(
        "report.prepare", report, after={"kind": kind.code, "period": span.code, "subject": report.subject, "figures": figures}
    )
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


def _about(kind: Kind, code: str) -> Subject | None:
    try:
        found = selectors.subject_of(code) if code else None
    except NotASubject:
        found = None
    if (code and found is None) or not kind.asks(found):
        raise Refused([_("Hãy chọn lĩnh vực, thôn hoặc công trình của báo cáo chuyên đề; loại báo cáo khác thì để trống.")])
    return found


def _title(plan: Plan, kind: Kind, span: Span, subject: Subject | None) -> str:
    document = plan.document
    told = document.subject[:1].lower() + document.subject[1:]
    carried_out = told.removeprefix("thực hiện ")  # a report on a plan that carries out something is on that
    unnumbered = carried_out if carried_out != told else f"Kế hoạch {told}"
    named = f"Kế hoạch số {document.number_and_symbol}" if document.number else unnumbered
    with override("vi"):
        return kind.title(plan=named, period=span_label(span), subject=subject)[:300]


def _write(report: Report, kind: Kind, *, today: dt.date, unit: Unit | None = None) -> int:
    """Sections and figures; gives how many figures were frozen."""
    told = selectors.told_before(report.plan, kind, report.span, report.subject)
    gathered = selectors.gather(report.plan, kind, report.span, today=today, told=told, subject=report.about)
    report.rows, report.tables = list(gathered.rows), [table.plain() for table in gathered.tables if table.rows]
    report.save(update_fields=["rows", "tables"])
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


def _sections(report: Report, kind: Kind, facts: Any, unit: Unit | None, today: dt.date) -> None:
    known = {row.code: row for row in ReportSection.objects.filter(report=report)}
    owners = _owners(Unit.objects.filter(is_active=True).order_by("pk"))
    for order, part in enumerate(_parts(kind, report.about)):
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


def _parts(kind: Kind, subject: Subject | None) -> list[Part]:
    return [part for part in kind.parts() if part.about is None or (subject and part.about == subject.about)]


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
