"""Overlap of works: how well the rules tell labelled pairs apart, and how fast one work is compared with 5,000 others."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bench._product import awake
from bench._timing import row, timed

WORKS, VILLAGES, SEED = 5_000, 60, 12
SHORT = 0.004  # degrees: roads of about 600 m


def main() -> None:
    """Print precision and recall of both halves of the labelled pairs, then the time of one work against 5,000."""
    _measured()
    with awake(), _commune() as project:
        _timed(project)


def _measured() -> None:
    from hatang.projects.overlap.evaluation import held_out, measure, pairs, tuned_on

    rows = pairs()
    for name, half in (("tuned on (odd ids)", tuned_on(rows)), ("held out (even ids)", held_out(rows))):
        tally, same = measure(half), sum(pair.same for pair in half)
        row(f"{name}: pairs, of which one work", f"{len(half):8d} {same:8d}")
        row(f"{name}: precision", f"{tally.precision:8.3f}  (wrongly asked: {len(tally.wrong)})")
        row(f"{name}: recall", f"{tally.recall:8.3f}  (missed: {len(tally.missed)})")
    row(f"compare {len(rows)} pairs", timed(lambda: measure(rows)))


def _timed(project: Any) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from hatang.projects.overlap.rules import names
    from hatang.projects.overlap.selectors import overlaps_of

    names.read.cache_clear()
    start = time.perf_counter()
    found = overlaps_of(project)
    row(f"one work against {WORKS}: first time", f"{(time.perf_counter() - start) * 1000:8.1f} ms")
    row(f"one work against {WORKS}: names read before", timed(lambda: overlaps_of(project), runs=5))
    with CaptureQueriesContext(connection) as queries:
        overlaps_of(project)
    row("queries; shown, of which asked about", f"{len(queries):8d} {len(found):8d} {sum(one.asks for one in found):8d}")


@contextmanager
def _commune() -> Iterator[Any]:
    from hatang.tests.factories import inside, make_commune, make_member

    with inside(make_member(make_commune())):
        yield _works()


def _works() -> Any:
    """Five thousand drawn works in a commune of about 100 km²; the one that is asked about."""
    from hatang.commune.models import Village
    from hatang.projects.models import Project, ProjectVillage
    from hatang.projects.services.trail import placed

    chance = random.Random(SEED)
    villages = Village.objects.bulk_create(
        Village(name=f"thôn Ví Dụ {n}", folded_name=f"thon vi du {n}", households=50) for n in range(VILLAGES)
    )
    drafts = [_work(number, chance) for number in range(WORKS + 1)]
    for twin in drafts[1:4]:
        twin.geometry, twin.name = drafts[0].geometry, f"{drafts[0].name}, {twin.name}"
        placed(twin)
    works = Project.objects.bulk_create(drafts)
    ProjectVillage.objects.bulk_create(ProjectVillage(project=work, village=chance.choice(villages)) for work in works)
    return works[0]


def _work(number: int, chance: random.Random) -> Any:
    from hatang.projects.models import Project
    from hatang.projects.services.trail import placed
    from vanban.text.folding import fold_for_search

    west, south = 105.8 + chance.random() / 10, 22.1 + chance.random() / 10
    ends = [[west, south], [west + SHORT * chance.random(), south + SHORT * chance.random()]]
    kind = chance.choice(["Đường trục", "Đường ngõ xóm", "Kênh mương", "Nhà văn hóa", "Cấp nước sinh hoạt"])
    name = f"{kind} thôn Ví Dụ {number % VILLAGES}, đoạn {number}"
    year = chance.randint(2021, 2030)
    work = Project(
        name=name, folded_name=fold_for_search(name), kind="community", sector="transport", start_year=year, end_year=year
    )
    work.geometry = {"type": "LineString", "coordinates": ends}
    placed(work)
    return work


if __name__ == "__main__":
    main()
