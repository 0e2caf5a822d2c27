"""Files -> paragraphs with style and position: `.txt .docx .doc .odt .pdf` and pictures."""

from __future__ import annotations

from vanban.extract.dispatch import extract

__all__ = ["extract"]
