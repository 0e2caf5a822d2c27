"""Elements of WordprocessingML as text, their children in the order the schema asks for (ECMA-376, Part 1, 17)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from html import escape

from vanban.writer.draft import Run, Words

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORBIDDEN = re.compile(r"[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BETWEEN_YEARS = re.compile(r"(?<=\d{4}) ?[-–] ?(?=\d{4}(?!\d))")


def clean(text: str) -> str:
    """Text an XML file may hold: NFC, without control characters."""
    return _FORBIDDEN.sub("", unicodedata.normalize("NFC", text))


def escaped(text: str) -> str:
    """Clean text to stand in an element or an attribute."""
    return escape(clean(text))


def run(text: str, *, bold: bool = False, italic: bool = False, raised: bool = False, size: float | None = None) -> str:
    """Some words set alike; a newline in them is a line break. `size` in points where it is not the style's."""
    properties = "".join(
        (
            "<w:b/><w:bCs/>" if bold else "",
            "<w:i/><w:iCs/>" if italic else "",
            f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else "",
            '<w:vertAlign w:val="superscript"/>' if raised else "",
        )
    )
    lines = (f'<w:t xml:space="preserve">{line}</w:t>' for line in escaped(kept_together(text)).split("\n"))
    return f"<w:r>{_wrapped('w:rPr', properties)}{'<w:br/>'.join(lines)}</w:r>"


def kept_together(text: str) -> str:
    """Text whose spans of years are not broken over two lines."""
    return _BETWEEN_YEARS.sub(_kept, text)


def _kept(dash: re.Match[str]) -> str:
    """The dash of "2026 - 2030" with spaces that do not break."""
    return dash[0].replace(" ", "\u00a0")


def runs(words: Words, *, italic: bool = False) -> str:
    """The runs of a paragraph, from plain text or from words set one by one."""
    if isinstance(words, str):
        return run(words, italic=italic) if words else ""
    return "".join(run(one.text, bold=one.bold, italic=one.italic or italic, raised=one.raised) for one in words)


def plain(words: Words) -> str:
    """The text of a paragraph, whatever it is set in."""
    return words if isinstance(words, str) else "".join(one.text for one in words)


def set_words(words: Words) -> tuple[Run, ...]:
    """Words as runs, plain text as one."""
    return (Run(words),) if isinstance(words, str) else words


def paragraph(style: str, content: str = "", *, keep_next: bool = False, indents: tuple[int, int] | None = None, hanging: int = 0,
              ruled: bool = False, section: str = "") -> str:  # fmt: skip
    """A paragraph in a style; `indents` from left and right, the first line out by `hanging`, `ruled` with a line above it."""
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>' if ruled else ""
    out = f' w:hanging="{hanging}"' if hanging else ""
    sides = f'<w:ind w:left="{indents[0]}" w:right="{indents[1]}"{out}/>' if indents else ""
    properties = f'<w:pStyle w:val="{style}"/>{"<w:keepNext/>" if keep_next else ""}{border}{sides}{section}'
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def rule(width: int, within: int) -> str:
    """A solid horizontal line of `width`, centred in the width `within`."""
    side = max(0, (within - width) // 2)
    return paragraph("VBDuongKe", ruled=True, indents=(side, side))


def layout_table(widths: tuple[int, ...], rows: Iterable[Iterable[str]]) -> str:
    """Cells side by side without lines, each a string of paragraphs; a row stays on one page."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    lines = (
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell or paragraph("VBCach")}</w:tc>'
            for width, cell in zip(widths, row, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    properties = (
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"


def _wrapped(tag: str, content: str) -> str:
    return f"<{tag}>{content}</{tag}>" if content else ""
