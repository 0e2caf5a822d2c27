"""The report on money: every sum is what the raw rows of the books come to by the end of the span."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest

from hatang.projects.models import Allocation, Disbursement, Transfer, YearCapital
from hatang.projects.tests.examples import make_project, make_source
from hatang.reports import selectors
from hatang.reports.models import ReportSection
from hatang.reports.rules.tables import Table
from hatang.reports.tests.examples import Q2, Q3, make_ground, make_report
from hatang.reports.tests.works import MILLION, allocate, day, make_works, pay

pytestmark = pytest.mark.django_db
END, START = day("30/9/2026"), day("30/6/2026")


@pytest.fixture
def ground(as_coordinator, tmp_path):
    plan, _bindings, villages = make_ground(tmp_path)
    return plan, make_works(villages)


def report_on(ground, period=Q3):
    return make_report(ground[0], period, "money")


def said(report, code):
    section = ReportSection.objects.get(report=report, code=f"money.{code}")
    return [sentence.text for sentence in section.said]


def allocated(until, **wanted):
    """Plainly: entries of the year, what came by transfers, less what went."""
    mine = [row for row in Allocation.objects.filter(kind="year", year=2026) if row.decided_on <= until]
    sums = sum(row.amount for row in mine if all(getattr(row, name) == value for name, value in wanted.items()))
    for row in Transfer.objects.all():
        if row.decided_on <= until and "project" in wanted:
            sums += row.amount * ((row.to_project == wanted["project"]) - (row.from_project == wanted["project"]))
    return sums


def paid(until, year=2026, **wanted):
    rows = [row for row in Disbursement.objects.filter(year=year, **wanted) if row.paid_on <= until]
    return sum(row.amount - row.recovered for row in rows)


def share(part, whole):
    return (Decimal(part) * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)


def test_the_sums_of_the_whole_are_the_rows_of_the_books(ground):
    figures = selectors.figures_of(report_on(ground))
    given = sum(row.amount for row in YearCapital.objects.filter(year=2026))
    expected = {
        "given": given, "allocated": allocated(END), "unshared": given - allocated(END), "paid": paid(END),
        "span": paid(END) - paid(START), "before": paid(START) - paid(day("31/3/2026")), "left": allocated(END) - paid(END),
        "settled": 0, "moved": 50 * MILLION, "advanced": 200 * MILLION,
    }  # fmt: skip
    assert {name: figures[f"money.{name}"].value for name in expected} == expected
    assert figures["money.share"].printed == share(paid(END), allocated(END))
    then = share(paid(day("30/9/2025"), 2025), sum(row.amount for row in Allocation.objects.filter(year=2025)))
    assert figures["money.share_then"].printed == then
    assert figures["money.points"].printed == abs(figures["money.share"].printed - then)


def test_each_source_and_each_work_is_the_rows_of_the_books(ground):
    _plan, works = ground
    report = report_on(ground)
    figures = selectors.figures_of(report)
    for work in works.values():
        assert figures[f"work.{work.pk}.allocated"].value == allocated(END, project=work)
        assert figures[f"work.{work.pk}.paid"].value == paid(END, project=work)
        assert figures[f"work.{work.pk}.left"].value == allocated(END, project=work) - paid(END, project=work)
    for capital in YearCapital.objects.filter(year=2026):
        assert figures[f"source.{capital.source_id}.given"].value == capital.amount
        assert figures[f"source.{capital.source_id}.allocated"].value == allocated(END, source=capital.source)
        assert figures[f"source.{capital.source_id}.paid"].value == paid(END, source=capital.source)


def test_it_is_said_as_an_office_says_it(ground):
    report = report_on(ground)
    assert said(report, "capital")[0] == (
        "Kế hoạch vốn năm 2026 xã được giao 2.100 triệu đồng từ 2 nguồn; đã phân bổ 1.650,6 triệu đồng cho 3 công trình, dự án, "
        "bằng 78,6% số được giao, còn 449,5 triệu đồng chưa phân bổ."
    )
    assert said(report, "paid")[:4] == [
        "Đến hết quý III/2026, vốn năm 2026 đã giải ngân lũy kế 850,3 triệu đồng, bằng 51,5% vốn đã phân bổ và 40,5% vốn được "
        "giao; còn 800,3 triệu đồng chưa giải ngân.",
        "Riêng quý III/2026 giải ngân 250 triệu đồng, giảm 50,3 triệu đồng so với quý II/2026 (300,3 triệu đồng).",
        "Cùng kỳ năm trước, tỷ lệ giải ngân so với vốn đã phân bổ là 15%; kỳ này cao hơn 36,5 điểm phần trăm.",
        "Trong số đã giải ngân, tạm ứng chưa thu hồi là 200 triệu đồng.",
    ]
    assert said(report, "moved") == [
        "Trong kỳ đã điều chuyển 1 lần, tổng số vốn 50 triệu đồng:",
        "50 triệu đồng (Nguồn Ví Dụ A) từ “Phòng học Ví Dụ” năm 2026 sang “Đường thôn Ví Dụ 1” năm 2026, theo Quyết định số "
        "77/QĐ-UBND ngày 01/09/2026.",
    ]
    assert said(report, "late") == [
        "Có 1 công trình, dự án chậm so với mốc kế hoạch:",
        "Đường thôn Ví Dụ 1: đã làm 45% khối lượng; mốc gần nhất đến hạn ngày 10/09/2026, đã chậm 20 ngày.",
    ]
    assert said(report, "apart") == [
        "Có 1 công trình, dự án có tỷ lệ giải ngân và khối lượng chênh lệch lớn:",
        "Mương thôn Ví Dụ 2: đã giải ngân 50% tổng mức đầu tư, khối lượng mới đạt 10%; giải ngân vượt khối lượng 40 điểm phần "
        "trăm.",
    ]
    assert said(report, "idle") == [
        "Có 1 công trình, dự án còn vốn nhưng lâu không phân bổ thêm, không giải ngân:",
        "Phòng học Ví Dụ: còn 100 triệu đồng, đã 8 tháng không có biến động.",
    ]
    assert said(report, "settled") == ["Chưa phát sinh quyết toán vốn."]
    assert said(report, "proposals")[0] == "Phân bổ chi tiết 449,5 triệu đồng vốn được giao còn lại cho công trình, dự án."


def test_works_that_will_not_spend_out_are_foreseen_by_the_pace_so_far(ground):
    lines = said(report_on(ground), "risks")
    assert lines[0] == "Có 2 công trình, dự án theo tốc độ hiện nay có khả năng không giải ngân hết vốn năm 2026:"
    passed = Decimal(273) / 365
    foreseen = (share(paid(END, project=ground[1]["road"]), allocated(END, project=ground[1]["road"])) / passed).quantize(
        Decimal("0.1"), ROUND_HALF_UP
    )
    assert f"dự kiến đến hết năm đạt {str(foreseen).replace('.', ',')}%" in lines[1]
    assert lines[2] == "Phòng học Ví Dụ: chưa giải ngân; còn 100 triệu đồng."


def test_early_in_the_year_nothing_is_foreseen(ground):
    assert said(make_report(ground[0], "2026-Q1", "money", today=day("15/3/2026")), "risks") == [
        "Chưa đủ cơ sở để dự báo khả năng giải ngân đến hết năm."
    ]


def test_without_money_it_says_so(as_coordinator, tmp_path):
    report = make_report(make_ground(tmp_path)[0], Q3, "money")
    assert said(report, "capital") == ["Chưa phát sinh vốn được giao, phân bổ cho công trình, dự án trong năm 2026."]
    assert said(report, "paid") == ["Chưa phát sinh giải ngân."]
    assert said(report, "moved") == ["Trong kỳ chưa phát sinh điều chuyển vốn."]
    assert said(report, "proposals") == ["Trong kỳ chưa phát sinh."]
    assert report.tables == []


def test_capital_without_a_decision_of_the_whole_and_nothing_paid(as_coordinator, tmp_path):
    plan = make_ground(tmp_path)[0]
    allocate(make_project("Cống Ví Dụ"), make_source("Nguồn Ví Dụ"), 12.5, "5/2/2026")
    report = make_report(plan, Q2, "money")
    assert said(report, "capital")[0] == (
        "Kế hoạch vốn năm 2026 đã phân bổ 12,5 triệu đồng cho 1 công trình, dự án. Chưa ghi nhận số vốn xã được giao theo từng "
        "nguồn."
    )
    assert said(report, "paid") == ["Đến hết quý II/2026, vốn năm 2026 chưa phát sinh giải ngân."]


def test_what_was_paid_after_the_span_is_not_told(ground):
    before = selectors.figures_of(report_on(ground, Q2))
    pay(ground[1]["road"], Allocation.objects.first().source, 5, "3/10/2026")
    assert selectors.figures_of(make_report(ground[0], "2026-H1", "money"))["money.paid"].value == before["money.paid"].value
    assert before["money.paid"].value == paid(START)


def test_the_annexes_add_up_to_their_foot(ground):
    report = report_on(ground)
    figures = selectors.figures_of(report)
    for table in map(Table.of, report.tables):
        assert table.rows
        for at, column in enumerate(table.columns):
            if column.shape == "money" and column.summed:
                assert sum(one.value for one in table.figures(figures, at)) == figures[table.total[at]].value, column.name
