"""The few sums of money a work's own page shows. The books themselves are in `hatang.projects.money`."""

from __future__ import annotations

from typing import Any

from django.db.models import BigIntegerField, F, OuterRef, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from hatang.projects.models import Contribution, KeptSums, Project

NOTHING = Value(0, output_field=BigIntegerField())


def with_sums(rows: QuerySet[Project]) -> QuerySet[Project]:
    """Works with `allocated`, `disbursed` and `given`, in đồng, in the same query."""
    living = Contribution.objects.filter(is_void=False)
    received, paid = (_sum(KeptSums.objects.all(), "project", F(name)) for name in ("allocated", "disbursed"))
    return rows.annotate(allocated=received, disbursed=paid, given=_sum(living, "project", F("value")))


def _sum(rows: QuerySet[Any], of: str, what: Any) -> Coalesce:
    grouped = rows.filter(**{of: OuterRef("pk")}).order_by().values(of).annotate(sum=Sum(what)).values("sum")
    return Coalesce(Subquery(grouped, output_field=BigIntegerField()), NOTHING)
