"""Pages of money with 2,000 works and ten years of payments, on a fresh SQLite database of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bench._product import awake
from bench._timing import row, timed

WORKS, YEARS, VILLAGES = 2_000, range(2017, 2027), 14
PAID = ((3, "advance", 0), (6, "payment", 10**8), (9, "payment", 0))
PAGES = (
    ("capital plan by source, all years", "/cong-trinh/von/"),
    ("capital plan by village, one year", "/cong-trinh/von/?nhom=thon&nam=2026"),
    ("capital plan by village, all years", "/cong-trinh/von/?nhom=thon"),
    ("capital plan by work, all years", "/cong-trinh/von/?nhom=cong-trinh"),
    ("capital plan in full, all years", "/cong-trinh/von/?nhom=chi-tiet"),
    ("watch page of a year", "/cong-trinh/von/theo-doi/?nam=2026"),
    ("one work", "/cong-trinh/1/von/"),
)


def main() -> None:
    """Fill the books of a commune that does not exist, and measure what an officer opens."""
    with awake(), _books() as browser:
        for name, address in PAGES:
            _page(browser, name, address)


@contextmanager
def _books() -> Iterator[Any]:
    from hatang.projects.money.services import rebuild
    from hatang.tests.factories import inside, make_commune, make_member, signed_in

    member = make_member(make_commune())
    with inside(member):
        _fill()
        row("every sum kept anew", timed(rebuild, runs=1, warm_up=0))
    yield signed_in(member)


def _fill() -> None:
    """Two sources each year; of each an allocation, an advance and two payments, one of which recovers the advance."""
    from hatang.projects.models import Allocation, Disbursement, Project, ProjectVillage
    from hatang.projects.tests.examples import make_source, make_village

    sources = [make_source(first_year=2010) for _ in range(2)]
    villages = [make_village() for _ in range(VILLAGES)]
    works = Project.objects.bulk_create(
        Project(name=f"Công trình ví dụ {at}", folded_name=f"cong trinh vi du {at:04d}", kind="group_c", sector="transport",
                total_investment=10**10) for at in range(WORKS)
    )  # fmt: skip
    ProjectVillage.objects.bulk_create(
        ProjectVillage(project=work, village=villages[(at + more) % VILLAGES]) for at, work in enumerate(works) for more in (0, 1)
    )
    cells = [(work, source, year) for work in works for year in YEARS for source in sources]
    Allocation.objects.bulk_create(
        (Allocation(project=work, source=source, year=year, amount=10**9, decided_on=dt.date(year, 1, 20))
         for work, source, year in cells), batch_size=2_000,
    )  # fmt: skip
    Disbursement.objects.bulk_create(
        (Disbursement(project=work, source=source, year=year, decided_on=dt.date(year, month, 5), paid_on=dt.date(year, month, 5),
                      kind=kind, amount=2 * 10**8, recovered=recovered)
         for work, source, year in cells for month, kind, recovered in PAID),
        batch_size=2_000,
    )  # fmt: skip


def _page(browser: Any, name: str, address: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        answer = browser.get(address)
    assert answer.status_code == 200, (name, answer.status_code)
    row(f"{name}: {len(queries)} queries", timed(lambda: browser.get(address), runs=3))
