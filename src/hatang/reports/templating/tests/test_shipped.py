"""The template that comes with each kind says what the report's own document says, and lists every placeholder it uses."""

from __future__ import annotations

import subprocess

import pytest

from hatang.reports.documents import as_word, paper_of
from hatang.reports.kinds import kinds
from hatang.reports.models import ReportSection
from hatang.reports.selectors import report_of
from hatang.reports.services import write_section
from hatang.reports.templating.material import material_of
from hatang.reports.templating.shipped import shipped
from hatang.reports.templating.slots import nothing
from hatang.reports.templating.trying import tried
from hatang.reports.templating.vocabulary import vocabulary_of
from hatang.reports.tests.examples import make_ground, make_report
from hatang.tests.factories import make_commune
from vanban.extract import extract
from vanban.templating import check, fill, read_template

pytestmark = pytest.mark.django_db
SPANS = {"half_year": "2026-H1", "nine_month": "2026-9M", "yearly": "2026", "end_of_period": "2026-2030"}


def words(content: bytes, folder) -> list[str]:
    path = folder / "a.docx"
    path.write_bytes(content)
    lines = (" ".join(line.split()) for line in extract(path).text.splitlines())
    return [line for line in lines if line]


@pytest.mark.parametrize("code", [code for code, kind in kinds().items() if not kind.titles])
def test_a_report_printed_with_it_says_what_its_own_document_says(as_coordinator, tmp_path, code):
    plan, _bindings, _villages = make_ground(tmp_path)
    report = report_of(make_report(plan, SPANS.get(code, "2026-Q3"), code).pk)
    section = ReportSection.objects.filter(report=report).last()
    write_section(section, "Đề nghị: giai đoạn 2026 - 2030\n- bố trí <vốn> & công;\n+ thôn Ví Dụ.", revision=1)
    paper = paper_of(report)
    material = material_of(kinds()[code], report.commune, paper)
    trial = tried(shipped(material), material)
    assert words(trial.document, tmp_path) == words(as_word(paper, shipped=True), tmp_path)
    assert trial.remarks == ()


@pytest.mark.parametrize("code", list(kinds()))
def test_without_any_report_it_is_a_sound_template(db, tmp_path, code):
    material = material_of(kinds()[code], make_commune(), None)
    template, vocabulary = shipped(material), vocabulary_of(material)
    assert check(read_template(template), vocabulary).uses
    assert "chu_tich" not in words(fill(read_template(template), nothing(vocabulary)), tmp_path)


def test_every_placeholder_has_a_meaning(as_coordinator, tmp_path):
    plan, _bindings, _villages = make_ground(tmp_path)
    report = report_of(make_report(plan).pk)
    vocabulary = vocabulary_of(material_of(kinds()["quarterly"], report.commune, paper_of(report)))
    assert all(word.meaning for _path, word in vocabulary.walk())


def test_the_same_kind_gives_the_same_file(db):
    material = material_of(kinds()["quarterly"], make_commune(), None)
    assert shipped(material) == shipped(material)


@pytest.mark.office
def test_saved_again_by_libreoffice_it_is_still_the_same_template(as_coordinator, tmp_path):
    plan, _bindings, _villages = make_ground(tmp_path)
    report = report_of(make_report(plan).pk)
    paper = paper_of(report)
    material = material_of(kinds()["quarterly"], report.commune, paper)
    (tmp_path / "mau.docx").write_bytes(shipped(material))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", "lai", "mau.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=240)
    trial = tried((tmp_path / "lai" / "mau.docx").read_bytes(), material)
    assert words(trial.document, tmp_path) == words(as_word(paper, shipped=True), tmp_path)
    assert trial.remarks == ()
