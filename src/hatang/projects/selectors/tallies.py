"""How much there is on the other pages of a work, counted in the query that reads the work itself."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, IntegerField, Model, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from hatang.projects.models import (
    AcceptanceRecord,
    Contract,
    Contribution,
    OverlapOverride,
    ProgressReport,
    Project,
    WorkDocument,
    WorkPhoto,
)


def with_tallies(works: QuerySet[Project, Any]) -> QuerySet[Project, Any]:
    """Works with how many contracts, minutes, reports, papers, gifts and reasons they have, and of placed pictures."""
    return works.annotate(
        placed_photos=counted(WorkPhoto, Q(longitude__isnull=False, latitude__isnull=False)),
        count_contracts=counted(Contract),
        count_acceptances=counted(AcceptanceRecord),
        count_reports=counted(ProgressReport, Q(is_current=True)),
        count_photos=counted(WorkPhoto),
        count_papers=counted(WorkDocument),
        count_gifts=counted(Contribution, Q(is_void=False)),
        count_overrides=counted(OverlapOverride),
    )


def counted(model: type[Model], wanted: Q | None = None) -> Coalesce:
    """How many rows of a kind the work at hand has."""
    rows: Any = model.objects.filter(wanted or Q(), project=OuterRef("pk"))  # type: ignore[attr-defined]
    numbers = rows.order_by().values("project").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(numbers, output_field=IntegerField()), Value(0))
