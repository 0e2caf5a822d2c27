"""Upkeep at a glance, warranties, and the pictures of findings and steps."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from hatang.assets.upkeep import selectors
from hatang.commune.access import permission_required
from hatang.commune.pictures import picture_views
from hatang.commune.roles import Permission


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


photo, small_photo = picture_views(Permission.SEE_FIGURES, selectors.photo_of)
