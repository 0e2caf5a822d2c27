"""Nothing that leads to what follows is left alone at the foot of a page: LibreOffice lays it out, the PDF is read."""

from __future__ import annotations

from dataclasses import replace

import pdfplumber
import pytest

from vanban.writer import Heading, Table, Text, to_pdf, write_docx
from vanban.writer.tests.drafts import KINDS

pytestmark = pytest.mark.office

REPORT = next(draft for draft in KINDS.values() if draft.type_name == "Báo cáo")
GROUPS, SECTIONS = 40, 30


def feet(blocks, folder):
    """The last line of each page but the last."""
    word, made = folder / "a.docx", folder / "a.pdf"
    word.write_bytes(write_docx(replace(REPORT, body=tuple(blocks), appendices=())))
    to_pdf(word, made)
    with pdfplumber.open(made) as pdf:
        lines = [page.extract_text().strip().splitlines()[-1] for page in pdf.pages[:-1]]
    assert len(lines) > 2
    return lines


def grouped(size):
    """A table of groups: each a row in bold over `size` rows, so that some head of a group meets the foot of a page."""
    rows, strong = [], set()
    for group in range(GROUPS):
        strong.add(len(rows))
        rows.append(("", f"NHÓM {group}", ""))
        rows += [(str(at), f"Dòng {group}.{at}", "1,5") for at in range(size)]
    return Table(("TT", "Nội dung", "Số"), tuple(rows), strong=frozenset(strong))


@pytest.mark.parametrize("size", [2, 3, 4])
def test_the_head_of_a_group_stays_with_its_first_row(size, tmp_path):
    assert not [line for line in feet([grouped(size)], tmp_path) if "NHÓM" in line]


def test_captions_headers_headings_and_sums_stay_with_what_they_belong_to(tmp_path):
    blocks = []
    for number in range(SECTIONS):
        rows = tuple((str(at), f"Dòng {at}", "1,5") for at in range(1 + number % 5))
        blocks += [Heading(f"{number + 1}. Đề mục", 2), Text("Lời văn. " * (8 + number))]
        caption, total = f"Bảng {number + 1}. Ví dụ", ("", "TỔNG", "3")
        blocks.append(Table(("CỘT", "Nội dung", "Số"), rows, caption=caption, unit="km", total=total))
    found = feet(blocks, tmp_path)
    assert not [line for line in found if line.startswith(("Bảng", "Đơn vị", "CỘT")) or "Đề mục" in line]


def test_a_sum_does_not_begin_a_page(tmp_path):
    tables = [
        Table(("CỘT", "Số"), tuple((str(at), "1") for at in range(7 + n % 6)), total=("TỔNG", "9")) for n in range(SECTIONS)
    ]
    word, made = tmp_path / "a.docx", tmp_path / "a.pdf"
    word.write_bytes(write_docx(replace(REPORT, body=tuple(tables), appendices=())))
    to_pdf(word, made)
    with pdfplumber.open(made) as pdf:
        rows = [page.extract_text().strip().splitlines() for page in pdf.pages]
    after_header = [lines[at + 1] for lines in rows[1:] for at in range(3) if at + 1 < len(lines) and lines[at].startswith("CỘT")]
    assert after_header
    assert not [line for line in after_header if line.startswith("TỔNG")]
