"""Thematic reports: what is said of one sector, one village, one work is what the raw rows of it come to."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest

from hatang.assets.models import Asset, Ticket
from hatang.indicators.models import Measurement
from hatang.projects.models import Allocation, Contribution, Disbursement, Gate, Need, Project, WorkDocument
from hatang.projects.tests.examples import make_project, make_source
from hatang.reports import selectors
from hatang.reports.models import ReportSection
from hatang.reports.tests.examples import Q2, Q3, make_ground, make_report
from hatang.reports.tests.works import allocate, built, day, make_gifts, make_troubles, make_works, milestone

pytestmark = pytest.mark.django_db
END = day("30/9/2026")


@pytest.fixture
def ground(as_coordinator, tmp_path):
    plan, bindings, villages = make_ground(tmp_path)
    works = make_works(villages)
    make_gifts(works, villages)
    make_troubles(works, villages)
    return plan, works, villages, bindings


def report_on(ground, subject, period=Q3):
    return make_report(ground[0], period, "thematic", subject=subject)


def said(report, code):
    return [sentence.text for sentence in ReportSection.objects.get(report=report, code=code).said]


def of_work(report, work, name):
    return selectors.figures_of(report)[f"work.{work.pk}.{name}"].value


def paid(work):
    rows = [row for row in Disbursement.objects.filter(project=work) if row.paid_on <= END]
    return sum(row.amount - row.recovered for row in rows)


def allocated(work):
    return sum(row.amount for row in Allocation.objects.filter(project=work, kind="year") if row.decided_on <= END)


def test_a_sector_has_its_own_works_targets_faults_and_needs_only(ground):
    report = report_on(ground, "sector:irrigation")
    canal = ground[1]["canal"]
    figures = selectors.figures_of(report)
    assert figures["works.total"].value == Project.objects.filter(sector="irrigation").count() == 1
    assert of_work(report, canal, "paid") == figures["money.paid"].value == paid(canal)
    assert of_work(report, canal, "allocated") == figures["money.allocated"].value == allocated(canal)
    assert not [key for key in figures if key.startswith(f"work.{ground[1]['road'].pk}.")]
    assert {row["sector"] for row in report.rows} == {"irrigation"}
    assert said(report, "sector.faults") == ["Chưa phát sinh công trình hư hỏng, không hoạt động."]
    assert said(report, "sector.needs") == ["Chưa phát sinh nhu cầu chờ quyết định."]
    assert said(report, "sector.works") == [
        "Có 1 công trình, dự án: 1 đang thi công.",
        "Đến hết quý III/2026, vốn đã phân bổ cho công trình, dự án là 300 triệu đồng; đã giải ngân lũy kế 250 triệu đồng, bằng "
        "83,3% vốn đã phân bổ.",
        "Mương thôn Ví Dụ 2: đang thực hiện; đã làm 10% khối lượng; vốn đã phân bổ 300 triệu đồng, đã giải ngân 250 triệu đồng.",
    ]


def test_a_sector_tells_the_best_and_the_weakest_village_from_the_approved_rows(ground):
    binding = ground[3]["irrigation.area"]
    rows = Measurement.objects.filter(indicator=binding.indicator, period__code=Q3, state="approved")
    shares = {row.village.name: (row.numerator * 100 / row.denominator).quantize(Decimal("0.1"), ROUND_HALF_UP) for row in rows}
    high, low = max(shares, key=shares.get), min(shares, key=shares.get)
    (line,) = [line for line in said(report_on(ground, "sector:irrigation"), "sector.villages") if "tưới" in line]
    numbers = [str(shares[name]).replace(".", ",").removesuffix(",0") for name in (high, low)]
    assert f"cao nhất {high} ({numbers[0]}%), thấp nhất {low} ({numbers[1]}%)" in line


def test_troubles_of_a_sector_are_told_one_by_one(ground):
    report = report_on(ground, "sector:transport")
    figures = selectors.figures_of(report)
    assert figures["tickets.unfixed"].value == Ticket.objects.count() == 2
    assert figures["scope.broken"].value == Asset.objects.filter(working="not_working").count() == 1
    faults = said(report, "sector.faults")
    assert faults[0] == "Có 1 công trình trong sổ không hoạt động:"
    assert "chưa có hướng xử lý" in faults[1]
    assert "còn 2 phiếu báo hỏng chưa sửa xong, trong đó 1 phiếu quá hạn sửa" in faults[2]
    assert "Sụt nền đoạn 0, báo ngày 01/08/2026, hạn sửa 01/09/2026, quá hạn 34 ngày." in faults[3]
    assert said(report, "sector.needs")[0] == f"Có {Need.objects.count()} nhu cầu chờ quyết định:"
    assert said(report, "sector.obstacles")[1] == (
        "Đường thôn Ví Dụ 1: Chưa bàn giao mặt bằng đoạn cuối (nguyên nhân: mặt bằng, hạn 20/09/2026, quá hạn 10 ngày)."
    )
    proposals = said(report, "sector.proposals")
    assert "Sửa chữa dứt điểm 1 phiếu báo hỏng đã quá hạn." in proposals
    assert "Quyết định hướng xử lý 1 công trình không hoạt động." in proposals


def test_a_village_has_its_figures_beside_the_commune(ground):
    village, binding = ground[2][1], ground[3]["irrigation.area"]
    report = report_on(ground, f"village:{village.pk}")
    row = Measurement.objects.get(indicator=binding.indicator, period__code=Q3, village=village)
    figure = selectors.figures_of(report)[f"v{village.pk}.t{binding.target_id}.now"]
    assert (figure.numerator, figure.denominator) == (row.numerator, row.denominator)
    assert any(f"{figure.said} ({figure.parts}); toàn xã " in line for line in said(report, "village.figures"))
    targets = ground[0].targets.count()
    known = len([line for line in said(report, "village.figures") if "toàn xã" in line or "đã có" in line])
    assert said(report, "village.figures")[-1] == f"Còn {targets - known} mục tiêu chưa có số liệu riêng của thôn."


def test_a_village_has_its_works_gifts_needs_and_faults(ground):
    plan, works, villages, _bindings = ground
    report = report_on(ground, f"village:{villages[1].pk}")
    figures = selectors.figures_of(report)
    mine = [works["canal"], works["school"]]
    assert figures["works.total"].value == len(mine)
    assert figures["money.paid"].value == sum(map(paid, mine))
    rows = [row for row in Contribution.objects.filter(village=villages[1], is_void=False) if row.given_on <= END]
    assert figures["gifts.value"].value == sum(row.value for row in rows)
    assert said(report, "village.gifts") == [
        "Trong quý III/2026 Nhân dân đã đóng góp 2 lượt, gồm vật liệu trị giá 1.200.000 đồng, tiền 3.500.000 đồng; giá trị quy "
        "đổi 4.700.000 đồng."
    ]
    assert said(report, "village.needs") == [
        "Có 1 nhu cầu chờ quyết định:",
        "Mương nhỏ (30 hộ hưởng lợi; ước kinh phí 80 triệu đồng).",
    ]
    assert said(report, "village.faults") == ["Chưa phát sinh công trình hư hỏng, không hoạt động."]
    assert len(said(make_report(plan, Q3, "thematic", subject=f"village:{villages[0].pk}"), "village.faults")) == 5


def test_a_village_with_nothing_says_so(ground):
    report = report_on(ground, f"village:{ground[2][2].pk}")
    assert said(report, "village.works") == ["Trong kỳ chưa phát sinh công trình, dự án."]
    assert said(report, "village.needs") == ["Chưa phát sinh nhu cầu chờ quyết định."]
    assert said(report, "village.gifts") == ["Trong kỳ chưa phát sinh đóng góp của Nhân dân."]
    assert said(report, "village.proposals") == ["Trong kỳ chưa phát sinh."]


def test_a_work_is_told_from_its_reason_to_its_money(ground):
    road = ground[1]["road"]
    report = report_on(ground, f"work:{road.pk}")
    figures = selectors.figures_of(report)
    assert report.title == "Tình hình thực hiện công trình “Đường thôn Ví Dụ 1” quý III/2026"
    assert "Mục đích, lý do đầu tư: Đi lại của bà con thôn Ví Dụ 1." in said(report, "work.about")
    assert "Tổng mức đầu tư: 2.000 triệu đồng." in said(report, "work.about")
    assert figures["work.paid"].value == paid(road)
    assert figures["work.allocated"].value == allocated(road) + 50_000_000  # what a transfer brought
    assert said(report, "work.progress") == [
        "Đến hết quý III/2026 đã làm 45% khối lượng, theo báo cáo ngày 25/09/2026; đến hết quý II/2026 chưa có khối lượng.",
        "Các mốc tiến độ:",
        "Khởi công: kế hoạch ngày 01/03/2026; hoàn thành ngày 01/03/2026.",
        "Xong nền đường: kế hoạch ngày 10/09/2026; chưa hoàn thành, chậm 20 ngày.",
    ]
    assert said(report, "work.proposals") == [
        "Yêu cầu các đơn vị được giao tháo gỡ dứt điểm 1 vướng mắc đã quá hạn.",
        "Đẩy nhanh tiến độ để bù 1 mốc đã chậm.",
    ]


def test_the_papers_of_a_work_and_those_its_steps_ask_for(ground):
    work = ground[1]["canal"]
    gate = Gate.objects.create(
        kind=work.kind, track="construction", to_state="started", code="vi-du", document="Biên bản bàn giao mặt bằng"
    )
    lacking = said(report_on(ground, f"work:{work.pk}"), "work.papers")
    assert lacking[0] == "Chưa có văn bản trong hồ sơ."
    assert "Biên bản bàn giao mặt bằng." in lacking
    WorkDocument.objects.create(project=work, gate=gate, title="Biên bản giao mặt bằng", number="5/BB", issued_on=day("2/7/2026"))
    WorkDocument.objects.create(project=work, title="Biên bản sau kỳ", issued_on=day("2/10/2026"))
    there = said(report_on(ground, f"work:{work.pk}", "2026-9M"), "work.papers")
    assert there[:2] == ["Hồ sơ đã có 1 văn bản:", "Biên bản giao mặt bằng số 5/BB ngày 02/07/2026."]
    assert "Biên bản bàn giao mặt bằng." not in there


def test_progress_of_a_work_beside_the_time_before(ground):
    work = make_project("Cống Ví Dụ")
    built(work, "20", "20/6/2026")
    built(work, "45.5", "20/9/2026")
    milestone(work, "Hoàn thành", "1/9/2026", "11/9/2026")
    allocate(work, make_source("Nguồn Ví Dụ C"), 100, "5/2/2026")
    report = report_on(ground, f"work:{work.pk}")
    assert said(report, "work.progress") == [
        "Đến hết quý III/2026 đã làm 45,5% khối lượng, theo báo cáo ngày 20/09/2026; tăng 25,5 điểm phần trăm so với quý II/2026 "
        "(20%).",
        "Các mốc tiến độ:",
        "Hoàn thành: kế hoạch ngày 01/09/2026; hoàn thành ngày 11/09/2026, chậm 10 ngày.",
    ]
    assert said(report, "work.money")[0] == "Đến hết quý III/2026, đã phân bổ 100 triệu đồng vốn; chưa phát sinh giải ngân."
    assert said(report, "work.proposals") == ["Trong kỳ chưa phát sinh."]


def test_a_work_just_proposed_has_nothing_yet(ground):
    report = report_on(ground, f"work:{make_project('Kè Ví Dụ').pk}", Q2)
    assert said(report, "work.money") == ["Chưa phát sinh vốn được phân bổ.", "Trong kỳ chưa phát sinh đóng góp của Nhân dân."]
    assert said(report, "work.progress") == ["Đến hết quý II/2026 chưa phát sinh khối lượng.", "Chưa có mốc tiến độ."]
    assert said(report, "work.handing") == ["Chưa nghiệm thu; chưa bàn giao; chưa thanh toán; chưa quyết toán."]
    assert report.tables == []
