"""Templates of the commune in scope, and the report that stands for a kind."""

from __future__ import annotations

from hatang.commune.models import Commune
from hatang.core import files
from hatang.core.tenancy import current_commune_id
from hatang.reports.documents.paper import paper_of
from hatang.reports.kinds import Kind
from hatang.reports.models import Report, ReportTemplate
from hatang.reports.templating.material import Material, material_of

PEOPLE = ("uploaded_by", "used_by", "withdrawn_by")


def templates_of(kind: str) -> list[ReportTemplate]:
    """Every version of a kind, the newest first. One query."""
    return list(ReportTemplate.objects.filter(kind=kind).select_related("file", *PEOPLE).order_by("-version"))


def in_use() -> dict[str, ReportTemplate]:
    """The version each kind is printed with. One query."""
    rows = ReportTemplate.objects.filter(state=ReportTemplate.State.IN_USE).select_related("file")
    return {row.kind: row for row in rows}


def template_of(pk: int) -> ReportTemplate | None:
    """One version; None for any other commune's."""
    found: ReportTemplate | None = ReportTemplate.objects.filter(pk=pk).select_related("file", *PEOPLE).first()
    return found


def template_for(report: Report) -> ReportTemplate | None:
    """What a report is printed with: once it is issued what it was issued with, before that what is in use; None the shipped one.
    At most one query."""
    if report.is_final:
        return report.template
    rows = ReportTemplate.objects.filter(kind=report.kind, state=ReportTemplate.State.IN_USE)
    found: ReportTemplate | None = rows.select_related("file").first()
    return found


def content_of(template: ReportTemplate) -> bytes:
    """The bytes of its file."""
    return files.path_of(template.file).read_bytes()


def example_of(kind: Kind) -> Material:
    """What a template of this kind would be filled with now: the commune's latest report of the kind, else the kind alone."""
    rows = Report.objects.filter(kind=kind.code).select_related("plan__document", "commune__province", "template")
    report = rows.defer("plan__document__text").order_by("-last", "-pk").first()
    if report is not None:
        return material_of(kind, report.commune, paper_of(report))
    return material_of(kind, Commune.objects.select_related("province").get(pk=current_commune_id()), None)


def has_report(kind: str) -> bool:
    """Whether the commune has a report of the kind, whose annexes and figures a template can name. One query."""
    return bool(Report.objects.filter(kind=kind).exists())
