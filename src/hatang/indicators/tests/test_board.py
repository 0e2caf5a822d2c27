"""Who has reported, reminders, what falls due and how it climbs."""

from __future__ import annotations

import datetime as dt

import pytest

from hatang.commune.roles import Role
from hatang.indicators.models import Reminder
from hatang.indicators.rules.escalation import Days, Level, level
from hatang.indicators.rules.owing import UnitFacts, Wanted, may_write, owner
from hatang.indicators.selectors import climbed
from hatang.indicators.selectors.board import lines
from hatang.indicators.services import lock_period, open_period, remind, submit
from hatang.indicators.services.refusing import PeriodLocked
from hatang.indicators.tests.examples import COUNT, approved, draft, make_head, make_indicator, make_village
from hatang.tests.factories import inside, make_member, signed_in

DUE = dt.date(2026, 7, 15)
DAYS = Days(coordinator=3, vice_chair=7, chair=14)
BOARD, DUE_LIST, NOTICES = "/chi-tieu/so-lieu/tien-do/", "/chi-tieu/so-lieu/den-han/", "/chi-tieu/so-lieu/nhac/"


@pytest.mark.parametrize(
    ("after", "reached"),
    [
        (-7, Level.NOT_DUE), (-6, Level.SOON), (0, Level.SOON), (1, Level.UNIT), (2, Level.UNIT), (3, Level.COORDINATOR),
        (6, Level.COORDINATOR), (7, Level.VICE_CHAIR), (13, Level.VICE_CHAIR), (14, Level.CHAIR), (400, Level.CHAIR),
    ],
)  # fmt: skip
def test_how_far_something_overdue_has_climbed(after, reached):
    assert level(DUE, DUE + dt.timedelta(days=after), DAYS) == reached


def test_days_of_nought_climb_on_the_first_day_late():
    assert level(DUE, DUE + dt.timedelta(days=1), Days(0, 0, 0)) == Level.CHAIR


UNITS = [
    UnitFacts(1, "division", None, ()),
    UnitFacts(2, "division", None, ("culture", "education")),
    UnitFacts(3, "public_service", None, ("education",)),
    UnitFacts(4, "village", 40, ()),
    UnitFacts(5, "mass_organisation", None, ("culture",)),
    UnitFacts(6, "public_service", None, ("health",)),
]


@pytest.mark.parametrize(
    ("sector", "collected_by", "by_village", "village", "unit"),
    [
        ("transport", None, True, 40, 4),
        ("transport", None, True, 41, None),
        ("transport", 6, True, 40, 6),
        ("transport", None, False, None, 1),
        ("culture", None, False, None, 2),
        ("education", None, False, None, 2),
        ("health", None, False, None, 6),
        ("education", 3, False, None, 3),
    ],
)
def test_which_unit_owes_a_figure(sector, collected_by, by_village, village, unit):
    assert owner(Wanted(sector, collected_by, by_village), village, UNITS) == unit


@pytest.mark.parametrize(
    ("role", "unit", "sector", "collected_by", "village", "allowed"),
    [
        (Role.VILLAGE_HEAD, 3, "transport", None, 40, True),
        (Role.VILLAGE_HEAD, 3, "transport", None, 41, False),
        (Role.VILLAGE_HEAD, 3, "transport", None, None, False),
        (Role.VILLAGE_HEAD, 3, "transport", 6, 40, False),
        (Role.OFFICER, 1, "culture", None, None, True),
        (Role.OFFICER, 1, "water", None, None, False),
        (Role.OFFICER, 2, "water", 3, 40, True),
        (Role.COORDINATOR, 0, "water", 3, 40, True),
        (Role.CHAIR, 0, "water", None, None, False),
    ],
)
def test_who_may_write_a_figure(role, unit, sector, collected_by, village, allowed):
    assert may_write(role, UNITS[unit], Wanted(sector, collected_by, village is not None), village) == allowed


@pytest.fixture
def heads(coordinator):
    """Two heads of villages that owe one figure each for a period long overdue; the first has handed it in."""
    with inside(coordinator):
        places, indicator = [make_village(), make_village()], make_indicator(COUNT)
        make_indicator(COUNT, measure="roads.commune")
        period = open_period("2026-Q1", due_on=dt.date(2026, 4, 15))
        submit([draft(indicator, places[0], period, 1)])
        return period, [make_head(coordinator.commune, place) for place in places]


def test_the_board_shows_each_unit_and_counts_only_what_must_be_reported(coordinator, heads):
    period, (first, second) = heads
    with inside(coordinator):
        found = {line.unit.pk: line for line in lines([period], dt.date(2026, 4, 18))}
    assert (found[first.unit_id].left, found[second.unit_id].left) == (0, 1)
    assert (found[second.unit_id].late, found[second.unit_id].level) == (3, Level.COORDINATOR)


def test_an_approved_figure_being_corrected_still_counts_as_reported(coordinator, heads):
    period, (_first, second) = heads
    with inside(coordinator):
        indicator = make_indicator(COUNT)
        approved(indicator, second.unit.village, period, 1)
        draft(indicator, second.unit.village, period, 2, correction_reason="ghi nhầm")
        found = {line.unit.pk: line for line in lines([period], dt.date(2026, 4, 18))}
    assert (found[second.unit_id].total, found[second.unit_id].approved) == (2, 1)


def test_one_click_reminds_those_who_owe_once_a_day(coordinator, heads):
    period, (first, second) = heads
    browser = signed_in(coordinator)
    browser.post(f"{BOARD}{period.pk}/nhac/")
    browser.post(f"{BOARD}{period.pk}/nhac/", {"don-vi": second.unit_id})
    with inside(coordinator):
        assert [row.unit_id for row in Reminder.objects.all()] == [second.unit_id]
    assert "nhắc đơn vị nộp số liệu quý I/2026" in signed_in(second).get("/chi-tieu/so-lieu/").content.decode()
    assert "nhắc đơn vị" not in signed_in(first).get("/chi-tieu/so-lieu/").content.decode()


def test_a_reminder_goes_when_nothing_is_owed_any_more(coordinator, heads):
    period, (_first, second) = heads
    with inside(coordinator):
        assert remind(period) == 1
    key_page = signed_in(second).get("/chi-tieu/so-lieu/?ky=2026-Q1").content.decode()
    key = key_page.split('data-row="')[1].split('"')[0]
    signed_in(second).post("/chi-tieu/so-lieu/?ky=2026-Q1", {"lam": "nop", f"ban-{key}": "0", f"gia-tri-{key}": "2"})
    assert "nhắc đơn vị" not in signed_in(second).get("/chi-tieu/so-lieu/?ky=2026-Q1").content.decode()


def test_nobody_is_reminded_of_a_locked_period(coordinator, heads):
    with inside(coordinator):
        lock_period(heads[0], reason="chốt")
        with pytest.raises(PeriodLocked):
            remind(heads[0])


def test_what_is_overdue_climbs_to_those_the_commune_says(coordinator, heads):
    chair, vice = make_member(coordinator.commune, Role.CHAIR), make_member(coordinator.commune, Role.VICE_CHAIR)
    for member, days in ((coordinator, 3), (vice, 7), (chair, 14)):
        with inside(member):
            assert not climbed(member, dt.date(2026, 4, 15) + dt.timedelta(days=days - 1))
            assert climbed(member, dt.date(2026, 4, 15) + dt.timedelta(days=days))
    with inside(heads[1][1]):
        assert not climbed(heads[1][1], dt.date(2027, 1, 1))


def test_the_due_list_names_what_is_late_and_whose_it_is(coordinator, heads):
    _period, (_first, second) = heads
    html = signed_in(second).get(DUE_LIST).content.decode()
    assert "Việc của bạn" in html
    assert second.unit.name[1:] in html
    assert "đã lên Chủ tịch" in html


@pytest.mark.parametrize("address", [BOARD, DUE_LIST, NOTICES, "/chi-tieu/so-lieu/ky/"])
@pytest.mark.parametrize("villages", [2, 30])
def test_pages_need_few_queries_whatever_is_owed(coordinator, address, villages, django_assert_max_num_queries):
    with inside(coordinator):
        for _ in range(villages):
            make_village()
            make_indicator(COUNT)
        for code in ("2025-Q3", "2025-Q4", "2026-Q1", "2026-H1", "2026")[: max(1, villages // 5)]:
            remind(open_period(code))
    browser = signed_in(coordinator)
    with django_assert_max_num_queries(12):
        assert browser.get(address).status_code == 200


def test_the_first_page_has_room_for_notices_of_reminders_and_of_what_climbed(coordinator, heads):
    period, (_first, second) = heads
    chair = make_member(coordinator.commune, Role.CHAIR)
    with inside(coordinator):
        remind(period)
    assert f'data-notices="{NOTICES}"' in signed_in(second).get("/").content.decode()
    assert "nhắc đơn vị nộp số liệu quý I/2026" in signed_in(second).get(NOTICES).content.decode()
    assert "1 việc nộp số liệu quá hạn đã lên đến bạn." in signed_in(chair).get(NOTICES).content.decode()
    assert "quá hạn đã lên đến bạn" not in signed_in(second).get(NOTICES).content.decode()
