"""Building an `Extraction`: pieces of text become paragraphs with their places in the whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vanban.model import Cell, Extraction, Paragraph, Row
from vanban.text.normal import squeeze

BETWEEN_CELLS = " | "


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph before its place is known; a table row has `cells` and no `text`."""

    text: str = ""
    page: int | None = None
    bold: bool = False
    italic: bool = False
    centred: bool = False
    level: int | None = None
    certain: bool = True
    cells: tuple[str, ...] = ()
    table: int = 0
    index: int = 0
    is_header: bool = False


def assemble(pieces: Iterable[Piece], file_format: str, warnings: tuple[str, ...] = ()) -> Extraction:
    """Lay the pieces end to end; what holds no text is left out."""
    paragraphs: list[Paragraph] = []
    position = 0
    for piece in pieces:
        paragraph = _placed(piece, position)
        if paragraph.text:
            paragraphs.append(paragraph)
            position = paragraph.span[1] + 1
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    return Extraction(text, tuple(paragraphs), file_format, warnings)


def _placed(piece: Piece, start: int) -> Paragraph:
    cells = tuple(squeeze(cell) for cell in piece.cells)
    text = (BETWEEN_CELLS.join(cells) if any(cells) else "") if cells else squeeze(piece.text)
    row = Row(piece.table, piece.index, _cells(cells, start), piece.is_header) if cells and text else None
    return Paragraph(
        text, (start, start + len(text)), piece.page, piece.bold, piece.italic, piece.centred, piece.level,
        piece.certain, row,
    )  # fmt: skip


def _cells(texts: tuple[str, ...], start: int) -> tuple[Cell, ...]:
    cells = []
    for text in texts:
        cells.append(Cell(text, (start, start + len(text))))
        start += len(text) + len(BETWEEN_CELLS)
    return tuple(cells)
