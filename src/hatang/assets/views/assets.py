"""The inventory as a list and a map, and the page of one asset."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.assets import selectors, services
from hatang.assets.forms import AssetForm, FilterForm, PhotoForm, RetireForm
from hatang.assets.kinds import KINDS
from hatang.assets.models import Asset
from hatang.assets.views.finding import asset_or_404, may_write, require_reach
from hatang.commune.access import permission_required
from hatang.commune.roles import Permission, allows
from hatang.commune.selectors import villages


@require_GET
@permission_required(Permission.SEE_FIGURES)
def assets(request: HttpRequest) -> HttpResponse:
    """What stands in the commune: a filtered list with a map."""
    form = FilterForm(villages(), request.GET)
    wanted = form.wanted()
    query = request.GET.copy()
    query.pop("trang", None)
    context = {
        "form": form,
        "page": selectors.page_of(wanted, request.GET.get("trang")),
        "kinds": selectors.counts_by_kind(),
        "all_kinds": KINDS.values(),
        "query": query.urlencode(),
    }
    return render(request, "assets/assets.html", context)


@require_GET
@permission_required(Permission.SEE_FIGURES)
def shapes(request: HttpRequest) -> JsonResponse:
    """The shapes of the assets wanted, as GeoJSON for the map."""
    wanted = FilterForm(villages(), request.GET).wanted()
    return JsonResponse({"type": "FeatureCollection", "features": list(selectors.features(wanted))})


@require_GET
@permission_required(Permission.SEE_FIGURES)
def asset(request: HttpRequest, pk: int) -> HttpResponse:
    """One asset: what is known of it, its place, its pictures, its story."""
    found = asset_or_404(pk)
    context = {
        "asset": found,
        "facts": found.spec.words(found.attributes),
        "photos": selectors.photos_of(found),
        "story": selectors.story_of(found),
        "photo_form": PhotoForm(),
        "retire_form": RetireForm(),
        "may_edit": allows(request.membership.role, Permission.EDIT_ASSETS)  # type: ignore[attr-defined]
        and may_write(request, found.sector, found.village_id),
    }
    return render(request, "assets/asset.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_ASSETS)
def add(request: HttpRequest, kind: str) -> HttpResponse:
    """Put a new asset of a kind into the inventory."""
    if kind not in KINDS:
        raise Http404
    fresh = Asset(kind=kind, sector=KINDS[kind].sector)
    require_reach(request, fresh)
    return _form(request, fresh, services.add)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_ASSETS)
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct what is written of an asset."""
    found = asset_or_404(pk)
    require_reach(request, found)
    return _form(request, found, services.change)


def _form(request: HttpRequest, asset: Asset, write: Any) -> HttpResponse:
    form = AssetForm(request.POST or None, instance=asset)
    if request.method == "POST" and form.is_valid():
        try:
            written = write(form.result())
        except services.ChangedMeanwhile as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã lưu “%(name)s”.") % {"name": written.name})
            return redirect("asset", written.pk)
    return render(request, "assets/form.html", {"form": form, "asset": asset, "kind": asset.spec})


@require_POST
@permission_required(Permission.EDIT_ASSETS)
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an asset out of the inventory, with the reason."""
    found = asset_or_404(pk)
    require_reach(request, found)
    form = RetireForm(request.POST)
    if form.is_valid():
        services.retire(found, reason=form.cleaned_data["reason"])
        messages.success(request, _("Đã đưa “%(name)s” ra khỏi sổ công trình.") % {"name": found.name})
        return redirect("assets")
    messages.error(request, _("Chưa đưa ra khỏi sổ: cần ghi lý do."))
    return redirect("asset", pk)
