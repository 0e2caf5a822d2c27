"""The one place where works of other communes are read, to find overlaps across a border: only to read, only what a map shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q

from hatang.commune import boundaries
from hatang.commune.models import Commune
from hatang.core.tenancy import across_communes
from hatang.projects.models import Project
from hatang.projects.overlap.rules.candidates import Box
from hatang.projects.rules.states import Stage

# Nothing of money, people, papers or notes.
OF_A_WORK = ("pk", "commune_id", "name", "sector", "start_year", "end_year", "phase", "geometry")
SHOWN = (*OF_A_WORK, "commune__code", "commune__full_name")
MOST = 200


def works_nearby(own: Commune, box: Box | None, proper_names: Iterable[str]) -> list[dict[str, Any]]:
    """Works of other communes that lie in the box, or that a commune next door calls by one of the proper names. One query."""
    wanted = _in(box) | _called(proper_names, list(_codes_around(own.code)))
    if not wanted:
        return []
    with across_communes("tìm công trình trùng lặp ở xã giáp ranh"):
        found = Project.objects.filter(wanted).exclude(commune_id=own.pk).exclude(stage=Stage.CANCELLED.value)
        return list(found.order_by("pk").values(*SHOWN)[:MOST])


def _in(box: Box | None) -> Q:
    if box is None:
        return Q()
    west, south, east, north = box
    return Q(west__lte=east, east__gte=west, south__lte=north, north__gte=south)


def _called(proper_names: Iterable[str], codes: list[str]) -> Q:
    wanted = Q()
    for name in proper_names if codes else ():
        wanted |= Q(folded_name__contains=name)
    return wanted & Q(commune__code__in=codes) if wanted else wanted


def _codes_around(code: str) -> Iterator[str]:
    return (str(other["id"]) for other in boundaries.neighbours(code)["features"])
