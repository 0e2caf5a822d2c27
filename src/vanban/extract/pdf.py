"""PDF files with a text layer: words to lines, lines to paragraphs; without one, pictures for recognition."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from vanban.extract.limits import DAMAGED, LOCKED, PAGES, TOO_LONG, Deadline
from vanban.extract.ocr import recognise_pages
from vanban.extract.pdf_lines import Line, lines_of
from vanban.extract.pdf_paragraphs import paragraphs_of
from vanban.extract.pdf_tables import Tables
from vanban.extract.pieces import Piece, assemble
from vanban.model import Extraction, ReadingError
from vanban.text.encodings import to_unicode

Progress = Callable[[float, str], None]
LETTERS_OF_A_TEXT_LAYER = 40  # a page, on average; fewer means the pages are pictures


def extract_pdf(path: Path, progress: Progress) -> Extraction:
    """Paragraphs of a PDF; tables drawn with lines become rows, page numbers are dropped."""
    document = _open(path)
    try:
        if len(document) > PAGES:
            raise ReadingError(TOO_LONG)
        pages = list(_pages(document, progress))
        letters = sum(len(line.text) for lines in pages for line in lines)
        if letters < LETTERS_OF_A_TEXT_LAYER * len(document):
            return recognise_pages(document, progress)
        return assemble(_pieces(path, pages), "pdf")
    finally:
        document.close()


def _open(path: Path) -> Any:
    try:
        return pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise ReadingError(LOCKED if "password" in str(error).lower() else DAMAGED) from error


def _pages(document: Any, progress: Progress) -> Iterator[list[Line]]:
    deadline = Deadline()
    for number in range(len(document)):
        deadline.check()
        progress(number / len(document), f"{number + 1}/{len(document)}")
        try:
            yield lines_of(document[number], number + 1)
        except pdfium.PdfiumError as error:
            raise ReadingError(DAMAGED) from error


def _pieces(path: Path, pages: list[list[Line]]) -> Iterator[Piece]:
    with Tables(path) as tables:
        for lines in pages:
            ruled = any(line.ruled for line in lines)
            yield from paragraphs_of(lines, tables.on_page(lines[0].page) if ruled else [], to_unicode)
