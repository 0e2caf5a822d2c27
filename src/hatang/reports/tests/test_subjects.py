"""A thematic report is about one sector, one village or one work: chosen when it is prepared, named wherever it is met."""

from __future__ import annotations

import re

import pytest
from django.utils.translation import override

from hatang.projects.tests.examples import make_project
from hatang.reports import selectors
from hatang.reports.kinds import kinds
from hatang.reports.models import Report, ReportSection
from hatang.reports.rules.subjects import About, NotASubject, Subject, parse
from hatang.reports.services import Refused
from hatang.reports.templatetags.reports import kind_words
from hatang.reports.tests.examples import Q2, Q3, make_ground, make_report
from hatang.tests.factories import inside

pytestmark = pytest.mark.django_db
SECTOR = "sector:irrigation"


@pytest.fixture
def ground(coordinator, tmp_path):
    with inside(coordinator):
        return make_ground(tmp_path)


@pytest.mark.parametrize("code", ["sector:water", "village:7", "work:12"])
def test_a_subject_is_kept_in_one_word(code):
    assert parse(code).code == code


@pytest.mark.parametrize("code", ["", "sector", "sector:", "village:x", "house:3", "work:1 or 1"])
def test_what_names_no_subject_is_refused(code):
    with pytest.raises(NotASubject):
        parse(code)


def test_only_a_thematic_report_is_about_something():
    transport = Subject(About.SECTOR, "transport", "Giao thông")
    assert [kind.code for kind in kinds().values() if kind.asks(transport)] == ["thematic"]
    assert not kinds()["thematic"].asks(None)


@pytest.mark.parametrize(
    ("kind", "subject"),
    [("thematic", ""), ("quarterly", SECTOR), ("thematic", "sector:moon"), ("thematic", "village:999"), ("thematic", "lạ")],
)
def test_a_subject_that_does_not_fit_is_refused(ground, coordinator, kind, subject):
    with inside(coordinator), pytest.raises(Refused, match="chuyên đề"):
        make_report(ground[0], kind=kind, subject=subject)


def test_there_is_one_report_for_each_subject(ground, coordinator):
    with inside(coordinator):
        for subject in (SECTOR, "sector:water"):
            make_report(ground[0], kind="thematic", subject=subject)
        with pytest.raises(Refused, match="đã được lập"):
            make_report(ground[0], kind="thematic", subject=SECTOR)
        assert Report.objects.filter(kind="thematic").count() == 2


def test_the_subject_is_in_the_name_the_title_and_the_sections(ground, coordinator):
    with inside(coordinator):
        report = make_report(ground[0], kind="thematic", subject=SECTOR)
        assert kind_words(report) == "Báo cáo chuyên đề: Thủy lợi – Quý III/2026"
        assert "về lĩnh vực thủy lợi quý III/2026" in report.title
        with override("en"):
            assert "Irrigation" in kind_words(report)
        codes = list(ReportSection.objects.filter(report=report).values_list("code", flat=True))
        assert codes
        assert all(code.startswith("sector.") for code in codes)


def test_the_report_before_is_the_one_of_the_same_subject_and_length(ground, coordinator):
    with inside(coordinator):
        earlier = make_report(ground[0], Q2, "thematic", subject=SECTOR)
        make_report(ground[0], Q2, "thematic", subject="sector:water")
        make_report(ground[0], "2026-H1", "thematic", subject=SECTOR)
        report = make_report(ground[0], Q3, "thematic", subject=SECTOR)
        assert selectors.previous_of(report) == earlier


def test_a_report_is_chosen_by_kind_period_and_subject(browser, ground):
    page = browser.get("/bao-cao/lap/").content.decode()
    assert all(f'<optgroup label="{group}">' in page for group in ("Lĩnh vực", "Thôn"))
    wrong = browser.post("/bao-cao/lap/", {"kind": "thematic", "period": Q3})
    assert "Hãy chọn lĩnh vực, thôn hoặc công trình" in wrong.content.decode()
    wrong = browser.post("/bao-cao/lap/", {"kind": "quarterly", "period": Q3, "subject": SECTOR})
    assert "nói về cả kế hoạch" in wrong.content.decode()
    made = browser.post("/bao-cao/lap/", {"kind": "thematic", "period": Q3, "subject": SECTOR}, follow=True)
    assert "Báo cáo chuyên đề: Thủy lợi" in made.content.decode()
    assert "Báo cáo chuyên đề: Thủy lợi – Quý III/2026" in browser.get("/bao-cao/").content.decode()
    address = re.search(r"/bao-cao/\d+/", made.redirect_chain[-1][0])[0]
    word = browser.get(f"{address}bao-cao.docx")
    assert 'filename="bao-cao-chuyen-de-thuy-loi-2026-Q3.docx"' in word["Content-Disposition"]


def test_choosing_needs_few_queries_however_many_works_there_are(browser, ground, coordinator, django_assert_max_num_queries):
    with inside(coordinator):
        for number in range(30):
            make_project(name=f"Đường Ví Dụ {number}")
    with django_assert_max_num_queries(12):
        assert "Đường Ví Dụ 29" in browser.get("/bao-cao/lap/").content.decode()
