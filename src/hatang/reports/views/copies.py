"""The PDF of a report: asked for, waited for, taken away."""

from __future__ import annotations

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


@require_http_methods(["GET", "POST"])
@permission_required(Permission.SEE_REPORTS)
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
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The piece of the page that is asked for every second; when nothing is under way the page is loaded anew."""
    found = report_or_404(request, pk)
    made = services.copy_under_way(found) or _made(found)
    response = render(request, "reports/copy_progress.html", {"copy": made})
    if made is None or not made.is_busy:
        response["HX-Refresh"] = "true"
    return response


@require_GET
@permission_required(Permission.SEE_REPORTS)
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
