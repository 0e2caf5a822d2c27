"""The few strokes everything is drawn with: a run of text, a rule, a table without lines."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.table import Table as DocxTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph

CENTRE = WD_ALIGN_PARAGRAPH.CENTER
# Mean advance of a letter of Times New Roman, in ems.
CAPITAL_WIDTH, SMALL_WIDTH = 0.72, 0.47


def line(cell: Any, text: str, size: Length, *, bold: bool = False, italic: bool = False, alignment: Any = CENTRE) -> Paragraph:
    """Add one line of text to a cell or a document, without space around it."""
    paragraph: Paragraph = cell.add_paragraph()
    paragraph.alignment = alignment
    paragraph.paragraph_format.space_after = paragraph.paragraph_format.space_before = Pt(0)
    paragraph.paragraph_format.line_spacing = 1.0
    paragraph.paragraph_format.first_line_indent = Pt(0)
    write(paragraph, text, size, bold=bold, italic=italic)
    return paragraph


def write(paragraph: Paragraph, text: str, size: Length, *, bold: bool = False, italic: bool = False) -> None:
    """Add a run of text to a paragraph."""
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = size, bold or None, italic or None


def rule(cell: Any, *, width: Length, within: Length) -> None:
    """Draw a solid horizontal rule of `width`, centred in the width `within`."""
    paragraph = line(cell, "", Pt(2))
    paragraph.paragraph_format.space_before = Pt(2)
    side = Length(max(0, (within - width) // 2))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
    borders: Any = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in {"val": "single", "sz": "6", "space": "1", "color": "000000"}.items():
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    paragraph._p.get_or_add_pPr().insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def text_width(text: str, size: Length) -> Length:
    """About how wide a line of Times New Roman is."""
    ems = sum(CAPITAL_WIDTH if letter.isupper() else SMALL_WIDTH for letter in text)
    return Length(int(ems * size))


def grid(document: Any, shares: tuple[float, float], width: Length, *, rows: int = 1) -> list[tuple[_Cell, _Cell]]:
    """Rows of two cells without lines or inner margins, `shares` of `width` wide, each empty."""
    table: DocxTable = document.add_table(rows=rows, cols=2)
    size_columns(table, [Length(int(width * share)) for share in shares])
    _no_margins(table)
    return [(row.cells[0], row.cells[1]) for row in table.rows]


def size_columns(table: DocxTable, widths: list[Length]) -> None:
    """Fix the widths of a table's columns, in the grid and in every cell: Word reads one, LibreOffice the other."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _no_margins(table: DocxTable) -> None:
    margins: Any = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        element = OxmlElement(f"w:{side}")
        element.set(qn("w:w"), "0")
        element.set(qn("w:type"), "dxa")
        margins.append(element)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")


def drop_first_paragraph(cell: _Cell) -> None:
    """Remove the empty paragraph a new cell starts with; call it once the cell has another."""
    first = cell.paragraphs[0]._p
    first.getparent().remove(first)
