"""The list of works, one work, and describing it."""

from __future__ import annotations

import hashlib
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_GET, require_http_methods, require_POST

from hatang import __version__
from hatang.commune.access import permission_required
from hatang.commune.models import Village
from hatang.commune.roles import Permission
from hatang.core.audit import last_hash
from hatang.core.sectors import Sector
from hatang.projects import ports, selectors, services, words
from hatang.projects.forms import FilterForm, SaveViewForm, WorkForm
from hatang.projects.models import Need, Project, SavedView
from hatang.projects.rules.states import Kind
from hatang.projects.views.finding import may, may_write, member_of, require_reach, row_or_404, work_or_404
from hatang.projects.views.forming import attempt, do
from hatang.projects.views.maps import drawing_map, work_map, works_map
from hatang.ui.maps import collection, feature


@require_GET
@permission_required(Permission.SEE_WORKS)
def works(request: HttpRequest) -> HttpResponse:
    """Every work of the commune: a filtered list with a map."""
    form, today = FilterForm(request.GET), timezone.localdate()
    wanted, query = form.wanted(), _query(request)
    context = {
        "form": form,
        "page": selectors.page_of(wanted, request.GET.get("trang"), today),
        "counts": _counts(),
        "filtered": bool(query),
        "query": query,
        "map": works_map(request, query),
        "views": selectors.saved_views(member_of(request).user_id),
        "save_form": SaveViewForm(initial={"query": query}),
        "today": today,
        "may_add": may(request, Permission.EDIT_WORKS),
    }
    return render(request, "projects/works.html", context)


def _query(request: HttpRequest) -> str:
    query = request.GET.copy()
    query.pop("trang", None)
    for name in [name for name, value in query.items() if not value]:
        query.pop(name)
    return query.urlencode()


def _counts() -> list[tuple[str, Any, int]]:
    counts = selectors.counts_by_phase()
    return [(code, label, counts[code]) for code, label in words.PHASES if counts.get(code)]


def _as_of(request: HttpRequest) -> str:
    """What shapes follow from: this version, the commune and its last write, the day (what is late), the language, the query."""
    language, today = get_language() or "", timezone.localdate().isoformat()
    parts = (__version__, str(member_of(request).commune_id), last_hash(), today, language, request.GET.urlencode())
    return f'"{hashlib.sha256(repr(parts).encode()).hexdigest()[:32]}"'


@require_GET
@permission_required(Permission.SEE_WORKS)
@cache_control(private=True, no_cache=True)
@condition(etag_func=_as_of)
def shapes(request: HttpRequest) -> JsonResponse:
    """The shapes of the works wanted (or of the one in `rieng`) as GeoJSON for the map."""
    today = timezone.localdate()
    if request.GET.get("rieng", "").isdecimal():
        project = work_or_404(int(request.GET["rieng"]))
        tone = selectors.tone_of(project, today, selectors.grace())
        return JsonResponse(
            collection([feature(project.geometry or {}, name=project.name, tone=tone)] if project.geometry else [])
        )
    return JsonResponse(collection(selectors.features(FilterForm(request.GET).wanted(), today)))


@require_GET
@permission_required(Permission.SEE_WORKS)
def work(request: HttpRequest, pk: int) -> HttpResponse:
    """One work: what, where, why, who, whose money, how far, is it late, what was found, who built it, who runs it."""
    project, today = work_or_404(pk, tallied=True), timezone.localdate()
    milestones, lines = selectors.milestones_of(project), selectors.settings()
    context = {
        "work": project,
        "pace": selectors.lateness_of(project, milestones, today, lines),
        "silent": selectors.silent_for(project, today, lines),
        "milestones": milestones,
        "obstacles": selectors.open_obstacles(project),
        "effects": _named_effects(project),
        "outputs": selectors.outputs_of(project),
        "photos": selectors.photos_of(project, 4),
        "tracks": selectors.track_views(project),
        "map": work_map(request, project, photos=bool(project.placed_photos)),  # type: ignore[attr-defined]
        "today": today,
        "may_edit": may_write(request, project, Permission.EDIT_WORKS),
        "may_report": may_write(request, project, Permission.PROPOSE_WORKS),
        "tab": "work",
    }
    return render(request, "projects/work.html", context)


def _named_effects(project: Project) -> list[tuple[Any, str]]:
    effects = selectors.effects_of(project)
    names = ports.indicator_names() if effects else {}
    return [(effect, names.get(effect.indicator_code, effect.indicator_code)) for effect in effects]


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_WORKS)
def add(request: HttpRequest) -> HttpResponse:
    """Write down a new work: first how it is carried out and its sector, then the rest; `nhu-cau` starts it from a need."""
    need = _need(request)
    kind, sector = request.GET.get("cach", ""), request.GET.get("linh-vuc", need.sector if need else "")
    if kind not in set(Kind) or sector not in Sector.values:
        context = {"kinds": words.KINDS, "sectors": Sector.choices, "sector": sector, "need": need}
        return render(request, "projects/choose.html", context)
    project = Project(kind=kind, sector=sector, **(_from_need(need) if need else {}))
    require_reach(request, project)
    return _form(request, project, need)


def _need(request: HttpRequest) -> Need | None:
    number = request.GET.get("nhu-cau", "")
    return row_or_404(Need, int(number), "village") if number.isdecimal() else None


def _from_need(need: Need) -> dict[str, Any]:
    return {"name": need.name, "purpose": need.reason, "total_investment": need.estimated_cost, "geometry": need.geometry}


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_WORKS)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what is written of a work."""
    project = work_or_404(pk)
    require_reach(request, project)
    return _form(request, project, None)


def _form(request: HttpRequest, project: Project, need: Need | None) -> HttpResponse:
    form = WorkForm(request.POST or None, instance=project, initial={"villages": [need.village_id]} if need else None)
    if request.method == "POST" and form.is_valid():
        problems = attempt(lambda: _write(*form.result(), need))
        if not problems:
            return redirect("work", project.pk)
        for problem in problems:
            form.add_error(None, problem)
    context = {"form": form, "work": project, "companies": selectors.company_names(), "map": drawing_map(request), "need": need}
    return render(request, "projects/work_form.html", context)


@transaction.atomic
def _write(project: Project, villages: list[Village], need: Need | None) -> None:
    if project.pk:
        services.change(project, villages)
    else:
        services.propose(project, villages)
    if need:
        services.close_need(
            need, Need.State.TAKEN, reason=_("Lập công trình “%(name)s”") % {"name": project.name}, project=project
        )


@require_POST
@permission_required(Permission.SEE_WORKS)
def save_view(request: HttpRequest) -> HttpResponse:
    """Keep a way of looking at the list; only those who describe works share theirs."""
    form = SaveViewForm(request.POST)
    if not form.is_valid():
        raise Http404
    given = form.cleaned_data
    shared = given["shared"] and may(request, Permission.EDIT_WORKS)
    back = f"{reverse('works')}?{given['query']}"
    user = member_of(request).user_id
    return do(
        request, lambda: services.keep_view(user, given["name"], given["query"], shared=shared), _("Đã lưu cách xem."), back
    )


@require_POST
@permission_required(Permission.SEE_WORKS)
def drop_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Drop a view of one's own."""
    view = row_or_404(SavedView, pk)
    if view.owner_id != member_of(request).user_id:
        raise Http404
    return do(request, lambda: services.drop_view(view), _("Đã bỏ cách xem."), reverse("works"))
