"""The PDF of a report, made in the background, once for the same text; an issued report keeps the first one for ever."""

from __future__ import annotations

import hashlib
import io
import logging
import zipfile

from django.db import transaction
from django.db.models import ProtectedError
from django.utils import timezone

from hatang.core import files, jobs
from hatang.core.audit import record
from hatang.reports import documents
from hatang.reports.models import PdfCopy, Report
from hatang.reports.selectors import report_of
from hatang.reports.services.refusing import Refused
from vanban.model import WritingError
from vanban.writer.pdf import FAILED

log = logging.getLogger(__name__)
State = PdfCopy.State


@transaction.atomic
def want_pdf(report: Report) -> PdfCopy:
    """The PDF of a report as it stands, asked for in the background unless it is there or on its way.

    Raises:
        Refused: its Word file cannot be made.
    """
    Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    copy = current_copy(report)
    if copy is None:
        copy = PdfCopy.objects.create(report=report, digest=_digest(_word(report)), is_final=report.is_final)
    elif copy.state == State.DONE or copy.is_busy:
        return copy
    _set(copy, State.WAITING)
    jobs.start(make_pdf, copy_id=copy.pk)
    return copy


def current_copy(report: Report) -> PdfCopy | None:
    """The conversion of a report as it stands, on its way or done; of an issued one the first that was done."""
    rows = PdfCopy.objects.filter(report=report).select_related("file").order_by("pk")
    kept: PdfCopy | None = rows.filter(is_final=True, state=State.DONE).first() if report.is_final else None
    if kept is None and rows.exists():
        kept = rows.filter(digest=_digest(_word(report))).first()
    return kept


def copy_under_way(report: Report) -> PdfCopy | None:
    """A conversion that is being made. What it is of is not made anew to know: the page asks every second."""
    waiting = PdfCopy.objects.filter(report=report, state__in=[State.WAITING, State.WORKING]).order_by("-pk")
    return next((copy for copy in waiting if copy.is_busy), None)


@jobs.job
def make_pdf(copy_id: int) -> None:
    """Convert what waits; whatever happens it ends in a file or in one sentence saying why not."""
    moved = {"state": State.WORKING, "moved_at": timezone.now()}
    if not PdfCopy.objects.filter(pk=copy_id, state=State.WAITING).update(**moved):
        return  # another worker has it
    copy = PdfCopy.objects.get(pk=copy_id)
    try:
        _make(copy)
    except (WritingError, Refused) as error:
        _set(copy, State.FAILED, str(error))
    except Exception:
        log.exception("converting report %s failed", copy.report_id)
        _set(copy, State.FAILED, str(FAILED))


def _make(copy: PdfCopy) -> None:
    report = report_of(copy.report_id)
    content = _word(report) if report else b""
    if report is None or _digest(content) != copy.digest:
        copy.delete()  # written anew since it was asked for
        return
    made = documents.converted(content)
    with transaction.atomic():
        copy.file = files.keep(made, documents.file_name(report, "pdf"), files.PDF)
        copy.save(update_fields=["file"])
        _set(copy, State.DONE)
        record("report.pdf", report, after={"word": copy.digest, "sha256": copy.file.sha256})
        _clear(copy)


def _clear(copy: PdfCopy) -> None:
    """Put away what the report looked like before."""
    for old in PdfCopy.objects.filter(report=copy.report_id, is_final=False).exclude(pk=copy.pk).select_related("file"):
        old.delete()
        if old.file and old.file_id != copy.file_id and not PdfCopy.objects.filter(file=old.file_id).exists():
            try:
                with transaction.atomic():
                    files.forget(old.file)
            except ProtectedError:
                log.info("the PDF %s is somebody's attachment too and stays", old.file.sha256)


def _word(report: Report) -> bytes:
    try:
        return documents.as_word(documents.paper_of(report))
    except WritingError as error:
        raise Refused([str(error)]) from error


def _digest(content: bytes) -> str:
    """The hash of what a Word file holds: when its parts were packed says nothing of it."""
    found = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name in sorted(parts.namelist()):
            part = parts.read(name)
            found.update(f"{name}\n{len(part)}\n".encode() + part)
    return found.hexdigest()


def _set(copy: PdfCopy, state: PdfCopy.State, error: str = "") -> None:
    copy.state, copy.error, copy.moved_at = state, error, timezone.now()
    copy.save(update_fields=["state", "error", "moved_at"])
