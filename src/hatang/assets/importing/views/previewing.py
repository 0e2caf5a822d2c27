"""Looking at what every row would do, and the step that makes it so."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from hatang.assets.importing import selectors, services, systems
from hatang.assets.importing.forms import VillagesForm
from hatang.assets.importing.views.finding import import_or_404
from hatang.assets.models import AssetImport, AssetImportRow
from hatang.commune.access import MemberRequest, permission_required
from hatang.commune.roles import Permission
from hatang.commune.selectors import villages
from hatang.ui.maps import Layer, LegendItem, MapView, collection

State = AssetImport.State
SHOWN = {*AssetImportRow.Outcome.values, "warned"}


@require_GET
@permission_required(Permission.EDIT_ASSETS)
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Every row with what it would do, what is wrong and what is odd; a map of what will come in."""
    found = import_or_404(request, pk)
    if found.state != State.PREVIEW:
        return redirect("asset-import-page", pk)
    outcome = request.GET.get("loc", "")
    outcome = outcome if outcome in SHOWN else ""
    asked = found.counts.get("asked", {})
    context = {
        "found": found,
        "outcome": outcome,
        "page": selectors.page_of(found, outcome, request.GET.get("trang")),
        "tabs": _tabs(found.counts),
        "villages_form": VillagesForm(asked, villages()) if asked else None,
        "map": _map(request, found) if found.counts.get("shapes") else None,
        "system": systems.label_of(found.system) if found.system else "",
        "to_write": found.counts.get("new", 0) + found.counts.get("change", 0),
    }
    return render(request, "assets/importing/preview.html", context)


def _tabs(counts: dict[str, Any]) -> list[tuple[str, Any, int]]:
    outcomes = [(outcome.value, outcome.label, counts.get(outcome.value, 0)) for outcome in AssetImportRow.Outcome]
    return [("", _("Tất cả"), counts.get("all", 0)), *outcomes, ("warned", _("Cần xem kỹ"), counts.get("warned", 0))]


def _map(request: HttpRequest, found: AssetImport) -> MapView:
    code = cast("MemberRequest", request).membership.commune.code
    return MapView(
        _("Những gì sẽ vào sổ"),
        boundary=reverse("boundary", args=[code]),
        neighbours=reverse("neighbours", args=[code]),
        layers=[Layer(_("Trong tệp"), reverse("asset-import-shapes", args=[found.pk]))],
        legend=[
            LegendItem("good", _("Thêm mới")),
            LegendItem("warn", _("Sẽ đổi")),
            LegendItem("bad", _("Có lỗi hoặc cần xem kỹ")),
        ],
        fit="features",
    )


@require_GET
@permission_required(Permission.EDIT_ASSETS)
def shapes(request: HttpRequest, pk: int) -> JsonResponse:
    """The shapes of the preview for its map."""
    return JsonResponse(collection(selectors.features(import_or_404(request, pk))))


@require_POST
@permission_required(Permission.EDIT_ASSETS)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which villages the names in the file mean; every row is judged again."""
    found = import_or_404(request, pk)
    form = VillagesForm(found.counts.get("asked", {}), villages(), request.POST)
    if form.is_valid() and form.answers():
        services.answer(found, form.answers())
    return redirect("asset-import-page", pk)


@require_POST
@permission_required(Permission.EDIT_ASSETS)
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what the preview shows."""
    found = import_or_404(request, pk)
    try:
        services.confirm(found)
    except services.NotReady as refusal:
        messages.error(request, str(refusal))
    return redirect("asset-import-page", pk)
