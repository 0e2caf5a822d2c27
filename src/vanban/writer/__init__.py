"""OfficialDocument -> Word, laid out by Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from __future__ import annotations

from vanban.writer.document import write_docx
from vanban.writer.draft import Draft, Heading, Table, Text

__all__ = ["Draft", "Heading", "Table", "Text", "write_docx"]
