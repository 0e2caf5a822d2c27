"""What stands around the targets: works, money, obstacles, faults, needs, and who still owes figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse

from hatang.assets.models import Ticket
from hatang.assets.upkeep.selectors import tickets as upkeep
from hatang.indicators.models import ReportingPeriod
from hatang.indicators.selectors.board import lines
from hatang.projects import selectors as works
from hatang.projects.models import Need, Obstacle, Project, WorkMilestone
from hatang.projects.money.rules.totals import NOTHING, total
from hatang.projects.money.selectors import Wanted, cells
from hatang.projects.rules.states import Phase
from hatang.projects.selectors.works import STANDING, WAITING
from hatang.reports.rules.facts import LateWork, ObstacleFact, Owing
from hatang.reports.rules.figures import Figure, Form
from hatang.reports.rules.making import Maker
from hatang.reports.rules.spans import Span
from hatang.reports.rules.works import PHASES
from hatang.reports.selectors.scope import percents_at

BOOKS = "Cộng sổ vốn và giải ngân của các công trình đến hết kỳ"
BY_NAME = {
    "works.proposed": (Phase.PROPOSED, Phase.IN_PLAN),
    "works.preparing": (Phase.PREPARATION,),
    "works.building": (Phase.UNDER_CONSTRUCTION,),
    "works.standing": STANDING,
    "works.stopped": WAITING,
}


@dataclass(frozen=True, slots=True)
class Around:
    """All of it."""

    counts: dict[str, Figure]
    obstacles: Sequence[ObstacleFact]
    late_works: Sequence[LateWork]
    owing: Sequence[Owing]


@dataclass(frozen=True, slots=True)
class Scope:
    """Of what it is wanted: filters of works, of assets, of needs; of everything where they are empty."""

    works: Mapping[str, Any] = field(default_factory=dict)
    assets: Mapping[str, Any] = field(default_factory=dict)
    needs: Mapping[str, Any] = field(default_factory=dict)

    def through(self, name: str, filters: Mapping[str, Any]) -> dict[str, Any]:
        """The same filters, asked through a relation."""
        return {f"{name}__{path}": value for path, value in filters.items()}


ALL = Scope()


def around(span: Span, today: dt.date, scope: Scope = ALL) -> Around:
    """As it stands when the report is written; money, obstacles, late works as of the end of the span. Some fifteen queries."""
    late, obstacles = late_works(min(today, span.last), scope), _obstacles(span, today, scope)
    counts = {**_works(scope), **_money(scope, min(today, span.last)), **_tickets(today, scope), **_needs(span, scope)}
    counts["works.late"] = _count("works.late", "Công trình chậm so với mốc", len(late), reverse("works") + "?late=on")
    counts["obstacles.open"] = _count("obstacles.open", "Vướng mắc chưa tháo gỡ", len(obstacles), reverse("works"))
    overdue = sum(one.late is not None for one in obstacles)
    counts["obstacles.late"] = _count("obstacles.late", "Vướng mắc quá hạn tháo gỡ", overdue, reverse("works"))
    return Around(counts, obstacles, late, _owing(span, today) if scope is ALL else [])


def _count(key: str, label: str, number: int, link: str = "", unit: str = "") -> Figure:
    source = "Đếm trong hệ thống lúc lập báo cáo"
    return Figure(key, label, Form.AMOUNT, Decimal(number), unit=unit, source=source, link=link)


def _works(scope: Scope) -> dict[str, Figure]:
    rows = Project.objects.filter(**scope.works).order_by().values_list("phase")
    phases: dict[str, int] = dict(rows.annotate(count=Count("pk")))
    sums = {name: sum(phases.get(phase, 0) for phase in wanted) for name, wanted in BY_NAME.items()}
    sums["works.total"] = sum(sums.values())
    said = dict(PHASES)
    labels = {name: f"Số công trình, dự án: {said.get(name, 'tổng số')}" for name in sums}
    return {name: _count(name, labels[name], number, reverse("works")) for name, number in sums.items()}


def _money(scope: Scope, day: dt.date) -> dict[str, Figure]:
    projects = list(Project.objects.filter(**scope.works).values_list("pk", flat=True)) if scope.works else None
    sums = total(cells(Wanted(projects=projects, until=day))) if projects != [] else NOTHING
    make = Maker("money", "", reverse("money"))
    make.money("allocated", "Vốn đã phân bổ", sums.allocated, BOOKS)
    make.money("paid", "Vốn đã giải ngân lũy kế", sums.disbursed, BOOKS)
    make.share("share", "Tỷ lệ giải ngân", sums.disbursed, sums.allocated, "Giải ngân chia vốn đã phân bổ")
    return {figure.key: figure for figure in make.made.values()}


def _tickets(today: dt.date, scope: Scope) -> dict[str, Figure]:
    rows = Ticket.objects.filter(state__in=upkeep.UNFIXED_STATES, **scope.through("asset", scope.assets))
    found, link = rows.aggregate(unfixed=Count("pk"), late=Count("pk", filter=Q(due_on__lt=today))), reverse("upkeep")
    return {
        "tickets.unfixed": _count("tickets.unfixed", "Phiếu báo hỏng chưa sửa xong", found["unfixed"], link),
        "tickets.late": _count("tickets.late", "Phiếu báo hỏng quá hạn sửa", found["late"], link),
    }


def _needs(span: Span, scope: Scope) -> dict[str, Figure]:
    waiting = Need.objects.filter(state__in=(Need.State.OPEN, Need.State.SCORED), proposed_on__lte=span.last, **scope.needs)
    return {"needs.open": _count("needs.open", "Nhu cầu của các thôn chờ quyết định", waiting.count(), reverse("needs"))}


def late_works(day: dt.date, scope: Scope = ALL) -> list[LateWork]:
    """Works a date of which had passed by a day without being reached, the longest late first. Three queries."""
    missed = Q(actual_on__isnull=True, project__phase__in=works.OPEN) | Q(actual_on__gt=day)
    rows = WorkMilestone.objects.filter(missed, planned_on__lt=day - dt.timedelta(days=works.grace()))
    rows = rows.filter(**scope.through("project", scope.works))
    percents: dict[int, Decimal] = percents_at(day)
    found: dict[int, LateWork] = {}
    for row in rows.exclude(project__phase__in=WAITING).select_related("project").order_by("planned_on", "pk"):
        found.setdefault(row.project_id, _late_work(row, percents.get(row.project_id, Decimal(0)), day))
    return list(found.values())


def _late_work(row: WorkMilestone, percent: Decimal, day: dt.date) -> LateWork:
    work, link, source = row.project, reverse("work", args=[row.project_id]), "Báo cáo tiến độ gần nhất của công trình đến hết kỳ"
    built = Figure(f"w{work.pk}.percent", f"{work.name}: khối lượng", Form.SHARE, percent, source=source, link=link)
    late = _days(f"w{work.pk}.late", work.name, (day - row.planned_on).days, link)
    return LateWork(work.name, built, row.planned_on, late, work.pk)


def _days(key: str, name: str, days: int, link: str) -> Figure:
    source = "Số ngày từ hạn đến hết kỳ báo cáo, hoặc đến ngày lập khi kỳ chưa hết"
    return Figure(key, f"{name}: số ngày chậm", Form.AMOUNT, Decimal(days), unit="ngày", source=source, link=link)


def _obstacles(span: Span, today: dt.date, scope: Scope) -> list[ObstacleFact]:
    standing = Q(closed_on__isnull=True) | Q(closed_on__gt=span.last)
    rows = Obstacle.objects.filter(standing, found_on__lte=span.last, **scope.through("project", scope.works)).select_related(
        "project", "owner"
    )
    return [_obstacle(row, min(today, span.last)) for row in rows.order_by("due_on", "pk")]


def _obstacle(row: Obstacle, day: dt.date) -> ObstacleFact:
    days = (day - row.due_on).days if row.due_on else 0
    late = _days(f"o{row.pk}.late", row.project.name, days, reverse("work-progress", args=[row.project_id])) if days > 0 else None
    owner = row.owner.name if row.owner else ""
    return ObstacleFact(row.project.name, row.what, str(row.get_cause_display()), owner, row.due_on, late)


def _owing(span: Span, today: dt.date) -> list[Owing]:
    periods = list(ReportingPeriod.objects.filter(first__gte=span.first, last__lte=span.last, state="open"))
    found = []
    for line in lines(periods, today) if periods else []:
        if line.left and line.unit:
            key, link = f"owed.{line.period.code}.{line.unit.pk}", reverse("board") + f"?ky={line.period.code}"
            found.append(Owing(line.unit.name, _count(key, f"{line.unit.name}: số liệu chưa nộp", line.left, link)))
    return found
