"""The backlog of needs and the criteria they are weighed by."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet

from hatang.projects.models import Criterion, Gate, Need, NeedScore
from hatang.projects.rules.scoring import Facts, proposed
from vanban.text.folding import fold_for_search

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class NeedFilter:
    """Which needs are wanted; empty means those that wait for a decision."""

    sector: str = ""
    village: int | None = None
    state: str = ""
    words: str = ""


def needs_page(wanted: NeedFilter, number: Any) -> Page[Need]:
    """One page of the backlog, the highest score first."""
    found: QuerySet[Need] = Need.objects.select_related("village", "project").defer("geometry")
    found = found.filter(state=wanted.state) if wanted.state else found.filter(state__in=(Need.State.OPEN, Need.State.SCORED))
    equal = {"sector": wanted.sector, "village_id": wanted.village}
    found = found.filter(**{name: value for name, value in equal.items() if value})
    for word in fold_for_search(wanted.words).split():
        found = found.filter(folded_name__contains=word)
    return Paginator(found.order_by(F("score").desc(nulls_last=True), "-proposed_on", "-pk"), ON_A_PAGE).get_page(number)


def need_of(pk: int) -> Need | None:
    """One need of the commune in scope; None for any other's."""
    found: Need | None = Need.objects.select_related("village", "project", "proposed_by", "minutes").filter(pk=pk).first()
    return found


@dataclass(frozen=True, slots=True)
class Weighing:
    """One criterion beside a need: the points it has, and those the facts speak for."""

    criterion: Criterion
    points: Decimal | None
    note: str
    proposed: Decimal | None


def weighing_of(need: Need) -> list[Weighing]:
    """How a need is weighed on every criterion in use. Two queries."""
    given = {row.criterion_id: row for row in NeedScore.objects.filter(need=need)}
    facts = Facts(need.households, need.poor_households, need.land_ready, bool(need.contribution))
    return [_weighing(row, given.get(row.pk), facts) for row in criteria()]


def _weighing(row: Criterion, score: NeedScore | None, facts: Facts) -> Weighing:
    speaks = proposed(row.measure, row.max_points, facts) if row.measure else None
    return Weighing(row, score.points if score else None, score.note if score else "", speaks)


def criteria(*, everything: bool = False) -> list[Criterion]:
    """The criteria in use, in order; `everything` with those put aside."""
    rows = Criterion.objects.all() if everything else Criterion.objects.filter(is_active=True)
    return list(rows.order_by("order", "pk"))


def gates() -> list[Gate]:
    """Every gate of the commune, by kind of work and order."""
    return list(Gate.objects.order_by("kind", "order", "pk"))
