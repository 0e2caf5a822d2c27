"""The queue of figures that wait for review."""

from __future__ import annotations

import pytest

from hatang.commune.roles import Role
from hatang.indicators.models import Measurement
from hatang.indicators.services import lock_period, open_period, submit
from hatang.indicators.tests.examples import RATIO, approved, draft, make_indicator, make_village
from hatang.tests.factories import inside, make_member, signed_in

pytestmark = pytest.mark.django_db
REVIEW = "/chi-tieu/so-lieu/duyet/"


def fill(member, villages=2, indicators=1):
    """Figures that wait: the first village's jumped and says why."""
    with inside(member):
        places, first, period = [make_village() for _ in range(villages)], open_period("2026-Q1"), open_period("2026-Q2")
        for _ in range(indicators):
            road = make_indicator(RATIO)
            for village in places:
                approved(road, village, first, 1, 10)
            jumped = [draft(road, places[0], period, 9, 10, reason="mở đường mới")]
            submit(jumped + [draft(road, village, period, 2, 10) for village in places[1:]])
        return period, list(Measurement.objects.filter(period=period).order_by("pk"))


def sent(rows, **more):
    return {**{f"ban-{row.pk}": row.revision for row in rows}, **more}


def test_each_figure_stands_beside_the_one_before_with_its_doubts_and_reason(browser, coordinator):
    _period, rows = fill(coordinator)
    html = browser.get(REVIEW).content.decode()
    assert "9 / 10 km (90%)" in html
    assert "1 / 10 km (10%)" in html
    assert "từ 10% thành 90%" in html
    assert "mở đường mới" in html
    ticked = [row.pk for row in rows if f'id="chon-{row.pk}" checked' in html]
    assert ticked == [rows[1].pk]


def test_many_are_approved_at_once(browser, coordinator):
    _period, rows = fill(coordinator, villages=4)
    answer = browser.post(REVIEW, sent(rows, lam="duyet", chon=[row.pk for row in rows]))
    assert answer.status_code == 302
    assert "Đã duyệt 4 số liệu." in browser.get(answer.url).content.decode()
    with inside(coordinator):
        assert set(Measurement.objects.values_list("state", flat=True)) == {"approved"}


def test_one_is_returned_with_a_comment_and_without_one_nothing_happens(browser, coordinator):
    _period, rows = fill(coordinator)
    html = browser.post(REVIEW, sent(rows, tra=rows[0].pk, chon=[rows[0].pk])).content.decode()
    assert "Hãy ghi cần xem lại" in html
    assert f'id="chon-{rows[0].pk}" checked' in html
    browser.post(REVIEW, sent(rows, tra=rows[0].pk, **{f"y-kien-{rows[0].pk}": "Đo lại"}))
    with inside(coordinator):
        assert list(Measurement.objects.filter(state="returned").values_list("pk", "review_comment")) == [(rows[0].pk, "Đo lại")]


def test_what_the_reviewer_did_not_see_is_not_approved(browser, coordinator):
    _period, rows = fill(coordinator)
    rows[0].revision -= 1
    html = browser.post(REVIEW, sent(rows, lam="duyet", chon=[row.pk for row in rows])).content.decode()
    assert "vừa thay đổi" in html
    with inside(coordinator):
        assert Measurement.objects.filter(state="submitted").count() == 2


def test_a_locked_period_is_shown_with_its_reason_and_not_decided(browser, coordinator):
    period, rows = fill(coordinator)
    with inside(coordinator):
        lock_period(period, reason="Đã chốt báo cáo quý")
    assert "Đã chốt báo cáo quý" in browser.get(REVIEW).content.decode()
    browser.post(REVIEW, sent(rows, lam="duyet", chon=[rows[0].pk]))
    with inside(coordinator):
        assert Measurement.objects.filter(state="submitted").count() == 2


@pytest.mark.parametrize("role", [Role.VILLAGE_HEAD, Role.OFFICER, Role.INSPECTOR, Role.PROVINCE_VIEWER])
def test_others_do_not_review(commune, role):
    assert signed_in(make_member(commune, role)).get(REVIEW).status_code == 403


@pytest.mark.parametrize(("villages", "indicators"), [(2, 1), (12, 10)])
def test_the_queue_needs_few_queries_whatever_waits(browser, coordinator, villages, indicators, django_assert_max_num_queries):
    fill(coordinator, villages, indicators)
    with django_assert_max_num_queries(12):
        assert browser.get(REVIEW).status_code == 200
