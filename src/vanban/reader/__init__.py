"""Paragraphs -> OfficialDocument."""

from __future__ import annotations

from vanban.reader.document import read_document

__all__ = ["read_document"]
