"""Saying what the columns of a file mean."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from hatang.assets.importing import selectors, services
from hatang.assets.importing.forms import MatchForm
from hatang.assets.importing.guessing import guess_mapping
from hatang.assets.importing.views.finding import import_or_404, kinds_of, require_kind
from hatang.assets.kinds import KINDS
from hatang.assets.models import AssetImport
from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.commune.selectors import villages

State = AssetImport.State


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_ASSETS)
def match(request: HttpRequest, pk: int) -> HttpResponse:
    """The kind, the columns and the coordinates of a file; what was guessed stands there already."""
    found = import_or_404(request, pk)
    if found.state not in {State.MAPPING, State.PREVIEW}:
        return redirect("asset-import-page", pk)
    kind = request.POST.get("kind", "") or request.GET.get("loai", "") or found.kind
    form = None
    if kind:
        require_kind(request, kind)
        mapping = found.mapping if kind == found.kind and found.mapping else guess_mapping(found.table["columns"], kind)
        form = MatchForm(found, kind, villages(), request.POST or None, initial=MatchForm.initial_of(found, mapping))
    if request.method == "POST" and form is not None and form.is_valid():
        services.match(found, kind=kind, system=form.cleaned_data["system"], mapping=form.mapping())
        return redirect("asset-import-page", pk)
    context = {
        "found": found,
        "form": form,
        "kind": KINDS.get(kind),
        "kinds": [KINDS[code] for code in kinds_of(request)],
        "sample": selectors.sample(found),
    }
    return render(request, "assets/importing/match.html", context, status=400 if form is not None and form.errors else 200)
