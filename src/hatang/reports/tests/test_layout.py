"""What LibreOffice makes of the report, page by page, against Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from __future__ import annotations

import io

import pdfplumber
import pytest

from hatang.reports.documents import as_pdf, paper_of
from hatang.reports.models import ReportSection
from hatang.reports.selectors import report_of
from hatang.reports.services import write_section
from hatang.reports.tests.examples import make_ground, make_report
from vanban.writer.tests.test_pages import SAME_MEASURES, Page, assert_a4, assert_within_the_margins, has_the_font

pytestmark = [pytest.mark.django_db, pytest.mark.office]
LONG = "Đoạn viết rất dài của người lập báo cáo, có tên riêng và chữ hoa THÔN VÍ DỤ, để xem chữ có tràn lề không. " * 12


@pytest.fixture
def pages(as_coordinator, tmp_path):
    report = make_report(make_ground(tmp_path)[0])
    write_section(ReportSection.objects.get(report=report, code="next"), f"{LONG}\n- {LONG}", revision=1)
    with pdfplumber.open(io.BytesIO(as_pdf(paper_of(report_of(report.pk))))) as pdf:
        return [Page(page) for page in pdf.pages]


def test_the_report_keeps_to_the_decree(pages):
    for page in pages:
        assert_a4(page)
        assert_within_the_margins(page)
        assert all(word["text"].isdigit() for word in page.in_top_margin)
    turned = [page for page in pages if page.width > page.height]
    titles = ("TT Mục tiêu Yêu cầu", "Số Số liệu Giá trị Kỳ Nguồn, minh chứng")
    assert turned
    assert all(any(title in page.text for title in titles) for page in turned)
    signed = [page for page in pages if "Nơi nhận:" in page.text]
    assert len(signed) == 1
    assert "./." in signed[0].text
    if has_the_font():
        fonts = {char["fontname"].split("+")[-1].replace("-", "") for page in pages for char in page.chars}
        assert all(font.startswith(SAME_MEASURES) for font in fonts), fonts
