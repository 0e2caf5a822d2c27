"""The bytes of a report's files."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.utils.translation import override

from hatang.reports.documents.paper import Paper
from hatang.reports.documents.word import draft_of
from hatang.reports.models import Report
from vanban.writer import to_pdf, write_docx


def as_word(paper: Paper) -> bytes:
    """The report as a .docx laid out by Nghị định 30/2020/NĐ-CP."""
    with override("vi"):
        return write_docx(draft_of(paper))


def as_pdf(paper: Paper) -> bytes:
    """The same as a PDF.

    Raises:
        vanban.model.WritingError: LibreOffice is missing or failed; the message says so.
    """
    with tempfile.TemporaryDirectory() as name:
        word, made = Path(name) / "bao-cao.docx", Path(name) / "bao-cao.pdf"
        word.write_bytes(as_word(paper))
        to_pdf(word, made)
        return made.read_bytes()


def file_name(report: Report, ending: str) -> str:
    """The name a downloaded file has: "bao-cao-2026-Q3.docx"."""
    return f"bao-cao-{report.period}.{ending}"
