"""Works in every state, tied to the tasks and targets of the plan, with their money, gifts, progress and needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from shapely.geometry import shape

from hatang.assets.models import Asset
from hatang.cli.demonstration.people import MARK, OFFICE, SOCIETY_OFFICE, Cast
from hatang.cli.demonstration.places import villages
from hatang.cli.demonstration.works.agreed import fill_agreed
from hatang.cli.demonstration.works.journeys import JOURNEYS, days_of, travel
from hatang.cli.demonstration.works.money import fill_gifts, fill_money
from hatang.cli.demonstration.works.needs import fill_needs
from hatang.cli.demonstration.works.pictures import draw_pictures
from hatang.cli.demonstration.works.progress import COMPANIES, STARTED, fill_progress
from hatang.cli.demonstration.works.table import COMMUNITY, MILLION, REQUEST, ROWS, Row
from hatang.commune.models import Unit, Village
from hatang.plans.models import Plan, Task
from hatang.projects import services
from hatang.projects.models import Company, Effect, Output, Project

VIEWS = {"Đường đang làm": "linh_vuc=transport&giai_doan=construction", "Đang chuẩn bị đầu tư": "giai_doan=preparation"}
SOCIETY = {"education", "health", "culture", "information"}


def fill_works(plan: Plan, people: Cast, today: dt.date) -> None:
    """Propose each, take it along its journey, then the money, the gifts and what villages asked for."""
    rows, places = {row.key: row for row in ROWS}, villages()
    works, pictures = _propose(plan, people, today, places), draw_pictures()
    for key, row in rows.items():
        fill_agreed(row, works[key], days_of(row.journey, today), people, today)
        days = travel(works[key], row.journey, people, today)
        fill_progress(row, works[key], days, people, today, pictures)
    fill_money(rows, works, people, today)
    fill_gifts(works, places, people, today)
    fill_needs(works, people, today)
    _keep_views(people)


def _keep_views(people: Cast) -> None:
    """Two ways of looking at the list, for everybody."""
    with people.acting("dieuphoi") as owner:
        for name, query in VIEWS.items():
            services.keep_view(owner.pk, name, query, shared=True)


def _propose(plan: Plan, people: Cast, today: dt.date, places: Sequence[Village]) -> dict[str, Project]:
    tasks = list(Task.objects.filter(plan=plan).order_by("order"))
    assets = list(Asset.objects.order_by("pk"))
    units = {unit.name: unit for unit in Unit.objects.all()}
    with people.acting("dieuphoi"):
        builders = [services.company_named(f"{name} {MARK}") for name in COMPANIES]
        return {row.key: _work(at, row, today, _Ground(tasks, assets, units, places, builders)) for at, row in enumerate(ROWS)}


class _Ground:
    """Where a work's task, asset, unit, villages and builder are looked up."""

    def __init__(
        self, tasks: list[Task], assets: list[Asset], units: dict[str, Unit], places: Sequence[Village], builders: list[Company]
    ) -> None:
        self.tasks, self.assets, self.units, self.places, self.builders = tasks, assets, units, places, builders

    def task(self, row: Row) -> Task:
        """The task of the plan it belongs to: the first whose object or action says so, the whole object first."""
        found = [task for task in self.tasks if task.object.startswith(row.task)]
        return (found or [task for task in self.tasks if row.task in task.object])[0]

    def asset(self, row: Row) -> Asset | None:
        """What it improves."""
        return next((asset for asset in self.assets if row.asset and asset.name.startswith(row.asset)), None)


def _work(number: int, row: Row, today: dt.date, ground: _Ground) -> Project:
    task, asset = ground.task(row), ground.asset(row)
    places = [ground.places[at - 1] for at in row.villages]
    lead = ground.units[SOCIETY_OFFICE if task.sector in SOCIETY else OFFICE]
    started = STARTED in JOURNEYS[row.journey]
    work = services.propose(
        Project(
            name=f"{row.name} {MARK}", code=f"MH-{number + 1:02}", kind=row.kind, sector=task.sector, task=task, asset=asset,
            group="" if row.kind == REQUEST or row.kind == COMMUNITY else "C", quantity=Decimal(row.size[0]), unit=row.size[1],
            purpose="Thực hiện nhiệm vụ của kế hoạch (số liệu minh họa).",
            investor="UBND xã (minh họa)" if row.kind != REQUEST else "", lead_unit=lead,
            operator=asset.operator if asset else None, total_investment=row.cost * MILLION or None, start_year=today.year,
            end_year=today.year + (1 if row.cost >= 2_000 else 0), geometry=asset.geometry if asset else _dot(places[0]),
            contractor=ground.builders[number % 3] if started and row.kind != COMMUNITY else None, note="Công trình minh họa",
        ),
        places,
    )  # fmt: skip
    _declare(row, work, asset, places)
    return work


def _dot(village: Village) -> dict[str, object]:
    """A place inside the village."""
    point = shape(village.geometry or {}).representative_point()
    return {"type": "Point", "coordinates": [round(point.x, 5), round(point.y, 5)]}


def _declare(row: Row, work: Project, asset: Asset | None, places: Sequence[Village]) -> None:
    """What it will add to the target, and what it leaves behind in the inventory."""
    if row.effect:
        code, amount = row.effect
        services.add_effect(
            Effect(project=work, indicator_code=code, village=places[0] if len(places) == 1 else None, amount=Decimal(amount),
                   unit=row.size[1], year=work.end_year)
        )  # fmt: skip
    if asset is not None and row.attributes is not None:
        services.add_output(
            Output(
                project=work,
                asset=asset,
                asset_kind=asset.kind,
                name=asset.name,
                village=asset.village,
                attributes=row.attributes,
            )
        )
    elif row.new:
        for place in places:
            kind, attributes = row.new
            services.add_output(
                Output(project=work, asset_kind=kind, name=f"{row.name.split(' thôn ')[0]} {place.name} {MARK}", village=place,
                       attributes=dict(attributes), geometry=_dot(place))
            )  # fmt: skip
