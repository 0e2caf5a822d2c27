"""The same words come out of every kind of file."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from docx import Document

from vanban.extract import extract

LINES = ["KẾ HOẠCH", "Phát triển đường thôn Ví Dụ 1", "1. Mục tiêu: 80% đường thôn được cứng hóa."]
ROWS = [["TT", "Chỉ tiêu", "2030"], ["1", "Đường thôn", "80%"]]


@pytest.fixture
def word(tmp_path):
    document = Document()
    for line in LINES:
        document.add_paragraph(line)
    table = document.add_table(2, 3)
    for row, cells in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("Nơi nhận:")  # LibreOffice flattens a table that ends an old .doc
    path = tmp_path / "ke-hoach.docx"
    document.save(str(path))
    return path


def converted(path, kind):
    command = [
        "soffice",
        f"-env:UserInstallation=file://{path.parent}/office",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(path.parent),
    ]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
    return path.with_suffix(f".{kind}")


def assert_read(extraction, kind):
    texts = [paragraph.text for paragraph in extraction.paragraphs]
    assert texts[:3] == LINES
    rows = [paragraph.row for paragraph in extraction.paragraphs if paragraph.row]
    assert [[cell.text for cell in row.cells] for row in rows] == ROWS
    assert extraction.format == kind
    for paragraph in extraction.paragraphs:
        assert extraction.text[slice(*paragraph.span)] == paragraph.text


def test_word(word):
    assert_read(extract(word), "docx")


@pytest.mark.office
def test_opendocument(word):
    assert_read(extract(converted(word, "odt")), "odt")


@pytest.mark.office
def test_old_word(word):
    assert_read(extract(converted(word, "doc")), "doc")


@pytest.mark.office
def test_pdf_with_text(word):
    extraction = extract(converted(word, "pdf"))
    assert [line for line in LINES if line in extraction.text] == LINES
    assert "Đường thôn" in extraction.text
    assert extraction.paragraphs[0].page == 1


def test_old_word_without_the_office_names_it(word, monkeypatch, tmp_path):
    from vanban.extract import doc
    from vanban.model import ReadingError

    old = tmp_path / "cu.doc"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600)
    monkeypatch.setattr(doc.tools, "find", lambda name: None)
    with pytest.raises(ReadingError, match="LibreOffice"):
        extract(old)


@pytest.mark.office
@pytest.mark.ocr
def test_a_scan_is_read_and_marked_uncertain(word, tmp_path):
    if shutil.which("pdftoppm") is None:
        pytest.fail("pdftoppm is missing")
    pdf = converted(word, "pdf")
    subprocess.run(["pdftoppm", "-r", "200", "-png", str(pdf), str(tmp_path / "trang")], check=True)
    extraction = extract(next(tmp_path.glob("trang*.png")))
    assert "Phát triển đường thôn" in extraction.text
    assert not any(paragraph.certain for paragraph in extraction.paragraphs)


@pytest.mark.parametrize(
    "encoded",
    [
        "\n".join(LINES).encode("utf-8"),
        "\n".join(LINES).encode("utf-8-sig"),
        "\r\n".join(LINES).encode("utf-16"),
        unicodedata.normalize("NFD", "\n".join(LINES)).encode("utf-8"),
    ],
    ids=["utf-8", "with a mark", "utf-16", "decomposed"],
)
def test_text_in_any_encoding(tmp_path, encoded):
    path = tmp_path / "ke-hoach.txt"
    path.write_bytes(encoded)
    assert extract(path).text == "\n".join(LINES)


def test_text_of_an_old_font(tmp_path):
    path = tmp_path / "cu.txt"
    path.write_bytes("Keá hoaïch phaùt trieån ñöôøng giao thoâng cuûa xaõ".encode("latin-1"))
    assert extract(path).text == "Kế hoạch phát triển đường giao thông của xã"


@pytest.mark.office
def test_lines_broken_on_a_page_are_joined_again(tmp_path):
    plan = Path(__file__).resolve().parents[2] / "tests/fixtures/development/suoi-mau-nong-thon-moi.txt"
    lines = [line for line in plan.read_text(encoding="utf-8").splitlines() if len(line) > 60]
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    path = tmp_path / "dai.docx"
    document.save(str(path))
    assert [paragraph.text for paragraph in extract(converted(path, "pdf")).paragraphs] == lines
