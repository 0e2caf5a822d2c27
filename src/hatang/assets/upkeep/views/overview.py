"""Upkeep at a glance, warranties, and the pictures of findings and steps."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from hatang.assets.models import UpkeepPhoto
from hatang.assets.upkeep import selectors
from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.core import files, pictures


@require_GET
@permission_required(Permission.SEE_FIGURES)
def upkeep(request: HttpRequest) -> HttpResponse:
    """What is broken, who must mend it, what is late, what does not work, which warranties end."""
    today = timezone.localdate()
    return render(request, "assets/upkeep/upkeep.html", {"overview": selectors.overview(today=today), "today": today})


@require_GET
@permission_required(Permission.SEE_FIGURES)
def warranties(request: HttpRequest) -> HttpResponse:
    """Warranties that end soon, and those past with a fault still open."""
    today = timezone.localdate()
    return render(request, "assets/upkeep/warranties.html", {"warranties": selectors.warranties(today=today)})


@require_GET
@permission_required(Permission.SEE_FIGURES)
def photo(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A picture of a finding or a step."""
    del request
    return files.show_picture(_photo_or_404(pk).file)


@require_GET
@permission_required(Permission.SEE_FIGURES)
def small_photo(request: HttpRequest, pk: int) -> HttpResponse:
    """A small copy of it, which a phone can afford."""
    del request
    return pictures.show_small(_photo_or_404(pk).file)


def _photo_or_404(pk: int) -> UpkeepPhoto:
    found = selectors.photo_of(pk)
    if found is None:
        raise Http404
    return found
