"""Reports as files: Word by Nghị định 30/2020/NĐ-CP, Excel annexes, PDF."""

from __future__ import annotations

from hatang.reports.documents.excel import as_workbook
from hatang.reports.documents.files import as_pdf, as_word, converted, file_name
from hatang.reports.documents.paper import Paper, paper_of
from hatang.reports.documents.word import draft_of

__all__ = ["Paper", "as_pdf", "as_word", "as_workbook", "converted", "draft_of", "file_name", "paper_of"]
