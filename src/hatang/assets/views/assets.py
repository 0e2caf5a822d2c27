"""The inventory as a list and a map, and the page of one asset."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from hatang.assets import selectors, services
from hatang.assets.forms import FilterForm, PhotoForm, RetireForm
from hatang.assets.kinds import KINDS
from hatang.assets.models import Asset
from hatang.assets.views.finding import asset_or_404, may_edit, may_write, require_reach
from hatang.assets.views.maps import asset_map, inventory_map
from hatang.assets.words import compared
from hatang.commune.access import MemberRequest, permission_required
from hatang.commune.roles import Permission
from hatang.commune.selectors import villages


@require_GET
@permission_required(Permission.SEE_FIGURES)
def assets(request: HttpRequest) -> HttpResponse:
    """What stands in the commune: a filtered list with a map."""
    form = FilterForm(villages(), request.GET)
    wanted = form.wanted()
    query = request.GET.copy()
    query.pop("trang", None)
    own = cast("MemberRequest", request).membership.unit.village_id
    context = {
        "form": form,
        "page": selectors.page_of(wanted, request.GET.get("trang"), own_village=own),
        "own_village": own,
        "kinds": selectors.counts_by_kind(),
        "addable": [kind for kind in KINDS.values() if may_write(request, kind.sector, None)],
        "query": query.urlencode(),
        "filtered": wanted != selectors.Filter(),
        "map": inventory_map(request, query.urlencode()),
    }
    return render(request, "assets/assets.html", context)


@require_GET
@permission_required(Permission.SEE_FIGURES)
def asset(request: HttpRequest, pk: int) -> HttpResponse:
    """One asset: what is known of it, its place, its pictures, its story."""
    found = asset_or_404(pk)
    photos = selectors.photos_of(found)
    placed = any(photo.longitude is not None for photo in photos)
    context = {
        "asset": found,
        "facts": found.spec.words(found.attributes),
        "lengths": compared(found.stated_length_m, found.measured_length_m),
        "photos": photos,
        "story": selectors.story_of(found),
        "photo_form": PhotoForm(),
        "retire_form": RetireForm(),
        "may_edit": may_edit(request, found),
        "map": asset_map(request, found, photos=placed) if found.geometry or placed else None,
    }
    return render(request, "assets/asset.html", context)


def _writable(request: HttpRequest, pk: int) -> Asset:
    found = asset_or_404(pk)
    require_reach(request, found)
    return found


@require_POST
@permission_required(Permission.EDIT_ASSETS)
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an asset out of the inventory, with the reason."""
    found = _writable(request, pk)
    form = RetireForm(request.POST)
    if form.is_valid():
        services.retire(found, reason=form.cleaned_data["reason"])
        messages.success(request, _("Đã đưa “%(name)s” ra khỏi sổ công trình.") % {"name": found.name})
        return redirect("assets")
    messages.error(request, _("Chưa đưa ra khỏi sổ: cần ghi lý do."))
    return redirect("asset", pk)


@require_POST
@permission_required(Permission.EDIT_ASSETS)
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an asset back that was taken out by mistake, with the reason."""
    found = _writable(request, pk)
    form = RetireForm(request.POST)
    if form.is_valid():
        services.restore(found, reason=form.cleaned_data["reason"])
        messages.success(request, _("Đã đưa “%(name)s” trở lại sổ công trình.") % {"name": found.name})
    else:
        messages.error(request, _("Chưa đưa trở lại sổ: cần ghi lý do."))
    return redirect("asset", pk)
