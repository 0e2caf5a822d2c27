"""What looks like a work, both side by side, and the reason why both go on."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from hatang.commune.access import permission_required, require
from hatang.commune.roles import Permission
from hatang.core.sectors import Sector
from hatang.projects import words as work_words
from hatang.projects.models import Project
from hatang.projects.overlap import services
from hatang.projects.overlap.forms import OverrideForm, RegisterForm
from hatang.projects.overlap.reasons import line_of, reasons
from hatang.projects.overlap.rules import Thing
from hatang.projects.overlap.selectors import Found, Other, overlap_of, overlaps_of, thresholds
from hatang.projects.overlap.words import sentence
from hatang.projects.rules.states import Stage
from hatang.projects.views.finding import may, member_of, work_or_404
from hatang.projects.views.forming import do
from hatang.ui.maps import Layer, LegendItem, MapView, collection, feature


@require_GET
@permission_required(Permission.SEE_WORKS)
def overlaps(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything that looks like the work, the most alike first."""
    project, lines = work_or_404(pk), thresholds()
    found = overlaps_of(project, lines)
    context = {
        "work": project,
        "pairs": [_told(project, one) for one in found],
        "waiting": sum(one.waits for one in found),
        "before_plan": project.stage == Stage.PROPOSED,
        "lines": lines,
        "map": _map(request, project) if project.geometry or any(one.other.geometry for one in found) else None,
        "tab": "overlaps",
    }
    return render(request, "projects/overlap/overlaps.html", context)


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


@require_http_methods(["GET", "POST"])
@permission_required(Permission.SEE_WORKS)
def pair(request: HttpRequest, pk: int, other: str) -> HttpResponse:
    """A work and one that looks like it, side by side; leaders write down why both go on."""
    project = work_or_404(pk)
    found = overlap_of(project, other)
    if found is None:
        raise Http404
    form = OverrideForm(request.POST or None)
    if request.method == "POST":
        require(request, Permission.APPROVE_WORKS)
        if form.is_valid():
            reason, back = form.cleaned_data["reason"], reverse("work-overlaps", args=[pk])
            return do(request, lambda: services.override(project, found, reason=reason), _("Đã ghi lý do."), back)
    context = {
        "work": project,
        "pair": _told(project, found),
        "facts": _facts(project, found),
        "form": form,
        "may_decide": may(request, Permission.APPROVE_WORKS),
        "map": _map(request, project, other) if project.geometry or found.other.geometry else None,
    }
    return render(request, "projects/overlap/pair.html", context)


@require_GET
@permission_required(Permission.SEE_WORKS)
def shapes(request: HttpRequest, pk: int) -> JsonResponse:
    """The shapes of the work and of what looks like it (or of the one in `voi`)."""
    project, wanted = work_or_404(pk), request.GET.get("voi", "")
    found = [feature(project.geometry, name=project.name, tone="good", key="work")] if project.geometry else []
    for one in overlaps_of(project):
        if one.other.geometry and wanted in {"", one.other.key}:
            pairs = [(_("Giống nhau"), f"{round(one.likeness.score * 100)}%"), (_("Thuộc"), where(one.other))]
            tone = "bad" if one.asks else "warn"
            found.append(feature(one.other.geometry, name=one.other.thing.name, pairs=pairs, tone=tone, key=one.other.key))
    return JsonResponse(collection(found))


def _map(request: HttpRequest, project: Project, other: str = "") -> MapView:
    code = member_of(request).commune.code
    address = reverse("work-overlap-shapes", args=[project.pk])
    return MapView(
        _("Hai công trình trên bản đồ") if other else _("Công trình này và những công trình trông giống"),
        layers=[Layer(_("Công trình"), f"{address}?{urlencode({'voi': other})}" if other else address)],
        legend=[
            LegendItem("good", _("Công trình đang xét"), "any"),
            LegendItem("bad", _("Có thể trùng"), "any"),
            LegendItem("warn", _("Nên xem"), "any"),
        ],
        boundary=reverse("boundary", args=[code]),
        neighbours=reverse("neighbours", args=[code]),
        fit="features",
    )


def where(other: Other) -> str:
    """What the other one is: a work of the commune, of a commune next door, or something that stands."""
    if other.commune:
        return _("công trình của %(commune)s") % {"commune": other.commune}
    return _("sổ công trình hiện có") if other.thing.is_asset else _("công trình của xã")


def _told(project: Project, found: Found) -> dict[str, Any]:
    kind, _colon, number = found.other.key.partition(":")
    names = {"project": "work", "asset": "asset"}
    return {
        "found": found,
        "name": found.other.thing.name,
        "where": where(found.other),
        "score": round(found.likeness.score * 100),
        "link": reverse(names[kind], args=[int(number)]) if kind in names else "",
        "compare": reverse("work-overlap", args=[project.pk, found.other.key]),
        "reasons": [sentence(why) for why in found.likeness.reasons if not why.against],
        "against": [sentence(why) for why in found.likeness.reasons if why.against],
    }


def _facts(project: Project, found: Found) -> list[tuple[str, str, str]]:
    """Both side by side: what, where, when, whose money. Nothing of a neighbour's money is shown."""
    mine, other = found.work, found.other
    its = other.thing
    phases = dict(work_words.PHASES)
    rows = [
        (_("Tên"), mine.name, its.name),
        (_("Thuộc"), _("công trình của xã"), where(other)),
        (_("Lĩnh vực"), _sector(mine), _sector(its)),
        (_("Thôn"), _listed(mine.villages), _listed(its.villages)),
        (_("Thời gian"), _years(mine), _years(its)),
        (_("Giai đoạn"), str(project.get_phase_display()), str(phases.get(other.phase, ""))),
        (_("Nguồn vốn"), _listed(mine.sources), _listed(its.sources)),
    ]
    return [(label, left or "–", right or "–") for label, left, right in rows]


def _sector(thing: Thing) -> str:
    return str(Sector(thing.sector).label) if thing.sector else ""


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))


def _years(thing: Thing) -> str:
    return "–".join(dict.fromkeys(map(str, thing.years))) if thing.years else ""
