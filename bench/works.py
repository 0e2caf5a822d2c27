"""Works of a commune with 2,000 of them: the list, its search, the map, the chart, one work's pages."""

from __future__ import annotations

import datetime as dt
import gzip
import random
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from bench._product import awake
from bench._timing import row, timed

WORKS, VILLAGES, SEED = 2_000, 40, 21
ADDRESSES = {
    "list": "", "search without diacritics": "?tim=duong+truc", "late works": "?cham=on", "map": "hinh.geojson",
    "chart": "bieu-do/", "one work": "{pk}/", "its progress": "{pk}/tien-do/", "its papers": "{pk}/ho-so/", "needs": "nhu-cau/",
}  # fmt: skip


def main() -> None:
    """Build the commune in a folder that is thrown away, and measure."""
    with awake(), _commune() as (browser, work):
        for name, address in ADDRESSES.items():
            _page(browser, name, f"/cong-trinh/{address.format(pk=work)}")


@contextmanager
def _commune() -> Iterator[tuple[Any, int]]:
    from hatang.tests.factories import inside, make_commune, make_member, signed_in

    member = make_member(make_commune())
    with inside(member):
        yield signed_in(member), _works()


def _works() -> int:
    """Two thousand works with four milestones and a report each; the pk of one of them."""
    from hatang.commune.models import Village
    from hatang.projects.models import ProgressReport, Project, ProjectVillage, WorkMilestone
    from hatang.projects.services import adopt_gates

    chance = random.Random(SEED)
    adopt_gates()
    villages = Village.objects.bulk_create(
        Village(name=f"thôn Ví Dụ {n}", folded_name=f"thon vi du {n}", households=50) for n in range(VILLAGES)
    )
    works = Project.objects.bulk_create(_work(number, chance) for number in range(WORKS))
    ProjectVillage.objects.bulk_create(ProjectVillage(project=work, village=chance.choice(villages)) for work in works)
    WorkMilestone.objects.bulk_create(_milestone(work, step) for work in works for step in range(4))
    ProgressReport.objects.bulk_create(
        ProgressReport(project=work, on=dt.date(2026, 6, 1), percent=Decimal(40), by_name="Người Mẫu") for work in works
    )
    return int(works[0].pk)


def _work(number: int, chance: random.Random) -> Any:
    from hatang.projects.models import Project
    from vanban.text.folding import fold_for_search

    west, south = 105.8 + chance.random() / 10, 22.1 + chance.random() / 10
    shape = {"type": "LineString", "coordinates": [[west, south], [west + 0.01, south + 0.01]]}
    kind = chance.choice(["Đường trục", "Kênh mương", "Nhà văn hóa"])
    return Project(
        name=f"{kind} thôn Ví Dụ {number}",
        folded_name=fold_for_search(f"{kind} thôn Ví Dụ {number}"),
        kind="community",
        sector="transport",
        geometry=shape,
        west=west,
        south=south,
        east=west + 0.01,
        north=south + 0.01,
        stage="under_way",
        construction="started",
        phase="construction",
        percent=Decimal(40),
        next_due=dt.date(2026, chance.randint(1, 12), 15),
        total_investment=chance.randint(1, 50) * 100_000_000,
    )


def _milestone(work: Any, step: int) -> Any:
    from hatang.projects.models import WorkMilestone

    day = dt.date(2026, 3, 1) + dt.timedelta(days=60 * step)
    about = {"name": f"Mốc {step}", "order": step, "percent": Decimal(25 * (step + 1))}
    return WorkMilestone(project=work, baseline_on=day, planned_on=day, **about)


def _page(browser: Any, name: str, address: str) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        answer = browser.get(address)
    count = len(queries)
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code}")
    row(f"{name}: on the server", timed(lambda: browser.get(address), runs=5))
    row(f"{name}: queries, compressed", f"{count:8d}  {len(gzip.compress(answer.content)) / 1000:8.1f} kB")
