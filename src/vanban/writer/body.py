"""The body: headings with real levels, justified paragraphs, tables whose header rows repeat."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt

from vanban.writer import layout
from vanban.writer.draft import Block, Heading, Table, Text
from vanban.writer.paragraphs import size_columns, write


def write_body(document: Any, blocks: tuple[Block, ...]) -> None:
    """Write every block of the body in its order."""
    for block in blocks:
        if isinstance(block, Heading):
            document.add_paragraph(block.text, style=f"Heading {block.level}")
        elif isinstance(block, Text):
            _paragraph(document, block)
        else:
            _table(document, block)


def _paragraph(document: Any, block: Text) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph.paragraph_format.first_line_indent = layout.FIRST_LINE
    run = paragraph.add_run(block.text)
    run.italic = block.italic or None


def _table(document: Any, block: Table) -> None:
    table = document.add_table(rows=1, cols=len(block.header), style="Table Grid")
    _fill(table.rows[0], block.header, bold=True, right=frozenset())
    _repeat(table.rows[0])
    for values in block.rows:
        row = table.add_row()
        _fill(row, values, bold=False, right=block.right)
        _keep_whole(row)
    size_columns(table, [Length(int(layout.TEXT_WIDTH * share)) for share in block.widths])
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _fill(row: Any, values: tuple[str, ...], *, bold: bool, right: frozenset[int]) -> None:
    for position, (cell, value) in enumerate(zip(row.cells, values, strict=True)):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after, paragraph.paragraph_format.line_spacing = Pt(2), 1.0
        if bold:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        elif position in right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        write(paragraph, value, layout.TABLE_SIZE, bold=bold)


def _repeat(row: Any) -> None:
    _mark(row, "w:tblHeader")
    _keep_whole(row)


def _keep_whole(row: Any) -> None:
    _mark(row, "w:cantSplit")


def _mark(row: Any, tag: str) -> None:
    element = OxmlElement(tag)
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)
