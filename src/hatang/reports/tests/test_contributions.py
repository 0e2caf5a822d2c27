"""The report on contributions: every sum is what the raw rows of the book of gifts come to, and nobody is named unasked."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hatang.projects.giving import services as giving
from hatang.projects.models import Contribution
from hatang.reports import selectors
from hatang.reports.models import ReportSection
from hatang.reports.services import refresh
from hatang.reports.tests.examples import Q2, Q3, TODAY, make_ground, make_report
from hatang.reports.tests.works import NAMED, day, make_gifts, make_works

pytestmark = pytest.mark.django_db
FIRST, LAST = day("1/7/2026"), day("30/9/2026")


@pytest.fixture
def ground(as_coordinator, tmp_path):
    plan, _bindings, villages = make_ground(tmp_path)
    works = make_works(villages)
    make_gifts(works, villages)
    return plan, works, villages


def report_on(ground, period=Q3):
    return make_report(ground[0], period, "contributions")


def said(report, code):
    return [sentence.text for sentence in ReportSection.objects.get(report=report, code=f"gifts.{code}").said]


def raw(**wanted):
    """The gifts of the span that count, read as plainly as can be."""
    rows = [row for row in Contribution.objects.all() if FIRST <= row.given_on <= LAST and not row.is_void]
    return [row for row in rows if all(getattr(row, name) == value for name, value in wanted.items())]


def summed(rows):
    return {
        "count": len(rows),
        "land": sum((row.quantity for row in rows if row.kind == "land"), Decimal(0)),
        "labour": sum((row.quantity for row in rows if row.kind == "labour"), Decimal(0)),
        "material": sum(row.value for row in rows if row.kind == "material"),
        "cash": sum(row.value for row in rows if row.kind == "cash"),
        "value": sum(row.value for row in rows),
    }


def test_every_sum_is_the_rows_of_the_book(ground):
    figures = selectors.figures_of(report_on(ground))

    def known(prefix):
        return {name: figures[f"{prefix}.{name}"].value for name in summed([])}

    assert known("gifts") == summed(raw())
    for village in ground[2][:2]:
        assert known(f"village.{village.pk}") == summed(raw(village=village))
    for work in (ground[1]["road"], ground[1]["canal"]):
        assert known(f"work.{work.pk}") == summed(raw(project=work))
    everything = [row for row in Contribution.objects.all() if row.given_on <= LAST and not row.is_void]
    assert figures["gifts.since_value"].value == sum(row.value for row in everything)
    assert figures["gifts.before"].value == sum(row.value for row in everything if row.given_on < FIRST)
    assert figures["gifts.unpriced"].value == 1


def test_it_is_said_as_an_office_says_it(ground):
    report = report_on(ground)
    assert said(report, "result") == [
        "Trong quý III/2026, Nhân dân, cơ quan, tổ chức đã đóng góp 5 lượt cho 2 công trình, dự án; giá trị quy đổi 22.555.000 "
        "đồng. So với quý II/2026 (1.000.000 đồng) tăng 21.555.000 đồng.",
        "Hiến đất: 120,5 m² (1 lượt), giá trị quy đổi 7.230.000 đồng.",
        "Ngày công: 42,5 ngày công (2 lượt), giá trị quy đổi 10.625.000 đồng.",
        "Vật liệu, hiện vật: 1 lượt, giá trị quy đổi 1.200.000 đồng.",
        "Tiền: 3.500.000 đồng (1 lượt).",
        "Lũy kế từ đầu kỳ kế hoạch đến hết quý III/2026: 6 lượt đóng góp, giá trị quy đổi 23.555.000 đồng.",
    ]
    assert said(report, "villages") == [
        "Thôn Ví Dụ 1: 3 lượt, gồm 120,5 m² đất, 42,5 ngày công; giá trị quy đổi 17.855.000 đồng.",
        "Thôn Ví Dụ 2: 2 lượt, gồm vật liệu trị giá 1.200.000 đồng, tiền 3.500.000 đồng; giá trị quy đổi 4.700.000 đồng.",
        "Trong kỳ chưa phát sinh đóng góp ở: thôn Ví Dụ 3.",
    ]
    assert said(report, "givers") == [
        "Đã có 3 lượt của hộ gia đình, cá nhân; 1 lượt của cả thôn; 1 lượt của doanh nghiệp.",
        f"Tổ chức, cá nhân đồng ý nêu tên: {NAMED}.",
    ]
    assert said(report, "prices") == [
        "Đất, ngày công, vật liệu được quy đổi theo đơn giá tại: Quyết định số 08/QĐ-UBND của xã Ví Dụ ngày 05/01/2026.",
        "Có 1 lượt đóng góp bằng hiện vật, ngày công chưa có đơn giá của xã, ghi theo giá trị kê khai.",
    ]
    assert said(report, "proposals") == ["Ban hành đơn giá quy đổi để tính lại 1 lượt đóng góp chưa có đơn giá."]


def test_a_name_is_gone_from_the_draft_once_the_giver_takes_it_back(ground):
    report = report_on(ground)
    giving.withdraw_name(Contribution.objects.get(giver_name=NAMED), on=day("1/10/2026"))
    refresh(report, today=TODAY)
    assert NAMED not in "".join(said(report, "givers"))


def test_one_gift_of_one_kind(ground):
    report = report_on(ground, Q2)
    assert said(report, "result")[:2] == [
        "Trong quý II/2026, Nhân dân, cơ quan, tổ chức đã đóng góp 1 lượt cho 1 công trình, dự án; giá trị quy đổi 1.000.000 "
        "đồng. Quý I/2026 chưa phát sinh đóng góp.",
        "Tiền: 1.000.000 đồng (1 lượt).",
    ]
    assert said(report, "result")[2] == "Chưa phát sinh đóng góp bằng đất, ngày công, vật liệu."
    assert said(report, "villages")[0] == "Không theo thôn: 1 lượt, gồm tiền 1.000.000 đồng; giá trị quy đổi 1.000.000 đồng."
    assert said(report, "prices") == ["Trong kỳ chưa phát sinh đóng góp phải quy đổi theo đơn giá."]


def test_without_gifts_it_says_so(as_coordinator, tmp_path):
    report = make_report(make_ground(tmp_path)[0], Q3, "contributions")
    assert said(report, "result") == ["Trong kỳ chưa phát sinh đóng góp cho công trình, dự án."]
    for code in ("villages", "works", "givers", "proposals"):
        assert said(report, code) == ["Trong kỳ chưa phát sinh."]
    assert report.tables == []
