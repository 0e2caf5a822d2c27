"""What reports on the plan print of works, money and what is late, as they stood at the end of the span."""

from __future__ import annotations

import pytest

from hatang.projects.tests.examples import make_project, make_source
from hatang.reports import selectors
from hatang.reports.models import ReportSection
from hatang.reports.tests.examples import Q2, Q3, make_ground, make_report
from hatang.reports.tests.works import allocate, built, day, make_troubles, make_works, milestone, pay

pytestmark = pytest.mark.django_db


@pytest.fixture
def ground(as_coordinator, tmp_path):
    plan, _bindings, villages = make_ground(tmp_path)
    return plan, make_works(villages), villages


def said(report, code="works"):
    return [sentence.text for sentence in ReportSection.objects.get(report=report, code=code).said]


@pytest.mark.parametrize(("kind", "period", "words"), [("quarterly", Q3, "quý III/2026"), ("nine_month", "2026-9M", "9 tháng")])
def test_works_money_and_late_works_are_those_of_the_end_of_the_span(ground, kind, period, words):
    lines = said(make_report(ground[0], period, kind))
    assert lines[0] == "Xã đang theo dõi 3 công trình, dự án: 1 đang chuẩn bị đầu tư, 2 đang thi công."
    assert lines[1].startswith(f"Đến hết {words}")
    assert lines[1].endswith(
        "vốn đã phân bổ cho công trình, dự án là 2.450,6 triệu đồng; đã giải ngân lũy kế 970,3 triệu đồng, bằng 39,6% vốn đã "
        "phân bổ."
    )  # of every year: 2025 is in it, what was paid in October is not
    assert lines[2:] == [
        "Có 1 công trình, dự án chậm so với mốc kế hoạch:",
        "Đường thôn Ví Dụ 1: đã làm 45% khối lượng; mốc gần nhất đến hạn ngày 10/09/2026, đã chậm 20 ngày.",
    ]


def test_what_was_late_in_a_past_quarter_only_is_told_there_only(ground):
    milestone(ground[1]["canal"], "Khởi công", "1/6/2026", "5/7/2026")
    early, late = make_report(ground[0], Q2), make_report(ground[0], Q3)
    assert "Mương thôn Ví Dụ 2: chưa có khối lượng; mốc gần nhất đến hạn ngày 01/06/2026, đã chậm 29 ngày." in said(early)
    assert not [line for line in said(late) if line.startswith("Mương")]


def test_a_work_with_capital_and_nothing_paid(as_coordinator, tmp_path):
    plan = make_ground(tmp_path)[0]
    allocate(make_project("Cống Ví Dụ"), make_source("Nguồn Ví Dụ"), 30, "5/2/2026")
    assert said(make_report(plan)) == [
        "Xã đang theo dõi 1 công trình, dự án: 1 mới đề xuất hoặc đưa vào kế hoạch.",
        "Đến hết quý III/2026, vốn đã phân bổ cho công trình, dự án là 30 triệu đồng; chưa phát sinh giải ngân.",
    ]


def test_without_works_it_says_so(as_coordinator, tmp_path):
    plan = make_ground(tmp_path)[0]
    report = make_report(plan)
    assert said(report) == ["Trong kỳ chưa phát sinh công trình, dự án."]
    assert said(report, "obstacles") == ["Trong kỳ chưa phát sinh vướng mắc được ghi nhận ở công trình, dự án."]


def test_many_late_works_are_counted_and_the_longest_late_named(ground):
    for number in range(12):
        work = make_project(f"Cống Ví Dụ {number}", phase="construction", stage="under_way", construction="started")
        built(work, "5", "1/9/2026")
        milestone(work, "Hoàn thành", f"{number + 1}/8/2026")
    lines = said(make_report(ground[0]))
    assert "Có 13 công trình, dự án chậm so với mốc kế hoạch; trong đó:" in lines
    named = [line for line in lines if "đã chậm" in line]
    assert len(named) == 10
    assert named[0].startswith("Cống Ví Dụ 0: đã làm 5% khối lượng; mốc gần nhất đến hạn ngày 01/08/2026, đã chậm 60 ngày.")


def test_obstacles_are_late_as_of_the_end_of_the_span(ground):
    make_troubles(ground[1], ground[2])
    assert said(make_report(ground[0]), "obstacles")[1].endswith("hạn 20/09/2026, quá hạn 10 ngày).")


def test_money_paid_after_the_span_changes_nothing_of_it(ground):
    before = selectors.figures_of(make_report(ground[0], Q2))["money.paid"].value
    pay(ground[1]["canal"], make_source_of(ground[1]["canal"]), 1, "4/10/2026")
    after = selectors.figures_of(make_report(ground[0], "2026-H1", "half_year"))["money.paid"].value
    assert before == after


def make_source_of(work):
    return work.allocations.get().source


def test_the_day_of_a_work_is_counted_from_the_day_it_was_due(ground):
    figures = selectors.figures_of(make_report(ground[0]))
    assert figures[f"w{ground[1]['road'].pk}.late"].value == (day("30/9/2026") - day("10/9/2026")).days
