"""Files that mean harm, or are harmed, end in one clear sentence."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from docx import Document

from vanban.extract import extract
from vanban.model import ReadingError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'


def packed(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def real_word():
    out = io.BytesIO()
    document = Document()
    for _ in range(200):
        document.add_paragraph("Tỷ lệ đường thôn được cứng hóa đạt 80%.")
    document.save(out)
    return out.getvalue()


def word(body, **others):
    return packed({"[Content_Types].xml": "<Types/>", "word/document.xml": body, **others})


HOSTILE = {
    "entities": word(f"{ENTITIES}<w:document {W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"),
    "outside entity": word(f'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document {W}><w:body/></w:document>'),
    "entities in utf-16": word(f"{ENTITIES}<w:document {W}/>".encode("utf-16")),
    "zip bomb": word(b" " * 60_000_000),
    "many members": packed({"word/document.xml": "<x/>", **{f"m{n}": "" for n in range(6000)}}),
    "climbing name": packed({"word/document.xml": "<x/>", "../../etc/passwd": "x"}),
    "macro": packed({"word/document.xml": "<x/>", "word/vbaProject.bin": "x"}),
    "broken xml": word("<w:document><w:body>"),
    "no body": word("<x/>"),
    "deep nesting": word("<a>" * 60_000 + "</a>" * 60_000),
    "a zip of nothing": packed({"a.txt": "x"}),
    "half a word file": real_word()[:3000],
    "a word file without its end": real_word()[:-200],
    "half a pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R",
    "pdf in name only": b"%PDF-1.4 nothing here",
    "a program": b"MZ\x90\x00" + bytes(range(256)) * 20,
    "zeros": b"\x00" * 5000,
    "half a picture": b"\x89PNG\r\n\x1a\n" + b"\x00" * 40,
    "empty": b"",
    "white space": b" \n\t \n",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_one_sentence_and_quickly(tmp_path, content):
    path = tmp_path / "tep"
    path.write_bytes(content)
    start = time.monotonic()
    with pytest.raises(ReadingError) as refusal:
        extract(path)
    assert time.monotonic() - start < 20
    said = str(refusal.value)
    assert said.endswith(".")
    assert "\n" not in said
    assert len(said) < 300


def test_a_whole_word_file_of_the_same_kind_is_read(tmp_path):
    path = tmp_path / "tep"
    path.write_bytes(real_word())
    assert extract(path).text.count("80%") == 200


def blank_pages(number):
    """A PDF of empty pages, written by hand."""
    kids = " ".join(f"{3 + n} 0 R" for n in range(number))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {number} >>"]
    objects += ["<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"] * number
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF"
    return f"{body}xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def test_a_thousand_pages_are_refused_at_once(tmp_path):
    path = tmp_path / "day.pdf"
    path.write_bytes(blank_pages(1000))
    start = time.monotonic()
    with pytest.raises(ReadingError, match="quá nhiều trang"):
        extract(path)
    assert time.monotonic() - start < 20


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(ReadingError, match="Không mở được tệp"):
        extract(tmp_path / "khong-co.docx")


def test_a_file_over_the_limit_is_not_opened(tmp_path, monkeypatch):
    from vanban.extract import limits

    monkeypatch.setattr(limits, "FILE_SIZE", 10)
    path = tmp_path / "to.txt"
    path.write_bytes(b"x" * 11)
    with pytest.raises(ReadingError, match="vượt quá giới hạn"):
        extract(path)
