"""A draft -> Word, laid out by Nghị định 30/2020/NĐ-CP, Phụ lục I; then PDF where LibreOffice is. How to: docs/writing.md."""

from __future__ import annotations

from vanban.model import Meeting, WritingError
from vanban.writer.checks import lacking
from vanban.writer.document import write_docx
from vanban.writer.draft import Appendix, Article, Block, Bullet, Division, Draft, Heading, PageBreak, Run, Table, Text, Words
from vanban.writer.pdf import to_pdf
from vanban.writer.redraft import draft_of

__all__ = [
    "Appendix", "Article", "Block", "Bullet", "Division", "Draft", "Heading", "Meeting", "PageBreak", "Run", "Table", "Text",
    "Words", "WritingError", "draft_of", "lacking", "to_pdf", "write_docx",
]  # fmt: skip
