"""What the writer lays out, the reader reads: one description of official documents serves both."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from vanban.extract import extract
from vanban.extract.pieces import Piece, assemble
from vanban.model import Extraction, OfficialDocument, Signer
from vanban.reader import read_document
from vanban.reader.doctypes import abbreviation
from vanban.tests.strategies import MINUTES, TYPES, drafts
from vanban.writer import Appendix, Article, Block, Division, Draft, Heading, Table, WritingError, draft_of, write_docx

EXAMPLES = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def read_back(draft: Draft) -> tuple[OfficialDocument, Extraction]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "van-ban.docx"
        path.write_bytes(write_docx(draft))
        extraction = extract(path)
    return read_document(extraction)[0], extraction


def assert_same(draft: Draft) -> None:
    document, extraction = read_back(draft)
    assert_head(document, draft)
    assert_foot(document, draft)
    assert_body(document, extraction, draft)
    assert tables_of(extraction) == written_tables(draft)


def assert_head(document: OfficialDocument, draft: Draft) -> None:
    assert document.type == (abbreviation(draft.type_name) if draft.type_name else None)
    assert document.type_name == (draft.type_name.upper() if draft.type_name else None)
    assert document.number == (draft.number.zfill(2) if draft.number else None)
    assert (document.symbol, document.subject) == (draft.symbol, draft.subject)
    assert (document.issuer, document.parent_issuer) == (draft.issuer, draft.parent_issuer)
    assert document.date == draft.date
    has_place = draft.type_name != MINUTES and not (draft.attached_to and not draft.date)
    assert document.place == (draft.place if has_place else None)
    assert document.authority == (draft.authority.upper() if draft.authority else None)
    assert (document.addressees, document.attached_to) == (draft.addressees, draft.attached_to)


def assert_foot(document: OfficialDocument, draft: Draft) -> None:
    assert document.signer == draft.signer
    first, rest = draft.cosigners[:1], draft.cosigners[1:]
    assert document.signers == ((*first, draft.signer, *rest) if draft.cosigners else ())
    assert sorted(document.recipients, key=repr) == sorted(draft.recipients, key=repr)


def assert_body(document: OfficialDocument, extraction: Extraction, draft: Draft) -> None:
    bases = [extraction.text[slice(*span)].rstrip(" .;") for span in document.legal_bases]
    assert [basis for basis in bases if basis.startswith("Căn cứ")] == list(draft.bases)
    assert [(part.marker, part.heading) for part in document.parts()] == list(written_parts(draft))
    named = {number for basis in draft.bases for number in basis.split() if "/NQ-" in number}
    assert {f"{one.number}/{one.symbol}" for one in document.references if one.type == "NQ"} == named
    assert document.meeting == draft.meeting


def written_parts(draft: Draft):
    for block in draft.body:
        yield from part_of(block)
    for number, appendix in enumerate(draft.appendices, start=1):
        label = "Phụ lục" if len(draft.appendices) == 1 else f"Phụ lục {'I' * number}"
        yield label, appendix.title.upper()


def part_of(block: Block):
    if isinstance(block, Division):
        yield block.label, block.title.upper()
    elif isinstance(block, Heading):
        marker, heading = block.text.split(" ", 1)
        yield marker, heading.upper() if block.level == 1 else heading
    elif isinstance(block, Article):
        yield f"Điều {block.number}", block.title


def written_tables(draft: Draft) -> list[list[tuple[str, ...]]]:
    blocks = [*draft.body, *(block for appendix in draft.appendices for block in appendix.body)]
    return [[one.header, *one.rows, *([one.total] if one.total else [])] for one in blocks if isinstance(one, Table)]


def tables_of(extraction: Extraction) -> list[list[tuple[str, ...]]]:
    """The tables between letterhead and signature, which are laid out with tables too."""
    found: dict[int, list[tuple[str, ...]]] = {}
    for paragraph in extraction.paragraphs:
        if paragraph.row:
            found.setdefault(paragraph.row.table, []).append(tuple(cell.text for cell in paragraph.row.cells))
    return [rows for rows in found.values() if rows[0][0].startswith("Cột")]


@pytest.mark.parametrize("type_name", TYPES)
def test_what_was_written_is_read_back(type_name):
    @EXAMPLES
    @given(drafts(type_name))
    def holds(draft):
        assert_same(draft)

    holds()


@pytest.mark.parametrize("type_name", TYPES)
def test_what_was_read_is_written_and_read_again_the_same(type_name):
    @settings(EXAMPLES, max_examples=4)
    @given(drafts(type_name))
    def holds(draft):
        document, extraction = read_back(draft)
        again, other = read_back(draft_of(document, extraction))
        assert other.text == extraction.text
        assert again == document

    holds()


def test_a_document_with_another_attached_is_not_made_into_one():
    text = "KẾ HOẠCH\nThử\nI. MỤC TIÊU\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn Mẫu\nĐỀ ÁN\nThử\nI. THỰC TRẠNG"
    extraction = assemble((Piece(line) for line in text.split("\n")), "txt")
    with pytest.raises(WritingError, match="kèm theo"):
        draft_of(read_document(extraction)[0], extraction)


def test_an_appendix_without_a_title_is_read_too():
    signer = Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH", None)
    document, _ = read_back(
        Draft("UBND xã Thí Dụ", "Kế hoạch", "Thử", "Thí Dụ", "KH-UBND", signer, appendices=(Appendix("", ()),))
    )
    assert [part.path for part in document.parts()] == ["PL"]
