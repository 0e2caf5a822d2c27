"""A template filled: whole again as a .docx, within bounds of time and size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2.exceptions import SecurityError, TemplateError, UndefinedError
from lxml import etree

from vanban.templating import problems as say
from vanban.templating.contents import W
from vanban.templating.package import parsed
from vanban.templating.paragraphs import Paragraph, Span
from vanban.templating.problems import BadTemplate, Problem, shortened
from vanban.templating.reading import Part, Template
from vanban.templating.sandbox import MARKS, Meter, Plain, Sandbox, frozen
from vanban.templating.tags import OPENERS
from vanban.templating.tidying import tidy

LONGEST = 30_000_000
SECONDS = 20.0
THIN = {"before": "0", "after": "0", "line": "20", "lineRule": "exact"}


def fill(template: Template, values: Mapping[str, Plain], *, seconds: float = SECONDS) -> bytes:
    """The document; the same template and values give the same bytes. A template is filled once: read it again for another.

    Raises:
        BadTemplate: a name has no value, or the document would outgrow its bounds.
    """
    meter = Meter(seconds)
    plain = frozen(values, meter)
    changed = {part.name: _filled(part, plain, meter) for part in template.parts if part.tags}
    return template.package.packed(changed)


def _filled(part: Part, values: Any, meter: Meter) -> bytes:
    source = _source(part)
    out: list[str] = []
    length = 0
    try:
        for piece in Sandbox().from_string(source).generate(values):
            out.append(piece)
            length += len(piece)
            meter.step()
            if length > LONGEST:
                raise BadTemplate([Problem(say.TOO_LONG)])
    except UndefinedError as error:
        raise BadTemplate([Problem(say.NO_VALUE, {"name": _named(error)})]) from error
    except (SecurityError, TemplateError, RecursionError, TypeError) as error:
        raise BadTemplate([Problem(say.NOT_FILLED)]) from error
    return _written("".join(out), part.name)


def _named(error: UndefinedError) -> str:
    """The name Jinja quotes in its message."""
    return shortened([*str(error).split("'"), "", ""][1], 60)


def _written(text: str, name: str) -> bytes:
    try:
        root = parsed(text.encode(), name)
    except BadTemplate as error:
        raise BadTemplate([Problem(say.NOT_FILLED)]) from error
    tidy(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _source(part: Part) -> str:
    """The part's XML with its tags as the sandbox reads them, those of rows and paragraphs in place of the row or paragraph."""
    for one in part.root.iter(etree.Element):
        for holder, words in (("text", one.text), ("tail", one.tail)):
            if words and words != (bare := words.translate(MARKS)):
                setattr(one, holder, bare)
    inside: dict[Any, tuple[Paragraph, list[tuple[Span, str]]]] = {}
    for placed in part.tags:
        if placed.place is None:
            source = placed.tag.source if placed.tag else ""
            inside.setdefault(placed.paragraph.element, (placed.paragraph, []))[1].append((placed.span, source))
    for paragraph, spans in inside.values():
        paragraph.put(spans)
    for placed in part.tags:
        if placed.place is not None and placed.tag is not None:
            _keep_break(placed.place, before=placed.tag.verb in OPENERS)
            _replace(placed.place, placed.tag.source)
    return str(etree.tostring(part.root, encoding="unicode"))


def _keep_break(element: Any, *, before: bool) -> None:
    """A section break that a tag's paragraph carries (LibreOffice puts it there) stays, outside of the loop."""
    section = element.find(f"{W}pPr/{W}sectPr")
    if section is None:
        return
    holder = etree.Element(f"{W}p")
    properties = etree.SubElement(holder, f"{W}pPr")
    etree.SubElement(properties, f"{W}spacing", {f"{W}{name}": value for name, value in THIN.items()})
    properties.append(section)
    if before:
        element.addprevious(holder)
    else:
        holder.tail, element.tail = element.tail, None
        element.addnext(holder)


def _replace(element: Any, words: str) -> None:
    """Some words in place of an element."""
    parent, before = element.getparent(), element.getprevious()
    following = words + (element.tail or "")
    if before is None:
        parent.text = (parent.text or "") + following
    else:
        before.tail = (before.tail or "") + following
    parent.remove(element)
