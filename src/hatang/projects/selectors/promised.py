"""What funded works not yet handed over will add to indicators."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from hatang.projects.models import Effect, Project
from hatang.projects.rules.states import Construction, Handover, Stage
from hatang.projects.selectors.money import with_sums

COMING = (Stage.IN_PLAN, Stage.PREPARATION, Stage.UNDER_WAY)


@dataclass(frozen=True, slots=True)
class Promised:
    """What a work declared to add to the numerator of an indicator, and from the end of which year."""

    project: int
    name: str
    code: str
    year: int
    amount: Decimal


def promised(codes: Collection[str]) -> list[Promised]:
    """What works in the plan that have capital of a year, or are being built, will add to these indicators. One query.

    Handed over, even in part, a work adds nothing more: the figures count it. Neither does one paused or cancelled, a request to
    others, or one that does not say by which year.
    """
    rows = (
        Effect.objects.filter(indicator_code__in=codes, project__in=_funded())
        .annotate(by=Coalesce("year", "project__end_year"))
        .filter(by__isnull=False)
        .order_by("by", "project__folded_name", "pk")
    )
    columns = ("project_id", "project__name", "indicator_code", "by", "amount")
    return [Promised(*row) for row in rows.values_list(*columns)]


def _funded() -> QuerySet[Project, Any]:
    rows = Project.objects.filter(stage__in=COMING, handover=Handover.NONE)
    built = ~Q(construction=Construction.NONE)
    return with_sums(rows).filter(Q(allocated__gt=0) | built).order_by().values("pk")
