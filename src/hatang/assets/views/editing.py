"""Adding and correcting an asset: nothing typed is lost, whatever goes wrong."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hatang.assets import services
from hatang.assets.forms import AssetForm
from hatang.assets.forms.asset import TAKEN
from hatang.assets.kinds import KINDS
from hatang.assets.models import Asset
from hatang.assets.views.finding import asset_or_404, require_reach
from hatang.assets.views.maps import drawing_map
from hatang.commune.access import permission_required
from hatang.commune.roles import Permission


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
    if found.is_retired:
        raise PermissionDenied(_("Công trình này đã đưa ra khỏi sổ. Hãy đưa trở lại sổ rồi sửa."))
    return _form(request, found, services.change)


def _form(request: HttpRequest, asset: Asset, write: Callable[[Asset], Asset]) -> HttpResponse:
    name = asset.name
    form = AssetForm(request.POST or None, instance=asset)
    newer: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        try:
            written = write(form.result())
        except services.ChangedMeanwhile as error:
            newer = form.set_against(Asset.objects.get(pk=asset.pk))
            form.add_error(None, str(error))
        except IntegrityError:  # the one rule left to the database: somebody took the code since the form looked
            form.add_error("code", TAKEN)
        else:
            messages.success(request, _("Đã lưu “%(name)s”.") % {"name": written.name})
            return redirect("asset", written.pk)
    context = {"form": form, "asset": asset, "name": name, "kind": asset.spec, "newer": newer}
    return render(request, "assets/form.html", {**context, "map": drawing_map(request, asset.spec)})
