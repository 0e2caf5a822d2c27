"""The list of plans and the page of one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.core import files
from hatang.plans import selectors
from hatang.plans.selectors.plans import references_of
from hatang.plans.views.finding import plan_or_404


@require_GET
@permission_required(Permission.SEE_PLAN)
def plans(request: HttpRequest) -> HttpResponse:
    """Every plan of the commune, and what is on its way to become one."""
    context = {"plans": list(selectors.plans_of_commune()), "imports": list(selectors.open_imports())}
    return render(request, "plans/plans.html", context)


@require_GET
@permission_required(Permission.SEE_PLAN)
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """A plan as signed, with what it asks for in place."""
    found = plan_or_404(pk)
    context = {
        "plan": found,
        "document": found.document,
        "references": references_of(found),
        "parts": selectors.plan_parts(found),
    }
    return render(request, "plans/plan.html", context)


@require_GET
@permission_required(Permission.SEE_PLAN)
def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file a plan was read from, as it was uploaded."""
    stored = plan_or_404(pk).document.file
    if stored is None:
        raise Http404
    return files.download(stored)
