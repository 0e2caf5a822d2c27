"""A report printed with the commune's template: its own frozen figures in the commune's layout."""

from __future__ import annotations

from django.utils.translation import override

from hatang.reports.documents.paper import Paper
from hatang.reports.kinds import kinds
from hatang.reports.models import ReportTemplate
from hatang.reports.templating.material import material_of
from hatang.reports.templating.selectors import content_of
from hatang.reports.templating.vocabulary import values_of
from vanban.templating import fill, read_template


def printed(paper: Paper, template: ReportTemplate) -> bytes:
    """The report as a .docx; the same report and template give the same bytes.

    Raises:
        vanban.templating.BadTemplate: this report has not what the template needs.
    """
    with override("vi"):
        material = material_of(kinds()[paper.report.kind], paper.report.commune, paper)
        return fill(read_template(content_of(template)), values_of(material, template.words))
