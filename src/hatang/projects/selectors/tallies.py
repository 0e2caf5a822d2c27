"""How much there is on the other pages of a work, counted in the query that reads the work itself."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, IntegerField, Model, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from hatang.projects.models import Project, WorkPhoto


def with_tallies(works: QuerySet[Project, Any]) -> QuerySet[Project, Any]:
    """Works with `placed_photos`: how many of their pictures have a place."""
    return works.annotate(placed_photos=counted(WorkPhoto, Q(longitude__isnull=False, latitude__isnull=False)))


def counted(model: type[Model], wanted: Q | None = None) -> Coalesce:
    """How many rows of a kind the work at hand has."""
    rows: Any = model.objects.filter(wanted or Q(), project=OuterRef("pk"))  # type: ignore[attr-defined]
    numbers = rows.order_by().values("project").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(numbers, output_field=IntegerField()), Value(0))
