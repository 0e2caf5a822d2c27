"""Word files: paragraphs and tables in the order of the body, with the numbers Word prints by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vanban.extract.limits import DAMAGED, UNSAFE, Deadline, open_zip, read_member
from vanban.extract.numbering import Numbering
from vanban.extract.pieces import Piece, assemble
from vanban.extract.word_styles import Styles
from vanban.extract.xml import parse_xml
from vanban.model import Extraction, ReadingError
from vanban.text.encodings import from_tcvn3, from_vni, to_unicode

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
DROPPED = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", MC_FALLBACK, f"{W}rPr", f"{W}pPr"}
BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}noBreakHyphen": "-"}


def extract_docx(path: Path) -> Extraction:
    """The body of a Word file. Deleted revisions, notes, headers and footers are left out; nothing outside is fetched."""
    with open_zip(path) as archive:
        types = read_member(archive, "[Content_Types].xml") or b""
        if b"macroEnabled" in types:
            raise ReadingError(UNSAFE)
        body = read_member(archive, "word/document.xml")
        if body is None:
            raise ReadingError(DAMAGED)
        numbering = Numbering(read_member(archive, "word/numbering.xml"))
        styles = Styles(read_member(archive, "word/styles.xml"))
    root = parse_xml(body)
    return assemble(_Body(numbering, styles).pieces(root), "docx")


class _Body:
    """Walks the body once; counts tables and numbered paragraphs on the way."""

    def __init__(self, numbering: Numbering, styles: Styles) -> None:
        self.numbering, self.styles = numbering, styles
        self.tables = 0
        self.deadline = Deadline()

    def pieces(self, root: Any) -> Iterator[Piece]:
        for block in _blocks(root):
            self.deadline.check()
            if block.tag == f"{W}p":
                yield from self.paragraph(block)
            else:
                yield from self.table(block)

    def paragraph(self, node: Any) -> Iterator[Piece]:
        for box in node.iter(f"{W}txbxContent"):
            if not _inside(box, MC_FALLBACK):
                yield from self.pieces_of_box(box)
        for part in self.text(node).split("\n"):
            yield self.piece(node, part)

    def pieces_of_box(self, box: Any) -> Iterator[Piece]:
        for node in box.iterchildren(f"{W}p"):
            yield self.piece(node, self.text(node))

    def piece(self, node: Any, text: str) -> Piece:
        style = self.styles.of(node)
        runs = [run for run in node.iter(f"{W}r") if "".join(run.itertext(f"{W}t")).strip()]
        return Piece(
            text,
            bold=bool(runs) and all(self.styles.is_on(run, "b", style) for run in runs),
            italic=bool(runs) and all(self.styles.is_on(run, "i", style) for run in runs),
            centred=self.styles.is_centred(node, style),
            level=style.level,
        )

    def text(self, node: Any) -> str:
        marker = self.numbering.marker(node, self.styles.of(node).numbering)
        words = to_unicode("".join(_words(node)))
        return f"{marker} {words}" if marker and words.strip() else words

    def table(self, node: Any) -> Iterator[Piece]:
        table = self.tables
        self.tables += 1
        for index, row in enumerate(node.iterchildren(f"{W}tr")):
            cells = [cell for cell in row.iterchildren(f"{W}tc", f"{W}sdt") if not _continues(cell)]
            texts = tuple(self.cell(cell) for cell in cells)
            if any(text.strip() for text in texts):
                yield Piece(cells=texts, table=table, index=index, is_header=index == 0, bold=self.is_bold(row))

    def cell(self, node: Any) -> str:
        lines = [self.text(paragraph) for paragraph in node.iter(f"{W}p") if not _inside(paragraph, MC_FALLBACK)]
        return "\n".join(line for line in lines if line.strip())

    def is_bold(self, row: Any) -> bool:
        runs = [run for run in row.iter(f"{W}r") if "".join(run.itertext(f"{W}t")).strip()]
        return bool(runs) and all(self.styles.is_on(run, "b", self.styles.plain) for run in runs)


def _blocks(root: Any) -> Iterator[Any]:
    """Paragraphs and tables of the body, looking through content controls and inserted revisions."""
    body = root.find(f"{W}body")
    waiting = list(reversed(body)) if body is not None else []
    while waiting:
        node = waiting.pop()
        if node.tag in {f"{W}p", f"{W}tbl"}:
            yield node
        elif node.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml", f"{W}moveTo"}:
            waiting.extend(reversed(node))


def _words(node: Any) -> Iterator[str]:
    for child in node:
        if child.tag in DROPPED or child.tag in {f"{W}drawing", f"{W}pict", f"{W}object"}:
            continue
        if child.tag == f"{W}t":
            yield _in_unicode(child)
        elif child.tag in BREAKS:
            yield BREAKS[child.tag]
        elif child.tag != f"{W}p":
            yield from _words(child) if child.tag != f"{MC_FALLBACK}" else ()


def _in_unicode(node: Any) -> str:
    """The text of a run, from the encoding its font tells: .VnTime is TCVN3, .VnTimeH its capitals, VNI-Times VNI."""
    text = node.text or ""
    fonts = node.getparent().find(f"{W}rPr/{W}rFonts")
    name = (fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or "") if fonts is not None else ""
    if name.startswith(".Vn"):
        return from_tcvn3(text).upper() if re.search(r"H$", name) else from_tcvn3(text)
    return from_vni(text) if name.startswith("VNI-") else text


def _continues(cell: Any) -> bool:
    """Whether a cell is the lower part of one merged down from above."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and merge.get(f"{W}val") != "restart" and not "".join(cell.itertext(f"{W}t")).strip()


def _inside(node: Any, tag: str) -> bool:
    return any(parent.tag == tag for parent in node.iterancestors())
