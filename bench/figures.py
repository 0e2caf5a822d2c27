"""Figures of a commune with 40 villages and 5,000 assets: recomputing, and the dashboard, after 4 and after 40 quarters."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from bench._product import awake
from bench._timing import row, timed

VILLAGES, ASSETS, SEED = 40, 5_000, 21
QUARTERS = [f"{year}-Q{quarter}" for year in range(2026, 2036) for quarter in range(1, 5)]


def main() -> None:
    """Build the commune in a folder that is thrown away, and measure."""
    with awake(), _commune() as (bindings, browser):
        _report(bindings, QUARTERS[:4])
        _measure(browser, "4 quarters")
        _report(bindings, QUARTERS[4:])
        _measure(browser, "40 quarters")


@contextmanager
def _commune() -> Iterator[tuple[list[Any], Any]]:
    from hatang.cli.commands.demo import PLAN
    from hatang.indicators.services import bind_proposed
    from hatang.plans.services import confirm, import_file
    from hatang.tests.factories import inside, make_commune, make_member, signed_in

    member = make_member(make_commune())
    with inside(member):
        bindings = bind_proposed(confirm(import_file(PLAN)))
        _places()
        yield bindings, signed_in(member)


def _places() -> None:
    from hatang.assets.models import Asset
    from hatang.assets.services import prepare
    from hatang.commune.models import Village

    names = [f"thôn Ví Dụ {number}" for number in range(VILLAGES)]
    villages = Village.objects.bulk_create([Village(name=name, folded_name=name, households=60) for name in names])
    chance = random.Random(SEED)
    rows = [prepare(_asset(chance, chance.choice(villages), number)) for number in range(ASSETS)]
    Asset.objects.bulk_create(rows, batch_size=500)


def _asset(chance: random.Random, village: Any, number: int) -> Any:
    from hatang.assets.models import Asset

    kinds: dict[str, dict[str, Any]] = {
        "road_segment": {
            "class": chance.choice(["commune", "axis", "alley", "field"]),
            "surface": chance.choice(["concrete", "earth"]),
        },
        "canal": {"lined": str(chance.randint(0, 400))},
        "loudspeakers": {"type": "ict"},
        "water_scheme": {"households": chance.randint(1, 9), "meets_standard": chance.random() < 0.7},
        "classrooms": {"level": "primary", "rooms": 6, "solid": chance.randint(0, 6)},
    }
    kind = chance.choices(list(kinds), weights=[70, 15, 5, 5, 5])[0]
    length = Decimal(chance.randint(100, 900))
    attributes, name = kinds[kind], f"Công trình Ví Dụ {number}"
    return Asset(kind=kind, name=name, village=village, attributes=attributes, stated_length_m=length)


def _report(bindings: list[Any], quarters: list[str]) -> None:
    """Approved rows for every indicator, village and quarter, as approvals leave them."""
    from django.utils import timezone

    from hatang.commune.models import Village
    from hatang.core.periods import Period
    from hatang.indicators.models import Measurement, ReportingPeriod
    from hatang.indicators.services import recompute

    villages, now = list(Village.objects.all()), timezone.now()
    for code in quarters:
        period = ReportingPeriod.of(Period.parse(code))
        period.due_on = period.last
        period.save()
        rows = [
            Measurement(
                indicator=binding.indicator, period=period, village=place, numerator=Decimal(1), denominator=Decimal(2),
                state="approved", entered_at=now,
            )
            for binding in bindings
            for place in (villages if binding.indicator.level == "village" else [None])
        ]  # fmt: skip
        Measurement.objects.bulk_create(rows, batch_size=500)
    ReportingPeriod.objects.exclude(code=quarters[-1]).update(state="locked")
    recompute()


def _measure(browser: Any, label: str) -> None:
    from hatang.indicators.models import Indicator, ReportingPeriod
    from hatang.indicators.services import inventory_changed, recompute

    latest = [ReportingPeriod.objects.order_by("-last").values_list("pk", flat=True)[0]]
    one = [Indicator.objects.get(code="water.households").pk]
    work = {
        "every indicator, whole history": recompute,
        "every indicator, the open quarter": lambda: recompute(periods=latest),
        "one indicator, the open quarter (an approval)": lambda: recompute(one, periods=latest),
        "roads, after one segment changed": lambda: inventory_changed({"transport"}),
        "dashboard": lambda: browser.get("/"),
    }
    for name, doing in work.items():
        row(f"{label}: {name}", f"{_queries(doing):4d} queries  {timed(doing, runs=3)}")


def _queries(doing: Any) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        doing()
    return len(queries)
