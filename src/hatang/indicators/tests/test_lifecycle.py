"""A figure from draft to approved, and back: who is stopped where, and what stays."""

from __future__ import annotations

from decimal import Decimal

import pytest

from hatang.core.models import AuditEvent
from hatang.indicators.models import Measurement
from hatang.indicators.rules.lifecycle import AFTER, Deed, State, after
from hatang.indicators.services import (
    ChangedMeanwhile,
    PeriodLocked,
    Refused,
    approve,
    correct,
    lock_period,
    open_period,
    reopen_period,
    return_,
    submit,
)
from hatang.indicators.tests.examples import COUNT, RATIO, YES_NO, approved, draft, make_indicator, make_village
from hatang.tests.factories import inside, make_member


@pytest.fixture
def period(as_coordinator):
    return open_period("2026-Q2")


@pytest.fixture
def road(as_coordinator):
    return make_indicator(RATIO)


@pytest.fixture
def village(as_coordinator):
    return make_village(1)


def test_the_states_of_the_rules_are_those_of_the_model():
    assert [state.value for state in State] == list(Measurement.State.values)


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("deed", list(Deed))
def test_only_what_is_listed_is_allowed(state, deed):
    allowed = {
        "draft": {"change", "submit"}, "returned": {"change", "submit"}, "submitted": {"approve", "return"},
        "approved": {"correct", "supersede"}, "superseded": set(),
    }  # fmt: skip
    assert (after(state, deed) is not None) == (deed.value in allowed[state.value])
    assert set(AFTER.values()) <= set(State)


def test_a_figure_is_written_handed_in_and_approved(road, village, period):
    first = draft(road, village, period, "4.1", "12.35")
    assert (first.state, first.entered_by.full_name) == ("draft", "Người Mẫu")
    [done] = approve(submit([first]))
    assert done.state == "approved"
    assert done.submitted_by == done.reviewed_by == first.entered_by
    deeds = list(AuditEvent.objects.filter(subject_type="indicators.measurement").values_list("action", flat=True))
    assert deeds == ["figure.save", "figure.submit", "figure.approve"]


def test_what_is_handed_in_cannot_be_changed_under_the_reviewers_hands(road, village, period):
    submit([draft(road, village, period, 1, 2)])
    with pytest.raises(Refused, match="đang chờ duyệt"):
        draft(road, village, period, 2, 2)
    assert Measurement.objects.get().numerator == 1


def test_the_reviewer_approves_only_what_they_saw(road, village, period):
    [seen] = submit([draft(road, village, period, 1, 2)])
    return_(seen, comment="Xem lại chiều dài.")
    submit([draft(road, village, period, 2, 2, reason="đo lại")])
    with pytest.raises(ChangedMeanwhile, match="vừa thay đổi"):
        approve([seen])
    assert Measurement.objects.get().state == "submitted"


def test_a_returned_figure_carries_the_comment_and_is_handed_in_again(road, village, period):
    [waiting] = submit([draft(road, village, period, 1, 2)])
    with pytest.raises(Refused, match="Hãy ghi cần xem lại"):
        return_(waiting, comment=" ")
    returned = return_(waiting, comment="Xem lại chiều dài.")
    assert (returned.state, returned.review_comment) == ("returned", "Xem lại chiều dài.")
    again = draft(road, village, period, "1.5", 2)
    assert (again.pk, again.state) == (returned.pk, "returned")
    assert submit([again])[0].state == "submitted"


def test_two_people_writing_the_same_figure_do_not_overwrite_each_other(road, village, period, commune):
    first = draft(road, village, period, 1, 2, revision=0)
    with inside(make_member(commune, name="Người Khác")):
        draft(road, village, period, "1.5", 2, revision=first.revision)
    with pytest.raises(ChangedMeanwhile, match="Người khác vừa ghi"):
        draft(road, village, period, "1.8", 2, revision=first.revision)
    with pytest.raises(ChangedMeanwhile):
        draft(road, village, period, "1.8", 2, revision=0)
    assert Measurement.objects.get().numerator == Decimal("1.5")


def test_saving_the_same_again_changes_nothing(road, village, period):
    first = draft(road, village, period, 1, 2)
    events = AuditEvent.objects.count()
    assert draft(road, village, period, 1, 2).revision == first.revision
    assert AuditEvent.objects.count() == events


def test_an_approved_figure_is_corrected_by_a_new_row(road, village, period):
    old = approved(road, village, period, 1, 2)
    with pytest.raises(Refused, match="lý do"):
        draft(road, village, period, "1.2", 2)
    with pytest.raises(Refused, match="giống hệt"):
        correct(old, correction_reason="Đo lại", numerator=Decimal(1), denominator=Decimal(2))
    fresh = correct(old, correction_reason="Đo lại sau lũ", numerator=Decimal("1.2"), denominator=Decimal(2))
    assert Measurement.objects.get(pk=old.pk).state == "approved"
    approve(submit([fresh]))
    old.refresh_from_db()
    assert (old.state, old.numerator, old.superseded_by.pk) == ("superseded", 1, fresh.pk)
    assert AuditEvent.objects.get(action="figure.supersede").reason == "Đo lại sau lũ"


def test_a_locked_period_stops_everybody_with_its_reason_until_it_is_opened_again(road, village, period):
    waiting = submit([draft(road, village, period, 1, 2)])
    with pytest.raises(Refused, match="lý do"):
        lock_period(period, reason=" ")
    lock_period(period, reason="Đã chốt báo cáo quý")
    for stopped in (
        lambda: draft(road, make_village(2), period, 1, 2),
        lambda: approve(waiting),
        lambda: return_(waiting[0], comment="?"),
        lambda: open_period("2026-Q2"),
    ):
        with pytest.raises(PeriodLocked, match="Đã chốt báo cáo quý"):
            stopped()
    reopen_period(period, reason="Sửa số thôn Ví Dụ 1")
    assert approve(waiting)[0].state == "approved"
    assert [event.reason for event in AuditEvent.objects.filter(action__in=["period.lock", "period.reopen"])] == [
        "Đã chốt báo cáo quý", "Sửa số thôn Ví Dụ 1",
    ]  # fmt: skip


def test_opening_a_period_twice_is_opening_it_once(period):
    assert open_period("2026-Q2") == period
    assert (period.due_on.isoformat(), period.frequency) == ("2026-07-15", "quarter")


def test_on_behalf_of_keeps_both_names(road, village, period):
    row = draft(road, village, period, 1, 2, on_behalf_of="Trưởng thôn Ví Dụ 1")
    assert (row.entered_by.full_name, row.on_behalf_of) == ("Người Mẫu", "Trưởng thôn Ví Dụ 1")
    event = AuditEvent.objects.get(action="figure.save")
    assert (event.actor_name, event.on_behalf_of) == ("Người Mẫu", "Trưởng thôn Ví Dụ 1")


@pytest.mark.parametrize(
    ("kind", "numerator", "denominator", "said"),
    [
        (RATIO, 1, None, "cả tử số và mẫu số"),
        (COUNT, 1, 2, "không có mẫu số"),
        (COUNT, -1, None, "âm"),
        (COUNT, 10**12, None, "quá lớn"),
        (COUNT, "0.00001", None, "bốn chữ số"),
        (RATIO, 1, 0, "Mẫu số bằng 0"),
        (YES_NO, 2, 1, "Có hoặc Không"),
    ],
)
def test_impossible_parts_are_refused_with_a_sentence(village, period, kind, numerator, denominator, said):
    with pytest.raises(Refused, match=said):
        draft(make_indicator(kind), village, period, numerator, denominator)
    assert not Measurement.objects.exists()


def test_a_part_larger_than_its_whole_may_be_kept_and_is_handed_in_with_a_reason(road, village, period):
    odd = draft(road, village, period, 3, 2)
    with pytest.raises(Refused, match="Tử số 3 lớn hơn mẫu số 2"):
        submit([odd])
    explained = draft(road, village, period, 3, 2, reason="Có đoạn nằm ngoài thôn")
    assert submit([explained])[0].reason == "Có đoạn nằm ngoài thôn"


def test_a_jump_from_the_period_before_wants_a_reason(road, village, period):
    approved(road, village, period, 1, 10)
    next_one = open_period("2026-Q3")
    jumped = draft(road, village, next_one, 9, 10)
    with pytest.raises(Refused, match="từ 10% thành 90%"):
        submit([jumped])


def test_handing_in_is_for_all_or_none(road, village, period):
    good, odd = draft(road, village, period, 1, 2), draft(road, make_village(2), period, 3, 2)
    with pytest.raises(Refused):
        submit([good, odd])
    assert set(Measurement.objects.values_list("state", flat=True)) == {"draft"}


def test_a_yes_wants_a_document_or_its_number(village, period):
    yes = make_indicator(YES_NO)
    with pytest.raises(Refused, match="văn bản chứng minh"):
        submit([draft(yes, village, period, 1, 1)])
    assert submit([draft(yes, village, period, 1, 1, note="Quyết định số 00/QĐ-VD")])
