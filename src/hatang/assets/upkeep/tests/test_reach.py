"""Who may report, mend, check and decide, and where."""

from __future__ import annotations

import pytest

from hatang.assets.models import Ticket
from hatang.assets.upkeep import services
from hatang.assets.upkeep.rules import reach
from hatang.assets.upkeep.rules.reach import Person
from hatang.assets.upkeep.rules.tickets import Verb
from hatang.assets.upkeep.tests.examples import a_unit, an_asset, somebody
from hatang.commune.roles import Role
from hatang.tests.factories import inside, make_commune, make_member, signed_in

BASE = "/so-cong-trinh/bao-tri"
HERE, THERE = 1, 2


def person(role, *, unit=1, sectors=(), village=None):
    return Person(role, unit, sectors, village)


@pytest.mark.parametrize(
    ("who", "assess", "report", "assign", "check", "decide"),
    [
        (person("coordinator"), True, True, True, True, True),
        (person("officer"), True, True, True, False, True),
        (person("officer", sectors=("transport",)), True, True, True, False, True),
        (person("officer", sectors=("water",)), False, False, False, False, False),
        (person("village_head", village=HERE), True, True, False, False, False),
        (person("village_head", village=THERE), False, False, False, False, False),
        (person("supervisor"), False, True, False, False, False),
        (person("inspector"), False, True, False, True, False),
        (person("chair"), False, False, False, True, True),
        (person("province_viewer"), False, False, False, False, False),
        (person("administrator"), False, False, False, False, False),
    ],
)
def test_the_table_of_who_may(who, assess, report, assign, check, decide):
    place = ("transport", HERE)
    assert reach.may_assess(who, *place) is assess
    assert reach.may_report(who, *place) is report
    assert reach.may_assign(who, *place) is assign
    assert reach.may_check(who) is check
    assert reach.may_reopen(who, *place) is (check or report)
    assert reach.may_decide(who, *place) is decide


def test_the_unit_that_was_given_the_work_may_say_it_is_done():
    outside = person("officer", unit=5, sectors=("water",))
    assert reach.may_fix(outside, 5, "transport", HERE)
    assert not reach.may_fix(outside, 6, "transport", HERE)
    assert not reach.may_fix(person("chair", unit=5), 5, "transport", HERE)


@pytest.mark.django_db
def test_a_village_head_reports_of_the_own_village_alone(commune, coordinator):
    head = somebody(commune, Role.VILLAGE_HEAD, "Trưởng Thôn Mẫu", village="thôn Thử Nghiệm")
    with inside(coordinator):
        own = an_asset("Loa thôn mình", village=head.unit.village)
        other = an_asset("Loa thôn khác")
    browser = signed_in(head)
    page = browser.get(f"{BASE}/bao-hong/").content.decode()
    assert "Loa thôn mình" in page
    assert "Loa thôn khác" not in page
    sent = {"fault": "Rè", "effect": "partly"}
    assert browser.post(f"{BASE}/bao-hong/{own.pk}/", sent).status_code == 302
    assert browser.post(f"{BASE}/bao-hong/{other.pk}/", sent).status_code == 403
    assert browser.get(f"{BASE}/kiem-tra/{other.pk}/").status_code == 403
    assert browser.post(f"{BASE}/khong-hoat-dong/{own.pk}/", {}).status_code == 403


@pytest.mark.django_db
def test_of_many_assets_the_first_are_offered_and_words_find_the_rest(browser, coordinator):
    with inside(coordinator):
        for number in range(10, 31):
            an_asset(f"Loa số {number}")
    page = browser.get(f"{BASE}/bao-hong/").content.decode()
    assert "Loa số 29" in page
    assert "Loa số 30" not in page
    assert "Chỉ hiện 20 công trình đầu" in page
    assert "Loa số 30" in browser.get(f"{BASE}/bao-hong/?tim=so+30").content.decode()


@pytest.mark.django_db
def test_steps_of_a_ticket_ask_for_reach(commune, coordinator):
    stranger = signed_in(somebody(commune, Role.OFFICER, "Cán Bộ Nước Mẫu", sectors=("water",)))
    with inside(coordinator):
        ticket = services.report(an_asset(), fault="Rè", effect="partly")
        services.advance(ticket, Verb.ASSIGN, unit=a_unit(), due_on=ticket.reported_on)
    for verb, sent in (("giao", {}), ("da-sua", {}), ("kiem-tra", {}), ("dong", {}), ("mo-lai", {})):
        assert stranger.post(f"{BASE}/phieu/{ticket.pk}/{verb}/", sent).status_code == 403, verb
    page = stranger.get(f"{BASE}/phieu/{ticket.pk}/").content.decode()
    assert '<form method="post" action="/so-cong-trinh' not in page
    with inside(coordinator):
        assert Ticket.objects.get().state == "assigned"


@pytest.mark.django_db
def test_another_commune_finds_nothing(coordinator):
    with inside(coordinator):
        asset = an_asset()
        ticket = services.report(asset, fault="Rè", effect="partly")
    outsider = signed_in(make_member(make_commune()))
    for path in (f"/phieu/{ticket.pk}/", f"/bao-hong/{asset.pk}/", f"/kiem-tra/{asset.pk}/", f"/khong-hoat-dong/{asset.pk}/"):
        assert outsider.get(BASE + path).status_code == 404, path
    assert outsider.post(f"{BASE}/phieu/{ticket.pk}/giao/", {}).status_code == 404
    assert "Rè" not in outsider.get(f"{BASE}/phieu/?buoc=all").content.decode()


@pytest.mark.django_db
def test_what_left_the_inventory_is_not_reported_any_more(browser, coordinator):
    from hatang.assets.services import retire

    with inside(coordinator):
        asset = an_asset()
        retire(asset, reason="tháo dỡ")
    assert browser.get(f"{BASE}/bao-hong/{asset.pk}/").status_code == 404
