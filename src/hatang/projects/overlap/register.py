"""Every reason written down for works that look alike, across the commune."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.projects.models import OverlapOverride
from vanban.text.folding import fold_for_search

ON_A_PAGE = 50
KINDS = {"project": _("Công trình của xã"), "asset": _("Sổ công trình hiện có"), "neighbour": _("Công trình của xã giáp ranh")}


@dataclass(frozen=True, slots=True)
class Line:
    """A reason with where its pair is shown."""

    row: OverlapOverride
    kind: Any
    score: int | None
    link: str


class RegisterForm(forms.Form):
    """Which reasons are wanted."""

    tim = forms.CharField(label=_("Tìm công trình"), required=False, max_length=100)
    loai = forms.ChoiceField(label=_("Trùng với"), required=False, choices=[("", _("Tất cả")), *KINDS.items()])


@require_GET
@permission_required(Permission.SEE_WORKS)
def register(request: HttpRequest) -> HttpResponse:
    """Who decided that two works that look alike both go on, when, about which pair, and why."""
    form = RegisterForm(request.GET)
    form.is_valid()
    given = form.cleaned_data
    page = reasons(given.get("tim", ""), given.get("loai", ""), request.GET.get("trang"))
    filtered = bool(given.get("tim") or given.get("loai"))
    context = {"form": form, "page": page, "lines": [line_of(row) for row in page], "filtered": filtered}
    return render(request, "projects/overlap/register.html", context)


def reasons(words: str, kind: str, number: Any) -> Page[OverlapOverride]:
    """A page of reasons, newest first; "duong" finds "đường" in the name of the work. Two queries."""
    rows = OverlapOverride.objects.select_related("project").order_by("-at", "-pk")
    if kind in KINDS:
        rows = rows.filter(other__startswith=f"{kind}:")
    for word in fold_for_search(words).split():
        rows = rows.filter(Q(project__folded_name__contains=word))
    return Paginator(rows, ON_A_PAGE).get_page(number)


def line_of(row: OverlapOverride) -> Line:
    """A reason as the register lists it."""
    score = row.found.get("score")
    link = reverse("work-overlap", args=[row.project_id, row.other])
    return Line(row, KINDS.get(row.other.partition(":")[0], ""), round(score * 100) if score is not None else None, link)
