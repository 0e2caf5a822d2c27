"""The files of a report."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.core import files
from hatang.reports import documents
from hatang.reports.views.finding import report_or_404
from vanban.model import WritingError


@require_GET
@permission_required(Permission.SEE_REPORTS)
def word(request: HttpRequest, pk: int) -> HttpResponse:
    """The report as a Word document: by the commune's template, or with `?mau=goc` by the shipped layout."""
    found = report_or_404(request, pk)
    try:
        content = documents.as_word(documents.paper_of(found), shipped=request.GET.get("mau") == "goc")
    except WritingError as error:
        messages.error(request, str(error))
        return redirect("report", pk)
    return files.hand_out(content, documents.file_name(found, "docx"), files.WORD)


@require_GET
@permission_required(Permission.SEE_REPORTS)
def excel(request: HttpRequest, pk: int) -> HttpResponse:
    """The annexes in Excel."""
    found = report_or_404(request, pk)
    content = documents.as_workbook(documents.paper_of(found))
    return files.hand_out(content, documents.file_name(found, "xlsx"), files.EXCEL)


@require_GET
@permission_required(Permission.SEE_REPORTS)
def signed(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The signed copy."""
    found = report_or_404(request, pk)
    if found.signed_file is None:
        raise Http404
    return files.download(found.signed_file)
