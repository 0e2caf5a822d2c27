"""The rules of plans, as tables and laws; no database."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hatang.plans.rules.changes import Line, what_changed
from hatang.plans.rules.hierarchy import level_of, relation_of
from hatang.plans.rules.leading import Duty, Limit, deadline_of, leader_of
from hatang.plans.rules.marking import heading_starts, marked_lines
from hatang.plans.rules.reviewing import cuts_in, joined
from hatang.plans.rules.timetable import Duty as Timed
from hatang.plans.rules.timetable import upcoming

TODAY = dt.date(2026, 11, 24)


def timed(kind="recurring", every="", begins="", due=""):
    return Timed(1, kind, every, begins, due, "việc")


@pytest.mark.parametrize(
    ("every", "days"),
    [
        ("quarter", ["2026-12-31", "2027-03-31", "2027-06-30", "2027-09-30"]),
        ("half_year", ["2026-12-31", "2027-06-30"]),
        ("year", ["2026-12-31"]),
        ("nine_months", ["2027-09-30"]),
        ("week", []),
    ],
)
def test_recurring_duties_fall_on_the_last_day_of_their_period(every, days):
    assert [str(occasion.day) for occasion in upcoming([timed(every=every)], today=TODAY)] == days


def test_months_fall_twelve_times_a_year():
    assert len(upcoming([timed(every="month")], today=TODAY)) == 12


def test_deadlines_beginnings_and_the_end_of_the_plan():
    duties = [timed("deadline", due="2027-H1"), timed("start", begins="2027-Q1"), timed("deadline", due="2026-06-30")]
    assert [str(occasion.day) for occasion in upcoming(duties, today=TODAY)] == ["2027-01-01", "2027-06-30"]
    assert upcoming([timed(every="quarter")], today=TODAY, last_year=2025) == []
    assert str(upcoming([timed(every="quarter")], today=dt.date(2025, 1, 1), first_year=2025, months=4)[0].day) == "2025-03-31"


@given(st.dates(dt.date(2000, 1, 1), dt.date(2090, 1, 1)), st.sampled_from(["month", "quarter", "half_year", "year"]))
def test_no_occasion_is_past_and_none_is_twice(today, every):
    days = [occasion.day for occasion in upcoming([timed(every=every)], today=today)]
    assert all(day >= today for day in days)
    assert len(set(days)) == len(days)


DUTIES = [
    Duty("V.1", "leads", "Phòng Kinh tế", "Chủ trì triển khai kế hoạch"),
    Duty("V.2", "leads", "Phòng Văn hóa - Xã hội", "Chủ trì đầu tư cơ sở vật chất trường học"),
    Duty("III.4", "leads", "Trường Mầm non Thí Dụ", "Chủ trì"),
    Duty("V.3", "cooperates", "Các thôn", "Phối hợp"),
]


@pytest.mark.parametrize(
    ("path", "sector", "leader"),
    [("III.4", "education", "Trường Mầm non Thí Dụ"), ("III.9", "education", "Phòng Văn hóa - Xã hội"),
     ("III.1", "transport", "Phòng Kinh tế"), ("III.1", "", "Phòng Kinh tế")],
)  # fmt: skip
def test_a_task_is_led_by_its_own_part_then_its_sector_then_the_plan(path, sector, leader):
    assert leader_of(path, sector, DUTIES) == leader


def test_nobody_leads_where_nobody_is_named():
    assert leader_of("III.1", "transport", []) == ""


def test_a_task_is_due_when_its_own_words_say_so_else_at_the_end():
    limits = [Limit(100, 150, "2027-Q2")]
    assert deadline_of(90, 120, limits, 2030) == dt.date(2027, 6, 30)
    assert deadline_of(10, 20, limits, 2030) == dt.date(2030, 12, 31)
    assert deadline_of(10, 20, limits, None) is None


@pytest.mark.parametrize(
    ("type_", "symbol", "issuer", "level"),
    [("NĐ", "NĐ-CP", None, 1), ("Luật", "QH15", None, 1), ("QĐ", "QĐ-TTg", "Thủ tướng Chính phủ", 1), ("ĐA", "ĐA/TU", None, 2),
     ("QĐ", "QĐ-UBND", "Ủy ban nhân dân tỉnh Minh Họa", 2), ("KH", "KH/ĐU", None, 3), ("NQ", "NQ-HĐND", "HĐND xã Thí Dụ", 3),
     ("QĐ", "QĐ-UBND", None, 9)],
)  # fmt: skip
def test_levels(type_, symbol, issuer, level):
    assert level_of(type_, symbol, issuer) == level


@pytest.mark.parametrize(
    ("text", "relation"),
    [("Căn cứ Nghị định số 30", "based_on"), ("Thực hiện Đề án số 21", "implements"), ("theo tinh thần Đề án số 21", "mentions"),
     ("sửa đổi, bổ sung Quyết định số 5", "amends"), ("Quyết định này thay thế Quyết định số 5", "replaces")],
)  # fmt: skip
def test_relations(text, relation):
    start = max(text.rfind(word) for word in ("Nghị định", "Đề án", "Quyết định"))
    assert relation_of(text, [(start, len(text))], []) == relation


def line(subject, value, kind="target"):
    return Line(kind, subject, {"asked": value})


def test_changes_pair_what_speaks_of_the_same_thing():
    old = [line("Tỷ lệ đường xã được cứng hóa", "80 %"), line("Tỷ lệ hộ dùng nước sạch", "60 %")]
    old.append(line("Chợ xã", "có"))
    new = [
        line("Tỷ lệ hộ dùng nước sạch", "65 %"),
        line("Tỷ lệ đường xã được cứng hoá", "80 %"),
        line("Trạm y tế đạt chuẩn", "có"),
    ]
    changes = what_changed(old, new)
    numbers = [change for change in changes.changed if change.fields == ("asked",)]
    assert [(change.before.facts["asked"], change.after.facts["asked"]) for change in numbers] == [("60 %", "65 %")]
    assert [entry.subject for entry in changes.added] == ["Trạm y tế đạt chuẩn"]
    assert [entry.subject for entry in changes.removed] == ["Chợ xã"]


LINES = st.lists(st.builds(line, st.text("aăâbcdđ ", min_size=1, max_size=12), st.sampled_from(["1", "2"])), max_size=8)


@given(LINES)
def test_a_plan_does_not_differ_from_itself(lines):
    changes = what_changed(lines, lines)
    assert not changes
    assert changes.same == len(lines)


@given(LINES, LINES)
def test_every_item_is_accounted_for_once(old, new):
    changes = what_changed(old, new)
    assert len(changes.added) + len(changes.changed) + changes.same == len(new)
    assert len(changes.removed) + len(changes.changed) + changes.same == len(old)


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: (min(pair), max(pair))), max_size=6)


@given(st.text("ab \n", max_size=60), SPANS)
def test_marking_loses_no_letter_and_marks_exactly_the_spans(text, spans):
    items = dict(enumerate(spans))
    lines = marked_lines(text, items)
    assert "\n".join("".join(piece.text for piece in line.pieces) for line in lines) == text
    for key, (start, end) in items.items():
        marked = "".join(piece.text for line in lines for piece in line.pieces if key in piece.items)
        assert marked == text[start:end].replace("\n", "")


def test_only_a_line_that_is_all_heading_is_set_as_one():
    text = "1. Giao thông\n2. Điện: Phấn đấu 100% hộ dân được dùng điện."
    starts = heading_starts(text, [(2, 0, "1.", "Giao thông"), (2, 14, "2.", "Điện")])
    assert starts == {0: 2}


def test_cuts_leave_words_on_both_sides():
    quote = "Xây 4 phòng học; sửa 2 phòng, và mua 10 bộ bàn."
    assert [quote[at:].split()[0] for at in cuts_in(quote)] == ["sửa", "và"]
    assert all(0 < at < len(quote) for at in cuts_in(quote))


def test_joining_fills_what_is_missing():
    assert joined("target", {"subject": "A", "year": None}, {"subject": "B", "year": 2030}) == {"subject": "A", "year": 2030}
