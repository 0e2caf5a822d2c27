"""Lists of works, one work, and their shapes for a map."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from hatang.core.sectors import Sector
from hatang.projects.models import Project, SavedView, WorksSettings
from hatang.projects.rules.states import Phase
from hatang.projects.selectors.money import with_sums
from hatang.projects.selectors.tallies import with_tallies
from hatang.projects.words import PHASES
from hatang.ui.maps import feature
from hatang.ui.templatetags.ui import vn_date, vn_number
from vanban.text.folding import fold_for_search

ON_A_PAGE = 50
ON_A_MAP = 3_000
OPEN = (Phase.PROPOSED, Phase.IN_PLAN, Phase.PREPARATION, Phase.UNDER_CONSTRUCTION)
STANDING = (Phase.BUILT, Phase.ACCEPTED, Phase.HANDED_OVER, Phase.SETTLED, Phase.IN_MAINTENANCE, Phase.CLOSED)
WAITING = (Phase.PAUSED, Phase.CANCELLED)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which works are wanted; empty means all."""

    sector: str = ""
    kind: str = ""
    phase: str = ""
    village: int | None = None
    unit: int | None = None
    year: int | None = None
    late: bool = False
    words: str = ""


def rows(wanted: Filter, today: dt.date) -> QuerySet[Project]:
    """The works wanted, by name. "ha tang" finds "hạ tầng"."""
    equal = {"sector": wanted.sector, "kind": wanted.kind, "phase": wanted.phase, "lead_unit_id": wanted.unit}
    found: QuerySet[Project] = Project.objects.filter(**{name: value for name, value in equal.items() if value})
    if wanted.village:
        found = found.filter(project_villages__village_id=wanted.village)
    if wanted.year:
        begun = Q(start_year__isnull=True) | Q(start_year__lte=wanted.year)
        found = found.filter(begun & (Q(end_year__isnull=True) | Q(end_year__gte=wanted.year)))
    if wanted.late:
        found = found.filter(phase__in=OPEN, next_due__lt=today - dt.timedelta(days=grace()))
    for word in fold_for_search(wanted.words).split():
        found = found.filter(Q(folded_name__contains=word) | Q(code__iexact=word) | Q(national_code__iexact=word))
    return found.order_by("folded_name", "pk")


def settings() -> WorksSettings:
    """Where the commune draws the lines; the product's proposals until it does."""
    found: WorksSettings | None = WorksSettings.objects.first()
    return found or WorksSettings()


def grace() -> int:
    """Days past a date before a work counts as late."""
    return settings().late_after_days


def page_of(wanted: Filter, number: Any, today: dt.date, *, size: int = ON_A_PAGE) -> Page[Project]:
    """One page of works; a wrong number gives the nearest page. Three queries."""
    found = rows(wanted, today).select_related("lead_unit").prefetch_related("villages").defer("geometry", "note", "purpose")
    return Paginator(found, size).get_page(number)


def counts_by_phase() -> dict[str, int]:
    """How many works there are in each phase."""
    return dict(Project.objects.order_by().values_list("phase").annotate(count=Count("pk")))


def work_of(pk: int, *, tallied: bool = False) -> Project | None:
    """One work of the commune in scope with its sums of money and its villages (`tallied`: and how much its other pages hold);
    None for any other's. Two queries."""
    related = ("commune", "task", "asset", "lead_unit", "operator", "contractor", "supervisor")
    rows = with_sums(Project.objects.filter(pk=pk))
    rows = with_tallies(rows) if tallied else rows
    found: Project | None = rows.select_related(*related).prefetch_related("villages").first()
    return found


def saved_views(user: int) -> list[SavedView]:
    """The views a person keeps and those shared with everybody."""
    return list(SavedView.objects.filter(Q(owner_id=user) | Q(is_shared=True)).order_by("name", "pk"))


def is_late(project: Project, today: dt.date, days: int = 0) -> bool:
    """Whether the next date of an open work is past."""
    return project.phase in OPEN and project.next_due is not None and (today - project.next_due).days > days


def tone_of(project: Project, today: dt.date, days: int = 0) -> str:
    """How a map marks a work: good (stands), warn (being built), bad (late), none (not begun, paused, cancelled)."""
    if is_late(project, today, days):
        return "bad"
    if project.phase in STANDING:
        return "good"
    return "warn" if project.phase == Phase.UNDER_CONSTRUCTION else "none"


def features(wanted: Filter, today: dt.date) -> Iterator[dict[str, Any]]:
    """The shapes of the works wanted with what a map says of them; at most 3,000."""
    days, words = grace(), _Words()
    found = rows(wanted, today).filter(geometry__isnull=False).only(*ON_MAP_COLUMNS)
    for project in found[:ON_A_MAP]:
        yield feature(
            project.geometry or {},
            name=project.name,
            pairs=words.of(project),
            link=reverse("work", args=[project.pk]),
            tone=tone_of(project, today, days),
            key=project.pk,
        )


ON_MAP_COLUMNS = ("pk", "commune_id", "name", "geometry", "phase", "sector", "percent", "next_due")


class _Words:
    """What a map says of works, each word looked up once: a map has thousands of them."""

    def __init__(self) -> None:
        self.heads = (_("Lĩnh vực"), _("Giai đoạn"), _("Khối lượng"), _("Mốc tới"))
        self.sectors = {code: str(label) for code, label in Sector.choices}
        self.phases = {code: str(label) for code, label in PHASES}
        self.percents: dict[Any, str] = {}
        self.days: dict[dt.date, str] = {}

    def of(self, project: Project) -> list[tuple[str, str]]:
        """The lines of the popup of a work."""
        if project.percent not in self.percents:
            self.percents[project.percent] = f"{vn_number(project.percent)}%"
        percent = self.percents[project.percent]
        said = (self.sectors.get(project.sector, project.sector), self.phases.get(project.phase, project.phase), percent)
        pairs = list(zip(self.heads, said, strict=False))
        if project.next_due is None:
            return pairs
        if project.next_due not in self.days:
            self.days[project.next_due] = vn_date(project.next_due)
        return [*pairs, (self.heads[3], self.days[project.next_due])]
