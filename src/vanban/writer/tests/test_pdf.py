"""PDF through LibreOffice: whole or not there, and a plain sentence where it cannot be made."""

from __future__ import annotations

import threading
import zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pdfplumber
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


@pytest.fixture
def asked():
    """The addresses somebody asked for, of a server that stands for the network."""
    paths = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            paths.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, paths
    server.shutdown()


@pytest.mark.office
def test_pictures_from_outside_are_not_fetched(word, tmp_path, asked):
    port, paths = asked
    _link_a_picture(word, f"http://127.0.0.1:{port}/anh.png")
    to_pdf(word, tmp_path / "van-ban.pdf")
    assert paths == []


_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_INLINE = (
    f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture">'
    '<wp:extent cx="600000" cy="600000"/><wp:docPr id="1" name="anh"/>'
    f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic>'
    '<pic:nvPicPr><pic:cNvPr id="1" name="anh"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:link="rId9"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="600000" cy="600000"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline>"
)


def _link_a_picture(path, address):
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    link = f'<Relationship Id="rId9" Type="{kind}" Target="{address}" TargetMode="External"/></Relationships>'
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace("</Relationships>", link)
    picture = f"<w:p><w:r><w:drawing>{_INLINE}</w:drawing></w:r></w:p><w:sectPr>"
    before, after = parts["word/document.xml"].rsplit("<w:sectPr>", 1)
    parts["word/document.xml"] = before + picture + after
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


@pytest.mark.office
def test_a_screen_reader_finds_language_title_and_headings(tmp_path):
    word = tmp_path / "bao-cao.docx"
    word.write_bytes(write_docx(KINDS["quyet-dinh"]))
    to_pdf(word, tmp_path / "bao-cao.pdf")
    with pdfplumber.open(tmp_path / "bao-cao.pdf") as pdf:
        catalogue = pdf.doc.catalog
        titles = [title for _, title, *_ in pdf.doc.get_outlines()]
        assert pdf.metadata["Title"].startswith("Quyết định Về việc phê duyệt")
    assert catalogue["MarkInfo"]["Marked"] is True
    assert catalogue["Lang"] == b"vi-VN"
    assert titles == ["Điều 2. Tổ chức thực hiện", "Phụ lục"]


@pytest.mark.office
def test_the_office_makes_a_pdf_and_nothing_else(word, tmp_path):
    to_pdf(word, tmp_path / "van-ban.pdf")
    assert (tmp_path / "van-ban.pdf").read_bytes().startswith(b"%PDF-")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["van-ban.docx", "van-ban.pdf"]
