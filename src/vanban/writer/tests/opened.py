"""A written file opened again, by python-docx and as XML: two readers that are not ours."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx import Document
from lxml import etree

from vanban.writer import Draft, write_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Look:
    """How a run is set, its style and what it is based on taken together."""

    size: float
    bold: bool
    italic: bool
    font: str
    align: str | None


def opened(draft: Draft) -> Any:
    return Document(BytesIO(write_docx(draft)))


def part(draft: Draft, name: str) -> Any:
    with zipfile.ZipFile(BytesIO(write_docx(draft))) as archive:
        return etree.fromstring(archive.read(name))


def paragraphs(document: Any) -> list[Any]:
    """Every paragraph of the body in its order, those in tables too."""
    from docx.text.paragraph import Paragraph

    return [Paragraph(node, document._body) for node in document.element.body.iter(f"{W}p")]


def paragraph_of(document: Any, text: str) -> Any:
    given = paragraphs(document)
    exact = (paragraph for paragraph in given if paragraph.text == text)
    return next(exact, None) or next(paragraph for paragraph in given if text in paragraph.text)


def look_of(document: Any, text: str) -> Look:
    paragraph = paragraph_of(document, text)
    run = next(run for run in paragraph.runs if run.text.strip() and (run.text in text or text in run.text))
    chain = [run.font, *(style.font for style in ancestors(paragraph.style))]
    defaults = document.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    return Look(
        size=first(font.size.pt if font.size else None for font in chain) or int(defaults.find(f"{W}sz").get(f"{W}val")) / 2,
        bold=bool(first(font.bold for font in chain)),
        italic=bool(first(font.italic for font in chain)),
        font=first(font.name for font in chain) or defaults.find(f"{W}rFonts").get(f"{W}ascii"),
        align=first(style.paragraph_format.alignment for style in ancestors(paragraph.style)),
    )


def ancestors(style: Any) -> list[Any]:
    found = []
    while style is not None:
        found.append(style)
        style = style.base_style
    return found


def first(values: Any) -> Any:
    return next((value for value in values if value is not None), None)
