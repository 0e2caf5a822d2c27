"""The template a report is issued with: it is printed once before the number is given, so that its files can always be opened."""

from __future__ import annotations

from hatang.reports.documents.paper import paper_of
from hatang.reports.models import Report, ReportTemplate
from hatang.reports.templating.printing import printed


def template_to_issue(report: Report) -> ReportTemplate | None:
    """What a report that is being issued is printed with for ever; None the shipped layout.

    Raises:
        vanban.templating.BadTemplate: the template in use wants what this report does not have.
    """
    rows = ReportTemplate.objects.filter(kind=report.kind, state=ReportTemplate.State.IN_USE)
    template: ReportTemplate | None = rows.select_related("file").first()
    if template is not None:
        printed(paper_of(report), template)
    return template
