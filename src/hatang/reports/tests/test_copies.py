"""The PDF of a report: made in the background, once for one text, the same for ever once the report is issued."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from django.utils import timezone

from hatang.core.files import path_of
from hatang.core.models import AuditEvent, StoredFile
from hatang.reports import services
from hatang.reports.models import PdfCopy, Report, ReportSection
from hatang.reports.selectors import report_of
from hatang.reports.services import make_pdf, want_pdf, write_section
from hatang.reports.tests.examples import TODAY, make_ground, make_report
from hatang.tests.factories import inside

pytestmark = pytest.mark.django_db
State = PdfCopy.State


@pytest.fixture
def report(coordinator, tmp_path):
    with inside(coordinator):
        return make_report(make_ground(tmp_path)[0], unit=coordinator.unit)


@pytest.fixture
def ask(report, browser, django_capture_on_commit_callbacks):
    """Press the button; what was put on the queue runs."""

    def press():
        with django_capture_on_commit_callbacks(execute=True):
            return browser.post(f"/bao-cao/{report.pk}/ban-pdf/")

    return press


def write(report, text):
    section = ReportSection.objects.get(report=report, code="next")
    write_section(section, text, revision=section.revision)


def content(answer):
    return b"".join(answer.streaming_content)


@pytest.mark.office
def test_one_text_is_converted_once_and_what_it_was_before_is_put_away(report, ask, browser, coordinator):
    page = f"/bao-cao/{report.pk}/ban-pdf/"
    assert ask().url == page
    assert "Tải bản PDF" in browser.get(page).content.decode()
    first = browser.get(f"/bao-cao/{report.pk}/bao-cao.pdf")
    assert content(first).startswith(b"%PDF")
    assert 'filename="bao-cao-2026-Q3.pdf"' in first["Content-Disposition"]
    assert ask().url == f"/bao-cao/{report.pk}/bao-cao.pdf"
    with inside(coordinator):
        assert AuditEvent.objects.filter(action="report.pdf").count() == 1
        old = PdfCopy.objects.get().file
        write(report, "Việc mới của quý tới.")
    assert ask().url == page
    with inside(coordinator):
        assert PdfCopy.objects.get().file.sha256 != old.sha256
        assert not StoredFile.objects.filter(pk=old.pk).exists()
        assert AuditEvent.objects.filter(action="file.forget").count() == 1
        assert not path_of(old).exists()


@pytest.mark.office
def test_an_issued_report_keeps_its_file_whatever_the_writer_becomes(report, ask, browser, coordinator, monkeypatch):
    with inside(coordinator):
        Report.objects.filter(pk=report.pk).update(state="issued", number="12", issued_on=TODAY)
    ask()
    with inside(coordinator):
        event = AuditEvent.objects.get(action="report.pdf")
    monkeypatch.setattr(services.copying.documents, "as_word", lambda _paper: b"what a later version of the writer makes")
    assert ask().url.endswith("bao-cao.pdf")
    answer = browser.get(f"/bao-cao/{report.pk}/bao-cao.pdf")
    assert hashlib.sha256(content(answer)).hexdigest() == event.after["sha256"]


def test_without_libreoffice_the_page_says_so_and_offers_word(ask, browser, report, monkeypatch):
    monkeypatch.setenv("PATH", "/khong-co")
    said = browser.get(ask().url).content.decode()
    assert "chưa cài LibreOffice" in said
    assert f'href="/bao-cao/{report.pk}/bao-cao.docx"' in said
    assert "Thử lại" in said


def test_what_is_under_way_is_not_begun_again(report, coordinator, browser, ask):
    with inside(coordinator):
        copy = want_pdf(report_of(report.pk))
        PdfCopy.objects.filter(pk=copy.pk).update(state=State.WORKING)
    ask()
    with inside(coordinator):
        make_pdf.func(coordinator.commune_id, {"user_id": None, "name": "", "origin": ""}, copy_id=copy.pk)
        assert PdfCopy.objects.get().state == State.WORKING
    page = browser.get(f"/bao-cao/{report.pk}/ban-pdf/").content.decode()
    assert 'hx-trigger="every 1s"' in page
    assert "HX-Refresh" not in browser.get(f"/bao-cao/{report.pk}/ban-pdf/tien-do/")


def test_what_nobody_works_on_any_more_can_be_asked_for_again(report, coordinator, browser):
    with inside(coordinator):
        copy = want_pdf(report_of(report.pk))
        PdfCopy.objects.filter(pk=copy.pk).update(state=State.WORKING, moved_at=timezone.now() - dt.timedelta(minutes=6))
        assert "dừng giữa chừng" in browser.get(f"/bao-cao/{report.pk}/ban-pdf/").content.decode()
        assert want_pdf(report_of(report.pk)).state == State.WAITING


def test_a_text_written_anew_meanwhile_is_not_kept_as_the_old_one(report, coordinator, django_capture_on_commit_callbacks):
    with inside(coordinator), django_capture_on_commit_callbacks(execute=True):
        want_pdf(report_of(report.pk))
        write(report, "Viết lại trước khi đến lượt.")
    with inside(coordinator):
        assert not PdfCopy.objects.exists()


def test_before_it_is_made_the_address_of_the_file_leads_to_the_button(report, browser):
    answer = browser.get(f"/bao-cao/{report.pk}/bao-cao.pdf", follow=True)
    assert "Tạo bản PDF" in answer.content.decode()
