"""Works as they stood on a day."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hatang.projects.models import ProgressReport


def percents_at(day: dt.date) -> dict[int, Decimal]:
    """How much of each work was built by a day, by its latest report until then; works without one are left out. One query."""
    rows = ProgressReport.objects.filter(is_current=True, on__lte=day).order_by("project_id", "on", "pk")
    return dict(rows.values_list("project_id", "percent"))
