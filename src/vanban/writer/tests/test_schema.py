"""The parts of a written file are what ECMA-376 asks for: Word opens them without repair, in no compatibility mode."""

from __future__ import annotations

import zipfile
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from vanban.writer import Text, write_docx
from vanban.writer.tests.drafts import KINDS, draft, report
from vanban.writer.tests.opened import W, opened, part

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# The order of children in the schema (ECMA-376 Part 1, annex A.1), as far as the writer uses them.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind contextualSpacing "
    "jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing sz szCs highlight u vertAlign rtl cs lang",
    "tblPr": "tblStyle tblpPr tblOverlap tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
    "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr "
    "rPr tblPr trPr tcPr",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "settings": "writeProtection view zoom mirrorMargins defaultTabStop evenAndOddHeaders characterSpacingControl "
    "footnotePr endnotePr compat rsids themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    "tblCellMar": "top left start bottom right end",
    "tblBorders": "top left start bottom right end insideH insideV",
    "pBdr": "top left bottom right between bar",
}  # fmt: skip
PARTS = ("word/document.xml", "word/styles.xml", "word/settings.xml", "word/header1.xml", "word/header2.xml")


def out_of_order(root):
    for tag, children in ORDER.items():
        order = children.split()
        for node in root.iter(f"{W}{tag}"):
            found = [etree.QName(child).localname for child in node]
            places = [order.index(name) for name in found]  # a name that is not there fails too
            if places != sorted(places):
                yield tag, found
            if tag not in {"tbl", "tr", "tc", "styles", "sectPr"} and len(set(found)) != len(found):
                yield tag, found


@pytest.mark.parametrize("name", KINDS)
def test_children_stand_in_the_order_of_the_schema(name):
    for path in PARTS:
        assert list(out_of_order(part(KINDS[name], path))) == [], path


@pytest.mark.parametrize("name", KINDS)
def test_every_style_named_is_there(name):
    styles = {style.get(f"{W}styleId") for style in part(KINDS[name], "word/styles.xml").iter(f"{W}style")}
    for path in ("word/document.xml", "word/header1.xml", "word/styles.xml"):
        root = part(KINDS[name], path)
        for tag in ("pStyle", "tblStyle", "basedOn", "next"):
            assert {node.get(f"{W}val") for node in root.iter(f"{W}{tag}")} <= styles


@pytest.mark.parametrize("name", KINDS)
def test_every_cell_ends_with_a_paragraph_and_rows_fill_the_grid(name):
    body = part(KINDS[name], "word/document.xml").find(f"{W}body")
    for cell in body.iter(f"{W}tc"):
        assert etree.QName(cell[-1]).localname == "p"
    for table in body.iter(f"{W}tbl"):
        columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.iterchildren(f"{W}tr"):
            spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.iterchildren(f"{W}tc")]
            assert sum(1 if span is None else int(span.get(f"{W}val")) for span in spans) == columns


@pytest.mark.parametrize("name", KINDS)
def test_tables_never_touch_and_the_body_ends_with_its_section(name):
    names = [etree.QName(node).localname for node in part(KINDS[name], "word/document.xml").find(f"{W}body")]
    assert names[-2:] == ["p", "sectPr"]
    assert ("tbl", "tbl") not in set(pairwise(names))


def test_every_part_is_related_and_typed():
    with zipfile.ZipFile(BytesIO(write_docx(KINDS["bao-cao"]))) as archive:
        names = set(archive.namelist())
        types = etree.fromstring(archive.read("[Content_Types].xml"))
        relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        used = {node.get(f"{R}id") for node in etree.fromstring(archive.read("word/document.xml")).iter() if node.get(f"{R}id")}
    assert {node.get("PartName").lstrip("/") for node in types if node.get("PartName")} <= names
    assert {f"word/{node.get('Target')}" for node in relations} <= names
    assert used <= {node.get("Id") for node in relations}


def test_word_shows_no_compatibility_mode():
    settings = part(KINDS["bao-cao"], "word/settings.xml")
    modes = [node.get(f"{W}val") for node in settings.iter(f"{W}compatSetting") if node.get(f"{W}name") == "compatibilityMode"]
    assert modes == ["15"]


def test_the_same_draft_gives_the_same_bytes():
    assert write_docx(report()) == write_docx(report())


@given(st.text(max_size=80))
def test_any_text_at_all_makes_a_file_that_opens(text):
    document = opened(draft("Báo cáo", text, "BC-UBND", Text(text), recipients=(), issuer=text, place=text))
    assert len(document.tables) == 2
