"""The whole document, from its head to its signature."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from vanban.writer import layout
from vanban.writer.body import write_body
from vanban.writer.draft import Draft
from vanban.writer.letterhead import write_letterhead
from vanban.writer.paragraphs import line
from vanban.writer.signature import write_signature
from vanban.writer.styles import prepare


def write_docx(draft: Draft) -> bytes:
    """The draft as the bytes of a `.docx`. Source of the layout: Nghị định 30/2020/NĐ-CP, Phụ lục I."""
    document = Document()
    prepare(document)
    _properties(document, draft)
    write_letterhead(document, draft)
    write_body(document, draft.body)
    write_signature(document, draft)
    _page_numbers(document.sections[0])
    content = BytesIO()
    document.save(content)
    return content.getvalue()


def _properties(document: Any, draft: Draft) -> None:
    properties = document.core_properties
    properties.title = " ".join(filter(None, (draft.type_name, draft.subject)))[:255]
    properties.author = draft.issuer[:255]
    properties.language = "vi-VN"
    properties.comments = ""


def _page_numbers(section: Any) -> None:
    """Numbers from page 2 on, centred in the top margin (Phụ lục I, mục I.7)."""
    paragraph = line(section.header, "", layout.PAGE_NUMBER_SIZE)
    section.header.paragraphs[0]._p.getparent().remove(section.header.paragraphs[0]._p)
    run = paragraph.add_run()
    run.font.size = layout.PAGE_NUMBER_SIZE
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run._r.append(_field(kind, text))


def _field(kind: str | None, text: str | None) -> Any:
    if kind:
        element = OxmlElement("w:fldChar")
        element.set(qn("w:fldCharType"), kind)
        return element
    element = OxmlElement("w:instrText")
    element.set(qn("xml:space"), "preserve")
    element.text = text or ""
    return element
