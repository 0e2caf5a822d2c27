"""The villages: how many households, where they lie, what stands in each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from hatang.assets import selectors, services
from hatang.assets.forms import NewVillageForm, VillageForm
from hatang.assets.selectors import Filter
from hatang.assets.views.maps import village_drawing_map, village_map, villages_map
from hatang.commune.access import MemberRequest, permission_required
from hatang.commune.models import Village
from hatang.commune.roles import Permission


@require_GET
@permission_required(Permission.SEE_FIGURES)
def villages(request: HttpRequest) -> HttpResponse:
    """Every village, one's own first."""
    own = cast("MemberRequest", request).membership.unit.village_id
    lines = sorted(selectors.village_lines(), key=lambda line: line.village.pk != own)
    known = [line.village.households for line in lines if line.village.households is not None]
    context = {
        "lines": lines,
        "own_village": own,
        "households": sum(known) if known else None,
        "unknown": len(lines) - len(known),
        "unplaced": sum(not line.village.geometry for line in lines),
        "map": villages_map(request),
    }
    return render(request, "assets/villages.html", context)


@require_GET
@permission_required(Permission.SEE_FIGURES)
def village(request: HttpRequest, pk: int) -> HttpResponse:
    """One village: its households, its place, its assets by kind, and what was changed of it."""
    found = _village_or_404(pk)
    page = selectors.page_of(Filter(village=found.pk), request.GET.get("trang"))
    context = {
        "village": found,
        "kinds": selectors.counts_by_kind(found.pk),
        "page": page,
        "story": selectors.story_of_village(found),
        "map": village_map(request, found) if found.geometry or page.paginator.count else None,
    }
    return render(request, "assets/village.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.MANAGE_PERIODS)
def change_village(request: HttpRequest, pk: int) -> HttpResponse:
    """Set the households and the place of a village."""
    found = _village_or_404(pk)
    form = VillageForm.of(found) if request.method == "GET" else VillageForm(request.POST)
    newer: list[tuple[str, str]] = []
    if form.is_valid():
        found.revision = form.cleaned_data["revision"] or 0
        try:
            return _saved(request, services.change_village(found, **form.values()))
        except services.ChangedMeanwhile as error:
            newer = form.set_against(_village_or_404(pk))
            form.add_error(None, str(error))
    return _form(request, form, found, newer)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.MANAGE_PERIODS)
def add_village(request: HttpRequest) -> HttpResponse:
    """Put a village more into the list."""
    form = NewVillageForm(request.POST or None)
    if form.is_valid():
        return _saved(request, services.add_village(**form.values()))
    return _form(request, form, None)


def _saved(request: HttpRequest, village: Village) -> HttpResponse:
    messages.success(request, _("Đã lưu “%(name)s”.") % {"name": village.name})
    return redirect("village", village.pk)


def _form(
    request: HttpRequest, form: VillageForm, village: Village | None, newer: Sequence[tuple[str, str]] = ()
) -> HttpResponse:
    context = {"form": form, "village": village, "newer": newer, "map": village_drawing_map(request)}
    return render(request, "assets/village_form.html", context)


def _village_or_404(pk: int) -> Village:
    found = selectors.village_of(pk)
    if found is None:
        raise Http404
    return found
