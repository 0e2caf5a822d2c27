"""Short documents about places that do not exist."""

from __future__ import annotations

from vanban.extract.pieces import Piece, assemble
from vanban.model import OfficialDocument
from vanban.reader.document import read_document


def read_text(text: str) -> OfficialDocument:
    """The document of lines of plain text."""
    return read_pieces(*(Piece(line) for line in text.strip().splitlines()))


def read_pieces(*pieces: Piece) -> OfficialDocument:
    """The document of pieces that may be rows, bold or centred."""
    return read_document(assemble(pieces, "docx"))[0]
