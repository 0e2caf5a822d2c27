"""What forms of works let people choose from."""

from __future__ import annotations

from hatang.assets.models import Asset
from hatang.plans.models import Task
from hatang.plans.selectors import tasks_in_force
from hatang.projects.models import Company

MOST = 500


def task_choices(sector: str) -> list[tuple[int, str]]:
    """The tasks of the plans in force, those of the sector first."""
    tasks = sorted(tasks_in_force(), key=lambda task: task.sector != sector)
    return [(task.pk, _shortened(task)) for task in tasks]


def _shortened(task: Task) -> str:
    words = f"{task.path}. {task.action} {task.object}".strip()
    return words if len(words) <= 120 else f"{words[:117]}…"


def asset_choices(sector: str) -> list[tuple[int, str]]:
    """The assets of a sector that a work may improve, by name."""
    rows = Asset.objects.filter(sector=sector, is_retired=False).order_by("folded_name", "pk").select_related("village")
    columns = rows.values_list("pk", "name", "village__name")[:MOST]
    return [(pk, f"{name} – {village}" if village else name) for pk, name, village in columns]


def company_names() -> list[str]:
    """The names of those who build, to be proposed while typing."""
    return list(Company.objects.filter(is_active=True).order_by("folded_name").values_list("name", flat=True)[:MOST])
