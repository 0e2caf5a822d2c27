"""Finding what looks like a work: other works of the commune, works across the border, and what was built lately."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import cos, radians
from typing import Any

from django.db.models import Q, Value
from shapely import transform
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from hatang.assets.models import Asset
from hatang.projects.models import Allocation, Output, OverlapOverride, Project, ProjectVillage
from hatang.projects.overlap.neighbours import works_nearby
from hatang.projects.overlap.rules import Likeness, Thing, Thresholds, compare, names
from hatang.projects.overlap.rules.candidates import Box, box_around, meets, named_like
from hatang.projects.overlap.rules.values import Years
from hatang.projects.rules.states import Stage
from hatang.projects.selectors.works import settings

COLUMNS = ("pk", "name", "sector", "start_year", "end_year", "phase", "asset_id")
BOX = ("west", "south", "east", "north")
GROWN = 0.1  # a pair that looks more alike than when it was answered by this much is asked about again


@dataclass(frozen=True, slots=True)
class Other:
    """What a work is compared with. `key` names it for good; `link` is empty for what lies in another commune."""

    key: str
    thing: Thing
    geometry: dict[str, Any] | None = None
    phase: str = ""
    commune: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that looks like the work: how much and why, and what was decided about it (newest first)."""

    work: Thing
    other: Other
    likeness: Likeness
    asks: bool
    answers: tuple[OverlapOverride, ...] = field(default=())

    @property
    def is_answered(self) -> bool:
        """Whether somebody said why both go on, of a pair that has not come closer since."""
        return any(self.likeness.score <= float(answer.found.get("score", 0)) + GROWN for answer in self.answers)

    @property
    def waits(self) -> bool:
        """Whether a leader must still say why both go on."""
        return self.asks and not self.is_answered


def thresholds() -> Thresholds:
    """The lines as the commune drew them. One query."""
    found = settings()
    return Thresholds(near=float(max(found.overlap_metres, 1)), years=found.overlap_years)


def overlaps_of(project: Project, lines: Thresholds | None = None) -> list[Found]:
    """What looks like a work, the most alike first. At most nine queries, however many works there are."""
    lines = lines or thresholds()
    close = _close(project, lines)
    sides = _sides([project.pk, *(row["pk"] for row in close)])
    work, answers = _thing(project, sides), _answers(project)
    others = [*_own_works(project, close, sides), *_neighbouring_works(project, lines), *_standing(project, lines)]
    found = [_judged(work, other, lines, answers) for other in others]
    return sorted((one for one in found if one.likeness.shows(lines)), key=lambda one: -one.likeness.score)


def overlap_of(project: Project, key: str) -> Found | None:
    """The pair of a work and the other one named by `key`; None where they do not look alike."""
    return next((found for found in overlaps_of(project) if found.other.key == key), None)


def _judged(work: Thing, other: Other, lines: Thresholds, answers: dict[str, list[OverlapOverride]]) -> Found:
    likeness = compare(work, other.thing, lines)
    return Found(work, other, likeness, likeness.asks(lines), tuple(answers.get(other.key, ())))


def _answers(project: Project) -> dict[str, list[OverlapOverride]]:
    """Reasons given for pairs with this work, from either side. One query."""
    mine = f"project:{project.pk}"
    rows = OverlapOverride.objects.filter(Q(project=project) | Q(other=mine)).order_by("-at", "-pk")
    found = defaultdict(list)
    for row in rows:
        found[row.other if row.project_id == project.pk else f"project:{row.project_id}"].append(row)
    return found


Sides = dict[int, tuple[frozenset[str], frozenset[str]]]  # the villages and the sources of each work


def _thing(project: Project, sides: Sides) -> Thing:
    """The work as the rules see it."""
    villages, sources = sides[project.pk]
    years, drawn = _years(project.start_year, project.end_year), flat(project.geometry, _origin(project))
    return Thing(project.name, project.sector, villages, years, sources, drawn, project.asset_id, project.commune_id)


def _close(project: Project, lines: Thresholds) -> list[dict[str, Any]]:
    """Works of the commune that are near, touch the same asset or share a name. One query."""
    alike, around = named_like(project.name, lines), _around(project, lines)
    rows = Project.objects.exclude(pk=project.pk).exclude(stage=Stage.CANCELLED.value).values(*COLUMNS, *BOX)
    return [
        row for row in rows.iterator(chunk_size=2_000)
        if _is_near(row, around) or (row["asset_id"] and row["asset_id"] == project.asset_id) or alike(row["name"])
    ]  # fmt: skip


def _own_works(project: Project, close: list[dict[str, Any]], sides: Sides) -> Iterator[Other]:
    """Those works with their shapes. One query."""
    shapes = dict(Project.objects.filter(pk__in=[row["pk"] for row in close]).values_list("pk", "geometry"))
    for row in close:
        geometry, (villages, sources) = shapes.get(row["pk"]), sides[row["pk"]]
        years, drawn = _years(row["start_year"], row["end_year"]), flat(geometry, _origin(project))
        thing = Thing(row["name"], row["sector"], villages, years, sources, drawn, row["asset_id"], project.commune_id)
        yield Other(f"project:{row['pk']}", thing, geometry, row["phase"])


def _sides(projects: list[int]) -> Sides:
    """The villages and the sources of works. One query."""
    villages = ProjectVillage.objects.filter(project__in=projects).order_by().values_list("project_id", "village__name", Value(0))
    sources = Allocation.objects.filter(project__in=projects).order_by().values_list("project_id", "source__name", Value(1))
    found: dict[int, tuple[set[str], set[str]]] = {pk: (set(), set()) for pk in projects}
    for pk, name, side in villages.union(sources):
        found[pk][side].add(name)
    return {pk: (frozenset(left), frozenset(right)) for pk, (left, right) in found.items()}


def _neighbouring_works(project: Project, lines: Thresholds) -> Iterator[Other]:
    proper = [name for name in names.read(project.name).proper if " " in name]
    for row in works_nearby(project.commune, _around(project, lines), proper):
        years, drawn = _years(row["start_year"], row["end_year"]), flat(row["geometry"], _origin(project))
        thing = Thing(row["name"], row["sector"], years=years, shape=drawn, commune=row["commune_id"])
        key = f"neighbour:{row['commune__code']}:{row['pk']}"
        yield Other(key, thing, row["geometry"], row["phase"], row["commune__full_name"])


def _standing(project: Project, lines: Thresholds) -> Iterator[Other]:
    """Assets built in the years before that the work may build again; not what it built itself. One query."""
    alike, around, origin = named_like(project.name, lines), _around(project, lines), _origin(project)
    since = (project.start_year or project.created_at.year) - lines.years
    made = Output.objects.filter(project=project, made__isnull=False).values("made")
    rows = Asset.objects.filter(is_retired=False, built_year__gte=since).exclude(pk__in=made).select_related("village")
    columns = ("pk", "commune_id", "name", "sector", "built_year", "geometry", "village__name", *BOX)
    for asset in rows.only(*columns):
        box = {name: getattr(asset, name) for name in BOX}
        if asset.pk == project.asset_id or _is_near(box, around) or alike(asset.name):
            villages = frozenset({asset.village.name} if asset.village else ())
            years, drawn = (asset.built_year, asset.built_year), flat(asset.geometry, origin)
            thing = Thing(asset.name, asset.sector, villages, years, frozenset(), drawn, asset.pk, asset.commune_id, True)
            yield Other(f"asset:{asset.pk}", thing, asset.geometry)


def _years(first: int | None, last: int | None) -> Years | None:
    start, end = first or last, last or first
    return (start, end) if start and end else None


def _around(project: Project, lines: Thresholds) -> Box | None:
    if not project.geometry:
        return None
    return box_around(_box(project.west, project.south, project.east, project.north), lines.near * lines.far)


def _box(*sides: float | None) -> Box:
    west, south, east, north = (side or 0.0 for side in sides)
    return west, south, east, north


def _is_near(row: dict[str, Any], around: Box | None) -> bool:
    sides = [row[name] for name in BOX]
    return around is not None and None not in sides and meets(around, _box(*sides))


def _origin(project: Project) -> tuple[float, float]:
    """Where the flat ground touches the earth: near the work asked about."""
    return (project.west or 0.0, project.south or 0.0)


def flat(geometry: dict[str, Any] | None, origin: tuple[float, float]) -> BaseGeometry | None:
    """A shape in metres around a place; exact enough within a commune (better than 1 in 500)."""
    if not geometry:
        return None
    east, north = metres_a_degree(origin[1])
    return transform(shape(geometry), lambda points: (points - origin) * (east, north))


def metres_a_degree(latitude: float) -> tuple[float, float]:
    """Metres of a degree of longitude and of latitude (WGS84)."""
    at = radians(latitude)
    east = 111_412.84 * cos(at) - 93.5 * cos(3 * at) + 0.118 * cos(5 * at)
    return east, 111_132.954 - 559.822 * cos(2 * at) + 1.175 * cos(4 * at)
