"""Reading every reason written down for works that look alike, across the commune."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.urls import reverse

from hatang.projects.models import OverlapOverride
from hatang.projects.overlap.words import OTHERS
from vanban.text.folding import fold_for_search

ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Line:
    """A reason with where its pair is shown."""

    row: OverlapOverride
    kind: Any
    score: int | None
    link: str


def reasons(words: str, kind: str, number: Any) -> Page[OverlapOverride]:
    """A page of reasons, newest first; "duong" finds "đường" in the name of the work. Two queries."""
    rows = OverlapOverride.objects.select_related("project").order_by("-at", "-pk")
    if kind in OTHERS:
        rows = rows.filter(other__startswith=f"{kind}:")
    for word in fold_for_search(words).split():
        rows = rows.filter(Q(project__folded_name__contains=word))
    return Paginator(rows, ON_A_PAGE).get_page(number)


def line_of(row: OverlapOverride) -> Line:
    """A reason as the register lists it."""
    score = row.found.get("score")
    link = reverse("work-overlap", args=[row.project_id, row.other])
    return Line(row, OTHERS.get(row.other.partition(":")[0], ""), round(score * 100) if score is not None else None, link)
