"""The Word styles of an official document, so that a person can go on editing it with them."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Length, Pt, RGBColor

from vanban.writer import layout

BLACK = RGBColor(0, 0, 0)


def prepare(document: Any) -> None:
    """Set page, margins and styles; the body of the document is then written with them."""
    _page(document.sections[0])
    _font(document.styles["Normal"], layout.BODY_SIZE)
    _body(document.styles["Normal"].paragraph_format)
    for level, italic in ((1, False), (2, False), (3, True)):
        _heading(document.styles[f"Heading {level}"], italic=italic)


def _page(section: Any) -> None:
    section.page_width, section.page_height = layout.PAGE_WIDTH, layout.PAGE_HEIGHT
    section.top_margin, section.bottom_margin = layout.MARGIN_TOP, layout.MARGIN_BOTTOM
    section.left_margin, section.right_margin = layout.MARGIN_LEFT, layout.MARGIN_RIGHT
    section.header_distance = Length(layout.MARGIN_TOP // 2)
    section.different_first_page_header_footer = True


def _font(style: Any, size: Length) -> None:
    style.font.name, style.font.size, style.font.color.rgb = layout.FONT, size, BLACK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), layout.FONT)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _body(spacing: Any) -> None:
    spacing.space_before, spacing.space_after = Pt(0), layout.PARAGRAPH_GAP
    spacing.line_spacing = layout.LINE_SPACING


def _heading(style: Any, *, italic: bool) -> None:
    _font(style, layout.BODY_SIZE)
    style.font.bold, style.font.italic = True, italic
    spacing = style.paragraph_format
    _body(spacing)
    spacing.space_before, spacing.keep_with_next = layout.PARAGRAPH_GAP, True
    spacing.first_line_indent = layout.FIRST_LINE
    spacing.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
