"""What stands around the targets: works, money, obstacles, faults, needs, and who still owes figures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q
from django.urls import reverse

from hatang.assets.upkeep import selectors as upkeep
from hatang.core.figures import Ratio
from hatang.indicators.models import ReportingPeriod
from hatang.indicators.selectors.board import lines
from hatang.projects import selectors as works
from hatang.projects.models import Need, Obstacle, Project, WorkMilestone
from hatang.projects.rules.states import Phase
from hatang.projects.selectors.works import STANDING, WAITING
from hatang.reports.rules.facts import LateWork, ObstacleFact, Owing
from hatang.reports.rules.figures import Figure, Form
from hatang.reports.rules.spans import Span
from hatang.reports.selectors.scope import percents_at

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


def around(span: Span, today: dt.date) -> Around:
    """As it stands when the report is written; obstacles and late works as of the end of the span. Some fifteen queries."""
    late, obstacles = late_works(min(today, span.last)), _obstacles(span, today)
    counts = {**_works(), **_money(), **_tickets(today), **_needs(span)}
    counts["works.late"] = _count("works.late", "Công trình chậm so với mốc", len(late), reverse("works") + "?late=on")
    counts["obstacles.open"] = _count("obstacles.open", "Vướng mắc chưa tháo gỡ", len(obstacles), reverse("works"))
    overdue = sum(one.late is not None for one in obstacles)
    counts["obstacles.late"] = _count("obstacles.late", "Vướng mắc quá hạn tháo gỡ", overdue, reverse("works"))
    return Around(counts, obstacles, late, _owing(span, today))


def _count(key: str, label: str, number: int, link: str = "", unit: str = "") -> Figure:
    source = "Đếm trong hệ thống lúc lập báo cáo"
    return Figure(key, label, Form.AMOUNT, Decimal(number), unit=unit, source=source, link=link)


def _works() -> dict[str, Figure]:
    phases = works.counts_by_phase()
    sums = {name: sum(phases.get(phase, 0) for phase in wanted) for name, wanted in BY_NAME.items()}
    sums["works.total"] = sum(sums.values())
    return {name: _count(name, "Số công trình, dự án", number, reverse("works")) for name, number in sums.items()}


def _money() -> dict[str, Figure]:
    rows: list[Any] = list(works.with_sums(Project.objects.only("pk", "commune_id")))
    allocated, paid = (Decimal(sum(getattr(row, name) for row in rows)) for name in ("allocated", "disbursed"))
    source, link = "Cộng kế hoạch vốn và giải ngân của từng công trình", reverse("works")
    found = {
        "money.allocated": Figure("money.allocated", "Kế hoạch vốn đã giao", Form.MONEY, allocated, source=source, link=link),
        "money.paid": Figure("money.paid", "Vốn đã giải ngân", Form.MONEY, paid, source=source, link=link),
    }
    share = Ratio(paid, allocated).percent
    if share is not None:
        told = "Giải ngân chia kế hoạch vốn"
        found["money.share"] = Figure("money.share", "Tỷ lệ giải ngân", Form.SHARE, share, source=told, link=link)
    return found


def _tickets(today: dt.date) -> dict[str, Figure]:
    found, link = upkeep.counts(today=today), reverse("upkeep")
    return {
        "tickets.unfixed": _count("tickets.unfixed", "Phiếu báo hỏng chưa sửa xong", found.unfixed, link),
        "tickets.late": _count("tickets.late", "Phiếu báo hỏng quá hạn sửa", found.late, link),
    }


def _needs(span: Span) -> dict[str, Figure]:
    waiting = Need.objects.filter(state__in=(Need.State.OPEN, Need.State.SCORED), proposed_on__lte=span.last)
    return {"needs.open": _count("needs.open", "Nhu cầu của các thôn chờ quyết định", waiting.count(), reverse("needs"))}


def late_works(day: dt.date) -> list[LateWork]:
    """Works a date of which had passed by a day without being reached, the longest late first. Three queries."""
    missed = Q(actual_on__isnull=True, project__phase__in=works.OPEN) | Q(actual_on__gt=day)
    rows = WorkMilestone.objects.filter(missed, planned_on__lt=day - dt.timedelta(days=works.grace()))
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


def _obstacles(span: Span, today: dt.date) -> list[ObstacleFact]:
    standing = Q(closed_on__isnull=True) | Q(closed_on__gt=span.last)
    rows = Obstacle.objects.filter(standing, found_on__lte=span.last).select_related("project", "owner")
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
