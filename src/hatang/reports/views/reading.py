"""The list of reports, one report, its figures, and two side by side."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.reports import selectors
from hatang.reports.documents import paper_of
from hatang.reports.forms import AttachForm
from hatang.reports.templating.selectors import template_for
from hatang.reports.views.asking import told
from hatang.reports.views.finding import may, may_write, open_moves, report_or_404, sees_drafts


@require_GET
@permission_required(Permission.SEE_REPORTS)
def reports(request: HttpRequest) -> HttpResponse:
    """Every report, and those that could be written now."""
    may_prepare = may(request, Permission.REVIEW_REPORTS)
    proposals = selectors.proposals(timezone.localdate()) if may_prepare else []
    context = {
        "page": selectors.reports_page(request.GET.get("trang"), drafts=sees_drafts(request)),
        "proposals": [proposal for proposal in proposals if proposal.report is None],
        "has_plan": bool(proposals),
        **told(request),
        "may_prepare": may_prepare,
    }
    return render(request, "reports/reports.html", context)


@require_GET
@permission_required(Permission.SEE_REPORTS)
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """One report: its text by sections, what is missing, its next step, its files."""
    found, today = report_or_404(request, pk), timezone.localdate()
    paper = paper_of(found)
    rows = [(one, found.is_open and may_write(request, one.section), one.section.days_late(today)) for one in paper.sections]
    context = {
        "report": found,
        "paper": paper,
        "rows": rows,
        "missing": [(one, late) for one, _may, late in rows if one.section.is_missing],
        "moves": open_moves(request, found),
        "attach": AttachForm(),
        "template": template_for(found),
        "may_refresh": found.is_open and may(request, Permission.REVIEW_REPORTS),
        "may_attach": found.is_final and (may(request, Permission.SIGN_REPORTS) or may(request, Permission.REVIEW_REPORTS)),
    }
    return render(request, "reports/report.html", context)


@require_GET
@permission_required(Permission.SEE_REPORTS)
def figures(request: HttpRequest, pk: int) -> HttpResponse:
    """The figures a report cites, each with where it comes from."""
    found = report_or_404(request, pk)
    return render(request, "reports/figures.html", {"report": found, "paper": paper_of(found)})


@require_GET
@permission_required(Permission.SEE_REPORTS)
def compare(request: HttpRequest, pk: int) -> HttpResponse:
    """This report beside the one of the same kind before it."""
    found = report_or_404(request, pk)
    other = selectors.previous_of(found)
    if other is not None and not (other.is_final or sees_drafts(request)):
        raise Http404
    then = selectors.figures_of(other) if other else {}
    context = {"report": found, "other": other, "rows": selectors.beside(selectors.figures_of(found), then)}
    return render(request, "reports/compare.html", context)
