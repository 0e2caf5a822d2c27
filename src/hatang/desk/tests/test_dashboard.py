"""The first page of those who follow the plan: where targets stand, the worst first, whatever the history."""

from __future__ import annotations

import re

import pytest

from hatang.indicators.services import recompute
from hatang.indicators.tests.ground import approved, bound, make_period, make_villages
from hatang.tests.factories import inside, make_plan

pytestmark = pytest.mark.django_db
QUARTERS = [f"{year}-Q{quarter}" for year in range(2026, 2036) for quarter in range(1, 5)]


@pytest.fixture
def bindings(coordinator, tmp_path):
    with inside(coordinator):
        found = bound(make_plan(tmp_path))
        make_villages(1)
        report(found, QUARTERS[:4])
        return found


def report(bindings, quarters):
    """A farmland share that stands still at 50%, and lanes that rise to 70% and more."""
    from hatang.commune.models import Village

    village = Village.objects.get()
    for number, code in enumerate(quarters):
        period = make_period(code)
        approved(bindings["irrigation.area"].indicator, period, village, 50, 100)
        approved(bindings["roads.alley"].indicator, period, village, min(70 + number, 100), 100)
    recompute()


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_what_is_behind_comes_first_and_says_why(browser, bindings):
    html = browser.get("/").content.decode()
    worst = words(html[html.index('class="lines card worst"') : html.index("Mười lĩnh vực")])
    assert "Tỷ lệ diện tích đất sản xuất nông nghiệp được tưới, tiêu chủ động" in worst
    assert "Chậm so với yêu cầu" in worst
    assert "số liệu là 50%: thiếu 4,2 điểm phần trăm." in worst
    assert "ngõ, xóm" not in worst


def test_each_target_shows_its_figure_what_is_asked_and_its_line(browser, bindings):
    html = browser.get("/").content.decode()
    place = html.index("Tỷ lệ đường ngõ, xóm được cứng hóa")
    card = html[place : place + 2500]
    assert "73%" in words(card)
    assert "từ 70% trở lên" in words(card)
    assert "Đã đạt" in words(card)
    assert 'class="spark"' in card
    assert f'href="/chi-tieu/muc-tieu/{bindings["roads.alley"].target_id}/"' in html


def test_forty_quarters_need_no_more_queries_than_four(browser, coordinator, bindings, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        browser.get("/")
    with inside(coordinator):
        report(bindings, QUARTERS[4:])
    with django_assert_max_num_queries(12):
        assert browser.get("/").status_code == 200
