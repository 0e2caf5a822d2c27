"""Targets: the list, one sector, one target with its villages, its map and the assets behind it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from hatang.assets.selectors import behind, counts_by_kind
from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.core import files
from hatang.core.models import StoredFile
from hatang.core.sectors import Sector
from hatang.indicators import charts, mapping, words
from hatang.indicators.selectors.targets import places_of, standing_of, standings_in, target_page, targets_overview
from hatang.indicators.views.finding import binding_or_404, chosen_plan, target_or_404
from hatang.plans.selectors import tasks_in

ASSETS_ON_A_PAGE = 100


@require_GET
@permission_required(Permission.SEE_FIGURES)
def targets(request: HttpRequest) -> HttpResponse:
    """Every target of a plan, sector by sector, with where it stands."""
    plan, plans = chosen_plan(request)
    overview = targets_overview(plan, timezone.localdate()) if plan else None
    return render(request, "indicators/targets.html", {"plan": plan, "plans": plans, "overview": overview})


@require_GET
@permission_required(Permission.SEE_FIGURES)
def sector(request: HttpRequest, code: str) -> HttpResponse:
    """One sector: its targets, the tasks of the plan, and what stands there."""
    if code not in Sector.values:
        raise Http404
    plan, plans = chosen_plan(request)
    context = {
        "plan": plan,
        "plans": plans,
        "sector": Sector(code),
        "sectors": Sector.choices,
        "standings": standings_in(plan, code, timezone.localdate()) if plan else [],
        "tasks": tasks_in(plan, code) if plan else [],
        "kinds": [(kind, count) for kind, count in counts_by_kind() if kind.sector == code],
    }
    return render(request, "indicators/sector.html", context)


@require_GET
@permission_required(Permission.SEE_FIGURES)
def target(request: HttpRequest, pk: int) -> HttpResponse:
    """One target: where it stands and why, its villages, its way, its story."""
    found = target_or_404(pk)
    page = target_page(found, timezone.localdate())
    standing = page.standing
    indicator = standing.indicator
    context = {
        "target": found,
        "page": page,
        "standing": standing,
        "indicator": indicator,
        "binding": standing.binding,
        "path": charts.path_of(standing),
        "bars": charts.bars_of(standing, page.places),
        "map": mapping.map_of(standing, request.membership.commune) if page.places else None,  # type: ignore[attr-defined]
        "far_apart": words.far_apart(indicator, page.places) if indicator else [],
        "sector_name": Sector(found.sector).label if found.sector else "",
    }
    return render(request, "indicators/target.html", context)


@require_GET
@permission_required(Permission.SEE_FIGURES)
def behind_target(request: HttpRequest, pk: int) -> HttpResponse:
    """The assets behind the figure of a target, those that do not pass first."""
    found = target_or_404(pk)
    indicator = binding_or_404(pk).indicator
    if not indicator.measure:
        raise Http404
    rows = mapping.rows_of(indicator, behind(indicator.measure))
    page = Paginator(rows, ASSETS_ON_A_PAGE).get_page(request.GET.get("trang"))
    context = {"target": found, "indicator": indicator, "page": page}
    return render(request, "indicators/target_assets.html", context)


@require_GET
@permission_required(Permission.SEE_FIGURES)
def target_villages(request: HttpRequest, pk: int) -> JsonResponse:
    """The villages of a target as shapes, toned by how they stand."""
    today = timezone.localdate()
    standing = standing_of(target_or_404(pk), today)
    return JsonResponse(mapping.villages(standing, places_of(standing, today)))


@require_GET
@permission_required(Permission.SEE_FIGURES)
def target_assets_map(request: HttpRequest, pk: int) -> JsonResponse:
    """The assets behind a target as shapes, toned by whether they pass."""
    indicator = binding_or_404(pk).indicator
    if not indicator.measure:
        raise Http404
    return JsonResponse(mapping.assets(behind(indicator.measure)))


@require_GET
@permission_required(Permission.SEE_FIGURES)
def target_proof(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The document that proves a kept state, to keep."""
    proof: StoredFile | None = binding_or_404(pk).proof
    if proof is None:
        raise Http404
    return files.download(proof)
