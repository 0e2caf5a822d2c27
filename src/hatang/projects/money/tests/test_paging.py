"""The capital plan turns its pages by works: a page shows some of them, the foot counts all."""

from __future__ import annotations

import pytest

from hatang.projects.models import Allocation
from hatang.projects.money import selectors, services
from hatang.projects.money.rules.totals import NOTHING, total
from hatang.projects.money.selectors import Asked
from hatang.projects.tests.examples import DAY, make_project, make_source

WORKS, SOURCES, YEARS = 23, 2, (2025, 2026)


@pytest.fixture
def known(as_coordinator):
    """Works with capital of two sources in two years, and one that has none."""
    sources = [make_source(first_year=2020) for _ in range(SOURCES)]
    for number in range(WORKS):
        work = make_project(f"Cầu ví dụ {number:02}", sector="transport" if number % 2 else "health")
        for source in sources:
            for year in YEARS:
                about = {"project": work, "source": source, "year": year, "decided_on": DAY}
                services.allocate(Allocation(amount=1_000 + number, **about))
    make_project("Cầu ví dụ chưa có vốn")
    return selectors.sources()


@pytest.mark.parametrize("heading", ["chi-tiet", "cong-trinh"])
@pytest.mark.parametrize(("sector", "year"), [("", None), ("", 2026), ("health", None), ("transport", 2025)])
def test_the_pages_together_are_the_whole_and_each_has_the_foot_of_the_whole(known, heading, sector, year):
    asked = Asked(heading=heading, year=year, sector=sector)
    first = selectors.capital_plan(asked, known)
    pages = [selectors.capital_plan(asked, known, number) for number in first.page.paginator.page_range]
    lines = [row for page in pages for row in page.rows]
    assert sum((row.sums for row in lines), NOTHING) == first.foot.sums
    assert {page.foot.sums for page in pages} == {first.foot.sums}
    wanted = selectors.Wanted(sector=sector, year=year)
    assert total(selectors.cells(wanted)) == first.foot.sums
    if heading == "chi-tiet":
        assert len(lines) == len(selectors.cells(wanted))


def test_a_page_in_full_has_every_line_of_its_works_and_no_other(known):
    plan = selectors.capital_plan(Asked(heading="chi-tiet"), known, 3)
    assert plan.page.paginator.num_pages == 3
    assert [row.label for row in plan.rows] == [f"Cầu ví dụ {at}" for at in (20, 21, 22) for _ in range(SOURCES * len(YEARS))]
    assert len({(row.label, row.note) for row in plan.rows}) == len(plan.rows)


def test_the_page_says_how_it_turns_and_keeps_what_was_asked(known, browser):
    html = browser.get("/cong-trinh/von/?nhom=chi-tiet&trang=2").content.decode()
    assert "Trang 2 / 3" in html
    assert "nhom=chi-tiet&amp;trang=3" in html
    assert html.count("Cầu ví dụ 10") == SOURCES * len(YEARS)
    assert "Cầu ví dụ 09" not in html
    assert "hàng cuối là tổng của tất cả" in html
