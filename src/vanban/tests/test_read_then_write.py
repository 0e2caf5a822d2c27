"""Plans that others laid out are read, laid out again by the decree, and read again: nothing of them is lost on the way."""

from __future__ import annotations

import pytest

from vanban.extract import extract
from vanban.model import WritingError
from vanban.reader import read_document
from vanban.tests.test_any_input import FILES
from vanban.writer import draft_of, write_docx

FIELDS = (
    "type",
    "symbol",
    "issuer",
    "parent_issuer",
    "place",
    "date",
    "subject",
    "signer",
    "recipients",
    "addressees",
    "meeting",
)


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_a_plan_keeps_its_head_its_parts_and_its_foot(path, tmp_path):
    extraction = extract(path)
    document, _ = read_document(extraction)
    try:
        draft = draft_of(document, extraction)
    except WritingError:
        assert "quyet-dinh" in path.name  # a decision with the plan it approves: two documents in one file
        return
    again = tmp_path / "lai.docx"
    again.write_bytes(write_docx(draft))
    written, _ = read_document(extract(again))
    assert {name: getattr(written, name) for name in FIELDS} == {name: getattr(document, name) for name in FIELDS}
    assert written.number == (document.number.zfill(2) if document.number else None)
    assert [(part.path, part.heading.upper()) for part in written.parts()] == [
        (part.path, part.heading.upper()) for part in document.parts()
    ]
    assert {one.symbol for one in written.references} >= {one.symbol for one in document.references}
