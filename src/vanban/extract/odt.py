"""OpenDocument text: headings, paragraphs, lists and tables in order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vanban.extract.limits import DAMAGED, open_zip, read_member
from vanban.extract.pieces import Piece, assemble
from vanban.extract.xml import parse_xml
from vanban.model import Extraction, ReadingError
from vanban.text.encodings import to_unicode

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
SKIPPED = {f"{TEXT}tracked-changes", f"{TEXT}note", f"{OFFICE}annotation", f"{TEXT}sequence-decls"}
WALKED = {f"{TEXT}section", f"{TEXT}list", f"{TEXT}list-item", f"{TEXT}list-header", f"{TEXT}index-body"}


def extract_odt(path: Path) -> Extraction:
    """The body of an OpenDocument text; numbers printed by lists are counted from one at each level."""
    with open_zip(path) as archive:
        content = read_member(archive, "content.xml")
    if content is None:
        raise ReadingError(DAMAGED)
    root = parse_xml(content)
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise ReadingError(DAMAGED)
    return assemble(_Body(root).pieces(body, ()), "odt")


class _Body:
    """Walks the body once, knowing the automatic styles."""

    def __init__(self, root: Any) -> None:
        self.bold = {_name(node) for node in root.iter(f"{STYLE}style") if _says(node, "font-weight", "bold")}
        self.italic = {_name(node) for node in root.iter(f"{STYLE}style") if _says(node, "font-style", "italic")}
        self.centred = {_name(node) for node in root.iter(f"{STYLE}style") if _says(node, "text-align", "center")}
        self.formats = dict(_list_formats(root))
        self.tables = 0

    def pieces(self, node: Any, lists: tuple[tuple[str, int], ...]) -> Iterator[Piece]:
        for child in node:
            if child.tag in {f"{TEXT}p", f"{TEXT}h"}:
                yield from self.paragraph(child)
            elif child.tag == f"{TABLE}table":
                yield from self.table(child)
            elif child.tag == f"{TEXT}list":
                yield from self.list(child, lists)
            elif child.tag in WALKED:
                yield from self.pieces(child, lists)

    def list(self, node: Any, lists: tuple[tuple[str, int], ...]) -> Iterator[Piece]:
        name = node.get(f"{TEXT}style-name") or (lists[-1][0] if lists else "")
        level = len(lists) + 1
        for count, item in enumerate(node.iterchildren(f"{TEXT}list-item", f"{TEXT}list-header"), start=1):
            marker = self.marker(name, level, count)
            for piece in self.pieces(item, (*lists, (name, count))):
                yield _marked(piece, marker)
                marker = ""

    def marker(self, name: str, level: int, count: int) -> str:
        kind, suffix = self.formats.get((name, level), ("", ""))
        if kind == "-":
            return "-"
        written = {"1": str(count), "a": "abcdefghijklmnopqrstuvwxyz"[(count - 1) % 26], "I": _roman(count)}.get(kind, "")
        return written + suffix if written else ""

    def paragraph(self, node: Any) -> Iterator[Piece]:
        style, level = node.get(f"{TEXT}style-name"), node.get(f"{TEXT}outline-level")
        spans = [child for child in node.iter(f"{TEXT}span") if "".join(child.itertext()).strip()]
        inner = [child.get(f"{TEXT}style-name") for child in spans]
        for line in to_unicode("".join(_words(node))).split("\n"):
            yield Piece(
                line,
                bold=style in self.bold or (bool(inner) and all(name in self.bold for name in inner)),
                italic=style in self.italic or (bool(inner) and all(name in self.italic for name in inner)),
                centred=style in self.centred,
                level=int(level) if level and level.isdigit() and node.tag == f"{TEXT}h" else None,
            )

    def table(self, node: Any) -> Iterator[Piece]:
        table = self.tables
        self.tables += 1
        for index, row in enumerate(node.iter(f"{TABLE}table-row")):
            cells = tuple(self.cell(cell) for cell in row.iterchildren(f"{TABLE}table-cell"))
            if any(cell.strip() for cell in cells):
                yield Piece(cells=cells, table=table, index=index, is_header=index == 0)

    def cell(self, node: Any) -> str:
        lines = ("".join(_words(child)) for child in node.iter(f"{TEXT}p", f"{TEXT}h"))
        return to_unicode("\n".join(line for line in lines if line.strip()))


def _marked(piece: Piece, marker: str) -> Piece:
    from dataclasses import replace

    return replace(piece, text=f"{marker} {piece.text}") if marker and piece.text.strip() else piece


def _words(node: Any) -> Iterator[str]:
    yield node.text or ""
    for child in node:
        if child.tag == f"{TEXT}line-break":
            yield "\n"
        elif child.tag in {f"{TEXT}s", f"{TEXT}tab"}:
            yield " "
        elif child.tag not in SKIPPED:
            yield from _words(child)
        yield child.tail or ""


def _name(node: Any) -> str | None:
    name: str | None = node.get(f"{STYLE}name")
    return name


def _says(style: Any, attribute: str, value: str) -> bool:
    return any(child.get(f"{FO}{attribute}") == value for child in style)


def _list_formats(root: Any) -> Iterator[tuple[tuple[str, int], tuple[str, str]]]:
    for style in root.iter(f"{TEXT}list-style"):
        for level in style:
            depth = level.get(f"{TEXT}level") or "1"
            kind = level.get(f"{STYLE}num-format") or ("-" if level.tag.endswith("bullet") else "")
            yield (
                (_name(style) or "", int(depth) if depth.isdigit() else 1),
                (kind, level.get(f"{STYLE}num-suffix") or ""),
            )


def _roman(count: int) -> str:
    from vanban.text.numbers import format_roman

    return format_roman(min(count, 3999))
