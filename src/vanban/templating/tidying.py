"""What Word asks of a part after rows and paragraphs came and went."""

from __future__ import annotations

from typing import Any

from lxml import etree

from vanban.templating.contents import W

HOLDING = ("tc", "txbxContent", "hdr", "ftr", "footnote", "endnote", "comment")
TWICE = ("paraId", "textId")
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def tidy(root: Any) -> None:
    """Cells end in a paragraph, tables have rows, names that may stand once stand once."""
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)
    for one in list(root.iter(*(f"{W}{name}" for name in HOLDING))):
        last = next((child for child in reversed(one) if isinstance(child.tag, str)), None)
        if last is None or last.tag not in (f"{W}p", f"{W}sdt"):
            etree.SubElement(one, f"{W}p")
    _once(root)


def _once(root: Any) -> None:
    for number, picture in enumerate(root.iter(PICTURE), 1):
        picture.set("id", str(number))
    for one in root.iter(f"{W}p", f"{W}tr"):
        for name in [name for name in one.attrib if etree.QName(name).localname in TWICE]:
            del one.attrib[name]
    seen: set[str] = set()
    for mark in list(root.iter(f"{W}bookmarkStart")):
        name = mark.get(f"{W}name") or ""
        if name in seen:
            mark.getparent().remove(mark)
        seen.add(name)
