"""What stands inside the parts: no objects, no controls, no links, no fields but those of a plain document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from vanban.templating import problems as say
from vanban.templating.problems import Problem, shortened

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REFUSED = {
    "object", "OLEObject", "control", "altChunk", "subDoc", "attachedTemplate", "mailMerge", "webVideoPr", "frameset", "ocx",
    "script", "movie", "audioFile", "videoFile",
}  # fmt: skip
LINKS = {"href", "src", "hrefpict", "link"}
FIELDS = {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "TOC", "PAGEREF", "REF", "SEQ", "STYLEREF", "NOTEREF"}


def wrong_contents(root: Any) -> Iterator[Problem]:
    """Everything in one part that a template may not hold."""
    codes: list[list[str]] = []
    for one in root.iter(etree.Element):
        name = etree.QName(one).localname
        if name in REFUSED:
            yield Problem(say.EMBEDDED, {"name": name})
        yield from _wrong_links(one)
        if one.tag == f"{W}fldSimple":
            yield from _wrong_field(one.get(f"{W}instr") or "")
        elif one.tag == f"{W}fldChar":
            yield from _wrong_step(one.get(f"{W}fldCharType"), codes)
        elif one.tag == f"{W}instrText":
            if codes:
                codes[-1].append(one.text or "")
            else:
                yield from _wrong_field(one.text or "")
    for code in codes:
        yield from _wrong_field("".join(code))


def _wrong_step(step: str | None, codes: list[list[str]]) -> Iterator[Problem]:
    """A field is written in pieces between its marks, and fields nest: its words are joined before they are judged."""
    if step == "begin":
        codes.append([])
    elif codes and step == "separate":
        yield from _wrong_field("".join(codes[-1]))
        codes[-1] = ["PAGE"]
    elif codes:
        yield from _wrong_field("".join(codes.pop()))


def _wrong_field(code: str) -> Iterator[Problem]:
    words = code.split()
    if words and words[0].upper() not in FIELDS:
        yield Problem(say.FIELD, {"name": shortened(words[0], 30)})


def _wrong_links(one: Any) -> Iterator[Problem]:
    for attribute, value in one.attrib.items():
        if etree.QName(attribute).localname in LINKS:
            yield Problem(say.OUTSIDE, {"name": shortened(str(value))})
