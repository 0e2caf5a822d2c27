"""How long the quarterly report of the demonstration takes, and how much memory: written anew, Word, Excel, PDF."""

from __future__ import annotations

import datetime as dt
import tracemalloc
from collections.abc import Callable
from typing import Any

from bench._product import awake
from bench._timing import row, timed

TODAY = dt.date(2026, 11, 25)
PERIOD = "2026-Q3"


def main() -> None:
    """Make the demonstration in a folder that is thrown away, and measure."""
    with awake():
        _measure()


def _measure() -> None:
    from hatang.cli.demonstration import install
    from hatang.commune.models import Commune, Membership
    from hatang.core.tenancy import commune_scope
    from hatang.plans.models import Plan
    from hatang.reports import documents, services
    from hatang.reports.kinds import kinds
    from hatang.reports.selectors import report_of

    install(TODAY)
    with commune_scope(Commune.objects.get().pk):
        unit = Membership.objects.get(user__username="dieuphoi").unit
        kind, plan = kinds()["quarterly"], Plan.objects.get()
        made = services.prepare(plan, kind, PERIOD, today=TODAY, unit=unit)
        row("quarterly report: written anew from the data", timed(lambda: services.refresh(made, today=TODAY), runs=3))

        def paper() -> documents.Paper:
            found = report_of(made.pk)
            assert found is not None
            return documents.paper_of(found)

        row("quarterly report: figures cited", f"{len(paper().marks):8d}")

        def write_all(write: Callable[[documents.Paper], bytes], name: str) -> None:
            row(f"quarterly report: {name}", timed(lambda: write(paper()), runs=3))
            row(f"quarterly report: {name}, memory at its peak", f"{_peak(lambda: write(paper())):8.1f} MB")

        write_all(documents.as_word, "Word")
        write_all(documents.as_workbook, "Excel")
        row("quarterly report: PDF", timed(lambda: documents.as_pdf(paper()), runs=1, warm_up=0))


def _peak(work: Callable[[], Any]) -> float:
    """Megabytes at the highest point of `work`."""
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6
