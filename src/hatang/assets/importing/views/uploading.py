"""Taking a file, and where an import stands."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.assets.importing import selectors, services
from hatang.assets.importing.forms import UploadForm
from hatang.assets.importing.readers import Refused
from hatang.assets.importing.views.finding import import_or_404, kinds_of
from hatang.assets.kinds import KINDS
from hatang.assets.models import AssetImport
from hatang.commune.access import permission_required
from hatang.commune.roles import Permission

State = AssetImport.State
BUSY = {State.WAITING, State.JUDGING, State.WRITING}
PAGES = {State.MAPPING: "asset-import-match", State.PREVIEW: "asset-import-preview"}


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_ASSETS)
def start(request: HttpRequest) -> HttpResponse:
    """Take a file of assets; templates to fill in, and what is still under way."""
    kinds = kinds_of(request)
    form = UploadForm(kinds, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            fresh = services.start(file, file.name, kind=form.cleaned_data["kind"], among=kinds)
            return redirect("asset-import-page", fresh.pk)
        except Refused as refusal:
            form.add_error("file", str(refusal))
    context = {"form": form, "recent": selectors.recent(), "kinds": [KINDS[code] for code in kinds]}
    return render(request, "assets/importing/start.html", context, status=400 if form.errors else 200)


@require_GET
@permission_required(Permission.EDIT_ASSETS)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Where an import stands; one that waits for the person leads on."""
    found = import_or_404(request, pk)
    if found.state in PAGES:
        return redirect(PAGES[State(found.state)], pk)
    return render(request, "assets/importing/import.html", {"found": found, "busy": found.state in BUSY})


@require_GET
@permission_required(Permission.EDIT_ASSETS)
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the work is; the page asks this every second, and moves on when it is done."""
    found = import_or_404(request, pk)
    response = render(request, "assets/importing/progress.html", {"found": found})
    if found.state not in BUSY:
        response["HX-Refresh"] = "true"
    return response


@require_POST
@permission_required(Permission.EDIT_ASSETS)
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Do again what was cut off: reading the file, or holding its rows against the inventory."""
    found = import_or_404(request, pk)
    services.read_again(found, kinds_of(request))
    services.judge_again(found)
    return redirect("asset-import-page", pk)


@require_POST
@permission_required(Permission.EDIT_ASSETS)
def abandon(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an import aside."""
    services.abandon(import_or_404(request, pk))
    messages.success(request, _("Đã bỏ bản nhập. Sổ công trình không thay đổi."))
    return redirect("asset-import")
