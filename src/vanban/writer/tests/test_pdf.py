"""PDF through LibreOffice: whole or not there, and a plain sentence where it cannot be made."""

from __future__ import annotations

import pytest

from vanban.extract import tools
from vanban.writer import WritingError, to_pdf, write_docx
from vanban.writer.tests.drafts import KINDS


@pytest.fixture
def word(tmp_path):
    path = tmp_path / "van-ban.docx"
    path.write_bytes(write_docx(KINDS["to-trinh"]))
    return path


def test_without_the_office_the_sentence_says_what_to_install(word, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(WritingError, match="libreoffice-writer-nogui"):
        to_pdf(word, tmp_path / "van-ban.pdf")
    assert not (tmp_path / "van-ban.pdf").exists()


def _office(tmp_path, monkeypatch, script):
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    assert tools.find("libreoffice") == str(program)


def test_an_office_that_hangs_is_stopped(word, tmp_path, monkeypatch):
    _office(tmp_path, monkeypatch, "sleep 60")
    monkeypatch.setattr("vanban.writer.pdf.SECONDS", 0.2)
    with pytest.raises(WritingError, match="quá lâu"):
        to_pdf(word, tmp_path / "van-ban.pdf")


def test_an_office_that_makes_nothing_leaves_what_was_there(word, tmp_path, monkeypatch):
    _office(tmp_path, monkeypatch, "exit 1")
    out = tmp_path / "van-ban.pdf"
    out.write_bytes(b"cu")
    with pytest.raises(WritingError, match="không tạo được"):
        to_pdf(word, out)
    assert out.read_bytes() == b"cu"


@pytest.mark.office
def test_the_office_makes_a_pdf_and_nothing_else(word, tmp_path):
    to_pdf(word, tmp_path / "van-ban.pdf")
    assert (tmp_path / "van-ban.pdf").read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["van-ban.docx", "van-ban.pdf"]
