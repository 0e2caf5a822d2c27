"""The PDF of a report: asked for, waited for, taken away."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.core import files
from hatang.reports import services
from hatang.reports.models import PdfCopy, Report
from hatang.reports.views.finding import report_or_404
from vanban.model import WritingError


def told_on_the_report(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A report that cannot be printed with the commune's template says so on its own page."""

    @wraps(view)
    def telling(request: HttpRequest, pk: int, **more: Any) -> HttpResponseBase:
        try:
            return view(request, pk, **more)
        except WritingError as error:
            messages.error(request, str(error))
            return redirect("report", pk)

    return telling


@require_http_methods(["GET", "POST"])
@permission_required(Permission.SEE_REPORTS)
@told_on_the_report
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the PDF made; what is there already comes down at once. The page shows how far it is."""
    found = report_or_404(request, pk)
    try:
        made = services.want_pdf(found) if request.method == "POST" else services.current_copy(found)
    except services.Refused as error:
        messages.error(request, str(error))
        return redirect("report", pk)
    if made and request.method == "POST":
        return redirect("report-pdf" if made.state == PdfCopy.State.DONE else "report-copy", pk)
    return render(request, "reports/copy.html", {"report": found, "copy": made, "busy": made is not None and made.is_busy})


@require_GET
@permission_required(Permission.SEE_REPORTS)
@told_on_the_report
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The piece of the page that is asked for every second; when nothing is under way the page is loaded anew."""
    made = _made(report_or_404(request, pk))
    response = render(request, "reports/copy_progress.html", {"copy": made})
    if made is None or not made.is_busy:
        response["HX-Refresh"] = "true"
    return response


@require_GET
@permission_required(Permission.SEE_REPORTS)
@told_on_the_report
def pdf(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The PDF where it was made; else the page on which it is asked for."""
    made = _made(report_or_404(request, pk))
    if made is None or made.file is None:
        return redirect("report-copy", pk)
    return files.download(made.file)


def _made(report: Report) -> PdfCopy | None:
    """The conversion as it stands; none of a Word file that cannot be made, which the page of the PDF says."""
    try:
        return services.current_copy(report)
    except services.Refused:
        return None
