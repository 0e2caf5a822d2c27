"""Files that must not be opened are refused with one sentence each."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hatang.indicators.workbook import guarding
from hatang.indicators.workbook.model import Refused
from hatang.indicators.workbook.reading import read
from hatang.indicators.workbook.tests.examples import ADDRESS, by_office, fresh
from hatang.indicators.workbook.words import sentences


def code_of(content: bytes) -> str:
    """Why a file is refused."""
    with pytest.raises(Refused) as caught:
        read(content, ADDRESS)
    assert sentences(caught.value.problems)[0]
    return caught.value.problems[0].code


def with_part(name: str, content: bytes = b"x", replacing: str = "") -> bytes:
    """A workbook with one more part in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(fresh())) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != replacing:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return out.getvalue()


OLE = guarding.OLE + b"\x00" * 600
PLAIN = {
    "empty_file": b"",
    "too_heavy": b"PK\x03\x04" + b"0" * guarding.LARGEST,
    "old_excel": OLE,
    "encrypted": OLE + guarding.ENCRYPTED,
    "not_excel": b"%PDF-1.7 ...",
    "damaged": fresh()[:3000],
}
PARTS = {
    "xl/vbaProject.bin": "macros",
    "xl/macrosheets/sheet1.xml": "macros",
    "xl/externalLinks/externalLink1.xml": "links",
    "xl/connections.xml": "links",
    "xl/embeddings/oleObject1.bin": "objects",
    "xl/activeX/activeX1.bin": "objects",
    "xl/workbook.bin": "binary_excel",
}


@pytest.mark.parametrize("code", PLAIN)
def test_what_is_no_plain_workbook_is_refused(code):
    assert code_of(PLAIN[code]) == code


@pytest.mark.parametrize("name", PARTS)
def test_macros_links_and_embedded_things_are_refused(name):
    assert code_of(with_part(name)) == PARTS[name]


def test_a_macro_workbook_under_another_name_is_refused():
    with zipfile.ZipFile(io.BytesIO(fresh())) as archive:
        types = archive.read("[Content_Types].xml")
    disguised = types.replace(b"spreadsheetml.sheet.main+xml", b"sheet.macroEnabled.main+xml")
    assert disguised != types
    assert code_of(with_part("[Content_Types].xml", disguised, replacing="[Content_Types].xml")) == "macros"


@pytest.mark.parametrize("coding", ["utf-8", "utf-16"])
def test_entities_are_refused(coding):
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode(coding)
    assert code_of(with_part("xl/sharedStrings.xml", bomb)) == "markup"


def test_what_unpacks_to_far_more_than_it_weighs_is_refused():
    content = with_part("xl/media/x.xml", b" " * (guarding.LARGEST_UNPACKED + 1))
    assert len(content) < 200_000
    assert code_of(content) == "bomb"


def test_a_sheet_of_millions_of_empty_cells_is_refused():
    rows = b"<row>" + b"<c/>" * guarding.MOST_TAGS + b"</row>"
    assert code_of(with_part("xl/worksheets/sheet9.xml", rows)) == "bomb"


def test_too_many_parts_are_refused():
    out = io.BytesIO(fresh())
    with zipfile.ZipFile(out, "a") as archive:
        for number in range(guarding.MOST_PARTS):
            archive.writestr(f"xl/x{number}.bin", b"")
    assert code_of(out.getvalue()) == "bomb"


@pytest.mark.office
def test_an_open_document_and_an_old_workbook_are_named(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert code_of(by_office(fresh(), tmp_path / "a", "ods")) == "open_document"
    assert code_of(by_office(fresh(), tmp_path / "b", "xls")) == "old_excel"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 13_000), st.binary(min_size=1, max_size=40))
def test_whatever_is_broken_in_it_the_answer_is_a_sentence_or_a_reading(at, garbage):
    content = bytearray(fresh())
    content[at : at + len(garbage)] = garbage
    assert outcome_of(bytes(content))


def outcome_of(content: bytes) -> list[str] | bool:
    """The sentences of a refusal, or whether the reading is of the right workbook."""
    try:
        return read(content, ADDRESS).address == ADDRESS
    except Refused as refusal:
        return sentences(refusal.problems)
