"""What a paragraph's style says of it: bold, centred, heading level, numbering."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from vanban.extract.xml import parse_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_OFF = {"0", "false", "off", "none"}


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style with what it inherits. `numbering` is (numId, level) or None."""

    bold: bool = False
    italic: bool = False
    centred: bool = False
    level: int | None = None
    numbering: tuple[str, int] | None = None


class Styles:
    """The styles of one Word file."""

    def __init__(self, content: bytes | None) -> None:
        root = parse_xml(content) if content else None
        nodes = root.iter(f"{W}style") if root is not None else ()
        self.nodes = {node.get(f"{W}styleId"): node for node in nodes}
        self.known: dict[str, Style] = {}
        self.plain = Style()

    def of(self, paragraph: Any) -> Style:
        """The style a paragraph is set in."""
        node = paragraph.find(f"{W}pPr/{W}pStyle")
        return self.named(node.get(f"{W}val") or "", 0) if node is not None else self.plain

    def named(self, name: str, depth: int) -> Style:
        """A style by its id; chains deeper than any real one end plainly."""
        if name not in self.nodes or depth > 20:
            return self.plain
        if name not in self.known:
            self.known[name] = self._resolve(self.nodes[name], depth)
        return self.known[name]

    def _resolve(self, node: Any, depth: int) -> Style:
        based = node.find(f"{W}basedOn")
        base = self.named(based.get(f"{W}val") or "", depth + 1) if based is not None else self.plain
        title = node.find(f"{W}name")
        heading = _HEADING.match(title.get(f"{W}val") or "") if title is not None else None
        return Style(
            bold=_switch(node.find(f"{W}rPr/{W}b"), base.bold),
            italic=_switch(node.find(f"{W}rPr/{W}i"), base.italic),
            centred=_centred(node.find(f"{W}pPr/{W}jc"), base.centred),
            level=int(heading[1]) if heading else base.level,
            numbering=numbering_of(node.find(f"{W}pPr/{W}numPr")) or base.numbering,
        )

    def is_on(self, run: Any, tag: str, style: Style) -> bool:
        """Whether a run is bold ("b") or italic ("i"), by itself or by its paragraph's style."""
        inherited = style.bold if tag == "b" else style.italic
        return _switch(run.find(f"{W}rPr/{W}{tag}"), inherited)

    def is_centred(self, paragraph: Any, style: Style) -> bool:
        """Whether a paragraph is centred, by itself or by its style."""
        return _centred(paragraph.find(f"{W}pPr/{W}jc"), style.centred)


def _switch(node: Any, inherited: bool) -> bool:
    return inherited if node is None else (node.get(f"{W}val") or "1") not in _OFF


def _centred(node: Any, inherited: bool) -> bool:
    return inherited if node is None else node.get(f"{W}val") == "center"


def numbering_of(node: Any) -> tuple[str, int] | None:
    """(numId, level) of a `w:numPr`, None where there is none."""
    number = node.find(f"{W}numId") if node is not None else None
    if number is None:
        return None
    level = node.find(f"{W}ilvl")
    stated = (level.get(f"{W}val") or "0") if level is not None else "0"
    return number.get(f"{W}val") or "0", int(stated) if stated.isdigit() else 0
