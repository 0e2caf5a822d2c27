"""The Word file and the Excel annexes say what the report says."""

from __future__ import annotations

import csv
import io
import subprocess
from decimal import ROUND_HALF_UP, Decimal

import pytest
from openpyxl import load_workbook

from hatang.plans.models import Target
from hatang.reports.documents import as_word, as_workbook, paper_of
from hatang.reports.documents.paper import bracketed
from hatang.reports.documents.word import draft_of
from hatang.reports.models import Report, ReportSection
from hatang.reports.selectors import report_of
from hatang.reports.services import write_section
from hatang.reports.tests.examples import make_ground, make_report
from vanban.extract import extract
from vanban.reader import read_document
from vanban.writer import Bullet, Heading, Text, lacking
from vanban.writer.xml import plain

pytestmark = pytest.mark.django_db
FORMULA = '=HYPERLINK("http://vi-du.vn","Mở")'


@pytest.fixture
def report(as_coordinator, tmp_path):
    plan, _bindings, _villages = make_ground(tmp_path)
    Target.objects.filter(plan=plan, sector="water").update(subject=FORMULA)
    return make_report(plan)


def paper(report):
    return paper_of(report_of(report.pk))


def test_the_decree_finds_nothing_lacking(report):
    assert lacking(draft_of(paper(report))) == ()


def test_the_file_reads_back_as_the_report(report, tmp_path):
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(as_word(paper(report)))
    extraction = extract(path)
    document, _unread = read_document(extraction)
    assert document.type_name.upper() == "BÁO CÁO"
    assert "quý III/2026" in document.subject
    for section in ReportSection.objects.filter(report=report):
        for sentence in section.said:
            assert sentence.text.rstrip(".:;")[:50] in extraction.text


def test_what_a_person_wrote_stands_in_its_section_lines_with_dashes_as_a_list(report):
    section = ReportSection.objects.get(report=report, code="next")
    write_section(section, "Trọng tâm của quý tới:\n- Nạo vét mương thôn Ví Dụ 1;\n- Đổ bê tông.", revision=1)
    body = draft_of(paper(report)).body
    assert Text("Trọng tâm của quý tới:") in body
    assert Bullet("Nạo vét mương thôn Ví Dụ 1;") in body


def test_a_section_with_nothing_says_so(report):
    body = draft_of(paper(report)).body
    assert Text("Trong kỳ chưa phát sinh văn bản, hoạt động chỉ đạo mới.") in body
    assert not [block for block in body if isinstance(block, Text) and not plain(block.text).strip()]


def test_marks_of_figures_never_begin_a_line(report):
    marked = [block.text for block in draft_of(paper(report)).body if not isinstance(block, Heading) and "[" in plain(block.text)]
    assert marked
    assert all(words[-2].raised and words[-1].text in {".", ":"} for words in marked)


def test_every_cited_figure_is_in_the_list_of_sources(report):
    found = paper(report)
    listed = {row[0] for row in draft_of(found).appendices[1].body[0].rows}
    assert listed == {str(number) for number in found.marks.values()}


@pytest.mark.parametrize(
    ("numbers", "said"), [([], ""), ([3], "[3]"), ([4, 3], "[3,4]"), ([3, 4, 5, 9], "[3–5,9]"), ([1, 3, 3, 5], "[1,3,5]")]
)
def test_marks_are_short(numbers, said):
    assert bracketed(numbers) == said


def test_texts_of_people_are_never_formulas(report):
    book = load_workbook(io.BytesIO(as_workbook(paper(report))))
    sheet = book["Mục tiêu"]
    (cell,) = [cell for row in sheet.iter_rows() for cell in row if cell.value == FORMULA]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_headers_stay_in_sight_and_figures_are_numbers(report):
    sheet = load_workbook(io.BytesIO(as_workbook(paper(report))))["Mục tiêu"]
    assert sheet.freeze_panes == "D4"
    figures = [cell for row in sheet.iter_rows(min_row=4, min_col=10, max_col=11) for cell in row if cell.value not in ("", None)]
    assert figures
    assert all(isinstance(cell.value, int | float) and cell.number_format == "#,##0.##" for cell in figures)


def test_rows_are_as_high_as_their_text(report):
    Report.objects.filter(pk=report.pk).update(rows=[{**row, "subject": "Tên rất dài " * 20} for row in report.rows])
    sheet = load_workbook(io.BytesIO(as_workbook(paper(report))))["Mục tiêu"]
    assert sheet.row_dimensions[4].height > 5 * 15


@pytest.mark.office
def test_formulas_come_to_what_the_text_says(report, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(as_workbook(paper(report)))
    shown = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,false,-1"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", shown, "a.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=240)
    sheets = {path.name: list(csv.reader(path.open(encoding="utf-8"))) for path in tmp_path.glob("a-*.csv")}
    figures = paper(report).figures
    total = next(row for row in sheets["a-Tổng hợp.csv"] if row[0] == "Tổng cộng")
    names = ("reached", "on_path", "at_risk", "behind", "no_data", "total")
    assert [Decimal(number) for number in total[1:7]] == [figures[f"all.{name}"].value for name in names]
    rows = {row[2]: row for row in sheets["a-Mục tiêu.csv"][3:]}
    checked = 0
    for one in paper(report).rows:
        if one.now and one.now.parts:
            share = Decimal(rows[one.subject][11].rstrip("%"))
            assert share.quantize(Decimal("0.1"), ROUND_HALF_UP) == one.now.printed
            checked += 1
            if one.change:
                assert abs(Decimal(rows[one.subject][12].lstrip("+"))) == one.change.printed
    assert checked == 2
