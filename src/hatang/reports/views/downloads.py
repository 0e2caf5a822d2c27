"""The files of a report."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_GET

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.core import files
from hatang.core.files import EXCEL, WORD
from hatang.reports import documents
from hatang.reports.views.finding import report_or_404


@require_GET
@permission_required(Permission.SEE_REPORTS)
def word(request: HttpRequest, pk: int) -> HttpResponse:
    """The report as a Word document."""
    found = report_or_404(request, pk)
    return _answer(documents.as_word(documents.paper_of(found)), WORD, documents.file_name(found, "docx"))


@require_GET
@permission_required(Permission.SEE_REPORTS)
def excel(request: HttpRequest, pk: int) -> HttpResponse:
    """The annexes in Excel."""
    found = report_or_404(request, pk)
    return _answer(documents.as_workbook(documents.paper_of(found)), EXCEL, documents.file_name(found, "xlsx"))


@require_GET
@permission_required(Permission.SEE_REPORTS)
def signed(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The signed copy."""
    found = report_or_404(request, pk)
    if found.signed_file is None:
        raise Http404
    return files.download(found.signed_file)


def _answer(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
