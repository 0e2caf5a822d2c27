"""Pages: upright or on their side, and how they are numbered.

Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.1-3, I.7, III.1.đ.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vanban.writer import layout
from vanban.writer.xml import paragraph


@dataclass(frozen=True, slots=True)
class Section:
    """Pages set alike. `restarts` numbers them from 1 again, the first of them without its number."""

    content: str
    wide: bool = False
    restarts: bool = False

    @property
    def width(self) -> int:
        """The width of its text."""
        return text_width_of(wide=self.wide)


def text_width_of(*, wide: bool) -> int:
    """The width between the margins."""
    return layout.WIDE_TEXT_WIDTH if wide else layout.TEXT_WIDTH


def sections_xml(sections: Iterable[Section]) -> str:
    """The body of the file: every section followed by its properties, the last one's at the very end."""
    given = [section for section in sections if section.content]
    parts = []
    for at, section in enumerate(given):
        properties = _properties(section, is_first=at == 0)
        is_last = at == len(given) - 1
        parts.append(section.content + (properties if is_last else paragraph("VBCach", section=properties)))
    return "".join(parts)


def _properties(section: Section, *, is_first: bool) -> str:
    headers = (
        '<w:headerReference w:type="default" r:id="rId3"/><w:headerReference w:type="first" r:id="rId4"/>' if is_first else ""
    )
    numbers = '<w:pgNumType w:start="1"/>' if section.restarts else ""
    unnumbered = "<w:titlePg/>" if is_first or section.restarts else ""
    return f'<w:sectPr>{headers}{_page(wide=section.wide)}{numbers}<w:cols w:space="720"/>{unnumbered}</w:sectPr>'


def _page(*, wide: bool) -> str:
    size = (layout.PAGE_HEIGHT, layout.PAGE_WIDTH) if wide else (layout.PAGE_WIDTH, layout.PAGE_HEIGHT)
    turned = ' w:orient="landscape"' if wide else ""
    return (
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{size[0]}" w:h="{size[1]}"{turned}/>'
        f'<w:pgMar w:top="{layout.MARGIN_TOP}" w:right="{layout.MARGIN_RIGHT}" w:bottom="{layout.MARGIN_BOTTOM}" '
        f'w:left="{layout.MARGIN_LEFT}" w:header="{layout.HEADER_DISTANCE}" w:footer="{layout.HEADER_DISTANCE}" w:gutter="0"/>'
    )
