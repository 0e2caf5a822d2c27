"""The bytes of a report's files."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from django.utils.translation import override

from hatang.reports.documents.paper import Paper
from hatang.reports.documents.word import draft_of
from hatang.reports.kinds import kinds
from hatang.reports.models import Report
from hatang.reports.templating.printing import printed
from hatang.reports.templating.selectors import template_for
from vanban.model import WritingError
from vanban.templating import BadTemplate
from vanban.text.folding import fold_for_search
from vanban.text.messages import message
from vanban.writer import to_pdf, write_docx

LONGEST = 40
NOT_PRINTED = message(
    "Không in được báo cáo theo mẫu của xã vì mẫu cần số liệu báo cáo này không có; báo cáo không đổi. "
    "Hãy tải bản theo bố cục gốc, rồi sửa mẫu ở trang Mẫu báo cáo."
)


def as_word(paper: Paper, *, shipped: bool = False) -> bytes:
    """The report as a .docx: by the commune's template where it has one, else, or where `shipped` is asked for, by the layout of
    Nghị định 30/2020/NĐ-CP that comes with the product.

    Raises:
        vanban.model.WritingError: the commune's template wants what this report does not have.
    """
    template = None if shipped else template_for(paper.report)
    with override("vi"):
        if template is None:
            return write_docx(draft_of(paper))
        try:
            return printed(paper, template)
        except BadTemplate as error:
            raise WritingError(NOT_PRINTED) from error


def as_pdf(paper: Paper) -> bytes:
    """The same as a PDF; raises as `converted` does."""
    return converted(as_word(paper))


def converted(content: bytes) -> bytes:
    """A Word file as a PDF.

    Raises:
        vanban.model.WritingError: LibreOffice is missing or failed; the message says so.
    """
    with tempfile.TemporaryDirectory() as name:
        word, made = Path(name) / "bao-cao.docx", Path(name) / "bao-cao.pdf"
        word.write_bytes(content)
        to_pdf(word, made)
        return made.read_bytes()


def file_name(report: Report, ending: str) -> str:
    """The name a downloaded file has: "bao-cao-2026-Q3.docx", "bao-cao-chuyen-de-giao-thong-2026-Q3.docx"."""
    kind = kinds().get(report.kind)
    words = ("bao-cao", kind.slug if kind else "", slugified(report.subject_name), report.period)
    return f"{'-'.join(word for word in words if word)}.{ending}"


def slugified(name: str) -> str:
    """A name as part of a file's: "Đường thôn Ví Dụ" is "duong-thon-vi-du"; cut at a word."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold_for_search(name)).strip("-")
    return plain if len(plain) <= LONGEST else plain[: LONGEST + 1].rpartition("-")[0] or plain[:LONGEST]
