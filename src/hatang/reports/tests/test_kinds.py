"""Whatever the kind: no number without its figure, no figure without its source, whole files, few queries, nothing private."""

from __future__ import annotations

import csv
import io
import re
import subprocess
from decimal import ROUND_HALF_UP, Decimal

import pdfplumber
import pytest
from openpyxl import load_workbook

from hatang.reports import selectors
from hatang.reports.documents import as_pdf, as_word, as_workbook, paper_of
from hatang.reports.documents.annexes import said
from hatang.reports.documents.word import draft_of
from hatang.reports.kinds import kinds
from hatang.reports.rules.tables import Shape
from hatang.reports.tests.examples import Q3, make_ground, make_report
from hatang.reports.tests.test_text import numbers
from hatang.reports.tests.works import SECRET, make_gifts, make_troubles, make_works
from hatang.tests.factories import inside
from vanban.extract import extract
from vanban.writer import lacking
from vanban.writer.tests.test_pages import Page, assert_a4, assert_within_the_margins

pytestmark = pytest.mark.django_db
CASES = (
    "quarterly", "yearly", "end_of_period", "money", "contributions", "thematic sector:transport", "thematic sector:water",
    "thematic village", "thematic work",
)  # fmt: skip
PERIODS = {"yearly": "2026", "end_of_period": "2026-2030"}
SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false,false,false,-1"


@pytest.fixture
def ground(coordinator, tmp_path):
    with inside(coordinator):
        plan, _bindings, villages = make_ground(tmp_path)
        works = make_works(villages)
        make_gifts(works, villages)
        make_troubles(works, villages, coordinator.unit)
        return plan, works, villages


def made(ground, case):
    kind, _space, subject = case.partition(" ")
    plan, works, villages = ground
    subject = {"village": f"village:{villages[0].pk}", "work": f"work:{works['road'].pk}"}.get(subject, subject)
    return make_report(plan, PERIODS.get(kind, Q3), kind, subject=subject)


def paper(report):
    return paper_of(selectors.report_of(report.pk))


def sentences(report):
    return [sentence for section in selectors.sections_of(report) for sentence in section.said]


def test_every_kind_is_tried_here():
    assert {case.partition(" ")[0] for case in CASES} >= {"money", "contributions", "thematic"}
    assert {case.partition(" ")[0] for case in CASES} <= set(kinds())


@pytest.mark.parametrize("case", CASES)
def test_there_is_no_number_without_a_figure_and_no_figure_without_a_source(ground, coordinator, browser, case):
    with inside(coordinator):
        report = made(ground, case)
        figures = selectors.figures_of(report)
        for piece in (piece for sentence in sentences(report) for piece in sentence.pieces):
            if piece.key:
                assert piece.text in (figures[piece.key].said, figures[piece.key].parts) or not numbers(piece.text), piece
            elif not piece.quoted:
                assert not numbers(piece.text), piece
        tables = paper(report).tables
        for table in tables:
            cells = [(row[at], at) for row in (*table.rows, table.total) for at in range(len(row))]
            keys = [text for text, at in cells if table.columns[at].shape != Shape.WORDS and text]
            assert set(keys) <= set(figures)
    assert all(figure.source for figure in figures.values())
    assert all(browser.get(link).status_code == 200 for link in {figure.link for figure in figures.values()} if link)


@pytest.mark.parametrize("case", CASES)
def test_a_section_says_something_or_asks_a_person(ground, coordinator, case):
    with inside(coordinator):
        for section in selectors.sections_of(made(ground, case)):
            assert section.sentences or section.prompt or section.level == 1, section.heading


@pytest.mark.parametrize("case", CASES)
def test_sentences_are_whole(ground, coordinator, case):
    """No blank where a word was to be, no two marks after each other, an end to each."""
    with inside(coordinator):
        for sentence in sentences(made(ground, case)):
            assert sentence.text[-1] in ".:", sentence.text
            assert not re.search(r"  |\( | \)| [.,;:]|[.,;]{2}|None|\{|\}|: :", sentence.text), sentence.text
            assert not re.search(r"(?<![\d,.])0 (?!điểm)", sentence.text), sentence.text  # nothing is counted as nothing


@pytest.mark.parametrize("case", CASES)
def test_names_of_givers_who_did_not_agree_are_nowhere(ground, coordinator, case, tmp_path):
    with inside(coordinator):
        report = made(ground, case)
        word = tmp_path / "a.docx"
        word.write_bytes(as_word(paper(report)))
        book = load_workbook(io.BytesIO(as_workbook(paper(report))))
        cells = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]
        everything = "\n".join([extract(word).text, *cells, str(report.tables), str(report.rows), report.title])
        everything += "\n".join(sentence.text for sentence in sentences(report))
        everything += str([(figure.label, figure.source, figure.evidence) for figure in selectors.figures_of(report).values()])
    assert SECRET not in everything
    assert "Công ty Kín Ví Dụ" not in everything


@pytest.mark.parametrize("case", CASES)
def test_the_decree_finds_nothing_lacking_and_the_file_reads_back(ground, coordinator, case, tmp_path):
    with inside(coordinator):
        report = made(ground, case)
        assert lacking(draft_of(paper(report))) == ()
        path = tmp_path / "a.docx"
        path.write_bytes(as_word(paper(report)))
        text = extract(path).text
        for sentence in sentences(report):
            assert sentence.text.rstrip(".:;")[:50] in text
        for table in paper(report).tables:
            assert table.title.upper() in text.upper()


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("ending", ["", "so-lieu/", "so-sanh/"])
def test_pages_need_few_queries(ground, coordinator, browser, case, ending, django_assert_max_num_queries):
    with inside(coordinator):
        report = made(ground, case)
    with django_assert_max_num_queries(12):
        assert browser.get(f"/bao-cao/{report.pk}/{ending}").status_code == 200


@pytest.mark.office
@pytest.mark.parametrize("case", CASES)
def test_pages_keep_to_the_decree_and_nothing_overflows(ground, coordinator, case):
    with inside(coordinator), pdfplumber.open(io.BytesIO(as_pdf(paper(made(ground, case))))) as pdf:
        pages = [Page(page) for page in pdf.pages]
    for page in pages:
        assert_a4(page)
        assert_within_the_margins(page)
    turned = [page for page in pages if page.width > page.height]
    assert turned
    assert all(re.search(r"^\s*(Phụ lục|TT |Số |STT)", page.text, re.MULTILINE | re.IGNORECASE) for page in turned)
    assert len([page for page in pages if "Nơi nhận:" in page.text]) == 1


@pytest.mark.office
@pytest.mark.parametrize("case", [case for case in CASES if case.startswith(("money", "contributions", "thematic"))])
def test_formulas_of_the_annexes_come_to_what_the_report_prints(ground, coordinator, case, tmp_path):
    with inside(coordinator):
        found = paper(made(ground, case))
        (tmp_path / "a.xlsx").write_bytes(as_workbook(found))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", SHOWN, "a.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=240)
    for table in found.tables:
        lines = list(csv.reader((tmp_path / f"a-{table.sheet}.csv").open(encoding="utf-8")))[3:]
        shown = (*table.rows, *((table.total,) if table.total else ()))
        assert len(lines) == len(shown)
        for line, row in zip(lines, shown, strict=True):
            for at, column in enumerate(table.columns):
                figure = found.figures.get(row[at]) if column.shape not in (Shape.WORDS, Shape.AMOUNT) else None
                if figure is not None:
                    printed = Decimal(said(figure, column.shape).replace(".", "").replace(",", "."))
                    whole = column.shape in (Shape.COUNT, Shape.DONG)
                    found_ = Decimal(line[at].rstrip("%")).quantize(Decimal(1) if whole else Decimal("0.1"), ROUND_HALF_UP)
                    assert found_ == printed, (table.sheet, line, column.name)
