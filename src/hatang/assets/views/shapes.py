"""What the maps fetch, as GeoJSON."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_GET

from hatang.assets import selectors
from hatang.assets.forms import FilterForm
from hatang.assets.views.finding import asset_or_404
from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.commune.selectors import villages
from hatang.ui.maps import collection


@require_GET
@permission_required(Permission.SEE_FIGURES)
def shapes(request: HttpRequest) -> JsonResponse:
    """The shapes of the assets wanted."""
    wanted = FilterForm(villages(), request.GET).wanted()
    return JsonResponse(collection(selectors.features(wanted)))


@require_GET
@permission_required(Permission.SEE_FIGURES)
def shape(request: HttpRequest, pk: int) -> JsonResponse:
    """The shape of one asset."""
    del request
    found = asset_or_404(pk)
    return JsonResponse(collection([selectors.feature_of(found)] if found.geometry else []))


@require_GET
@permission_required(Permission.SEE_FIGURES)
def photo_shapes(request: HttpRequest, pk: int) -> JsonResponse:
    """Where the pictures of one asset were taken."""
    del request
    photos = selectors.photos_of(asset_or_404(pk))
    return JsonResponse(collection(selectors.photo_features(photos)))


@require_GET
@permission_required(Permission.SEE_FIGURES)
def village_shapes(request: HttpRequest) -> JsonResponse:
    """The villages, or the one that is asked for."""
    asked = request.GET.get("thon", "")
    return JsonResponse(collection(selectors.village_features(int(asked) if asked.isdecimal() else None)))
