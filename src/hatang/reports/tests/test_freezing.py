"""A report keeps the figures it was issued with; later corrections show in the next one."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from hatang.core.models import AuditEvent
from hatang.indicators.models import Measurement
from hatang.indicators.services import recompute
from hatang.reports import selectors
from hatang.reports.models import Report, ReportSection
from hatang.reports.rules.states import Asked, Move
from hatang.reports.services import (
    ChangedMeanwhile,
    NotOpen,
    Refused,
    hand_in,
    move,
    refresh,
    take_back,
    write_section,
)
from hatang.reports.tests.examples import Q2, Q3, TODAY, make_ground, make_report

pytestmark = pytest.mark.django_db
SIGNED = Asked(number="12", date=TODAY, signer="Nguyễn Văn Mẫu", today=TODAY)


@pytest.fixture
def ground(as_coordinator, tmp_path):
    return make_ground(tmp_path)


def issue(report):
    for section in ReportSection.objects.filter(report=report, unit__isnull=False):
        hand_in(section)
    for step in (Move.REVIEW, Move.SUBMIT):
        report = move(report, step, Asked(today=TODAY))
    return move(report, Move.ISSUE, SIGNED, title="CHỦ TỊCH", capacity="TM. ỦY BAN NHÂN DÂN")


def correct(binding, code, village, numerator):
    row = Measurement.objects.get(indicator=binding.indicator, period__code=code, village=village)
    row.numerator = Decimal(numerator)
    row.save()
    recompute()


def now(report, binding):
    return selectors.figures_of(report)[f"t{binding.target_id}.now"]


def said(report):
    return "\n".join(sentence.text for section in selectors.sections_of(report) for sentence in section.said)


def test_an_issued_report_keeps_its_figures_and_its_text(ground):
    plan, bindings, villages = ground
    report = issue(make_report(plan))
    figures, text = selectors.figures_of(report), said(report)
    correct(bindings["irrigation.area"], Q3, villages[0], 60)
    assert selectors.figures_of(report) == figures
    assert said(report) == text
    with pytest.raises(NotOpen):
        refresh(report, today=TODAY)


def test_a_correction_shows_as_a_change_in_the_next_report(ground):
    plan, bindings, villages = ground
    first = issue(make_report(plan, Q2))
    told = now(first, bindings["irrigation.area"])
    correct(bindings["irrigation.area"], Q2, villages[0], 20)
    second = make_report(plan)
    known = selectors.figures_of(second)[f"t{bindings['irrigation.area'].target_id}.before"]
    assert known.said != told.said
    (line,) = ReportSection.objects.get(report=second, code="corrections").said
    assert f"quý II/2026 ghi {told.said}" in line.text
    assert known.said in line.text


def test_without_a_correction_there_is_no_such_section(ground):
    plan = ground[0]
    issue(make_report(plan, Q2))
    assert not ReportSection.objects.filter(report=make_report(plan), code="corrections").exists()


def test_a_draft_follows_the_data_and_keeps_what_people_wrote(ground):
    plan, bindings, villages = ground
    report = make_report(plan)
    section = ReportSection.objects.get(report=report, code="sector.irrigation")
    write_section(section, "Đã nạo vét mương thôn Ví Dụ 1.", revision=section.revision)
    before = now(report, bindings["irrigation.area"])
    correct(bindings["irrigation.area"], Q3, villages[0], 60)
    report = refresh(report, today=TODAY)
    assert now(report, bindings["irrigation.area"]).value > before.value
    assert ReportSection.objects.get(pk=section.pk).text == "Đã nạo vét mương thôn Ví Dụ 1."


def test_a_report_of_a_past_quarter_does_not_see_later_figures(ground):
    plan, bindings, _villages = ground
    early, late = make_report(plan, Q2), make_report(plan)
    assert now(early, bindings["irrigation.area"]).period == "quý II/2026"
    assert now(late, bindings["irrigation.area"]).period == "quý III/2026"
    assert now(early, bindings["irrigation.area"]).value < now(late, bindings["irrigation.area"]).value


def test_there_is_one_report_of_a_kind_for_a_period(ground):
    make_report(ground[0])
    with pytest.raises(Refused):
        make_report(ground[0])
    assert Report.objects.count() == 1


@pytest.mark.parametrize(("kind", "period"), [("quarterly", "2026"), ("quarterly", "2027-Q1"), ("yearly", "quý 3")])
def test_a_period_that_does_not_fit_is_refused(ground, kind, period):
    with pytest.raises(Refused):
        make_report(ground[0], period, kind)


def test_sections_are_asked_of_the_units_in_charge_with_a_day(ground, coordinator):
    coordinator.unit.sectors = ["irrigation"]
    coordinator.unit.save()
    report = make_report(ground[0], unit=coordinator.unit)
    section = ReportSection.objects.get(report=report, code="sector.irrigation")
    assert section.unit == coordinator.unit
    assert section.due_on == dt.date(2026, 10, 10)
    assert (section.days_late(dt.date(2026, 10, 13)), section.days_late(TODAY)) == (3, 0)
    with pytest.raises(Refused, match="chưa nộp"):
        move(report, Move.REVIEW, Asked(today=TODAY))


def test_a_report_prepared_late_gives_units_some_days(ground, coordinator):
    report = make_report(ground[0], unit=coordinator.unit, today=dt.date(2026, 11, 25))
    assert ReportSection.objects.get(report=report, code="next").due_on == dt.date(2026, 11, 30)


def test_what_somebody_else_wrote_meanwhile_is_not_overwritten(ground):
    section = ReportSection.objects.get(report=make_report(ground[0]), code="next")
    write_section(section, "Bản của người thứ nhất", revision=1)
    with pytest.raises(ChangedMeanwhile):
        write_section(section, "Bản của người thứ hai", revision=1)
    section.refresh_from_db()
    assert section.text == "Bản của người thứ nhất"


def test_a_section_handed_in_can_be_asked_for_again(ground):
    section = ReportSection.objects.get(report=make_report(ground[0]), code="next")
    assert hand_in(section).state == "handed_in"
    section.refresh_from_db()
    assert take_back(section).state == "waiting"


def test_a_returned_report_says_why_and_opens_again(ground):
    report = move(make_report(ground[0]), Move.REVIEW, Asked(today=TODAY))
    report = move(report, Move.RETURN, Asked(reason="Thiếu nguyên nhân chậm", today=TODAY))
    assert report.is_open
    assert report.return_reason == "Thiếu nguyên nhân chậm"


def test_every_step_is_in_the_trail_in_words(ground):
    issue(make_report(ground[0]))
    rows = AuditEvent.objects.filter(subject_type="reports.report").order_by("sequence")
    deeds = [event.words for event in rows]
    assert deeds[0] == "Lập báo cáo"
    assert deeds[-3:] == ["Rà soát báo cáo", "Trình ký báo cáo", "Ban hành báo cáo"]
