"""Works that do not function, and what was decided of each."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from hatang.assets.upkeep import selectors, services
from hatang.assets.upkeep.forms import DecisionForm
from hatang.assets.upkeep.rules import reach
from hatang.assets.upkeep.views.access import person_of, require, standing_or_404
from hatang.commune.access import permission_required
from hatang.commune.roles import Permission


@require_GET
@permission_required(Permission.SEE_FIGURES)
def not_working(request: HttpRequest) -> HttpResponse:
    """Every work that does not function, with the decision in force."""
    page = selectors.not_working(request.GET.get("trang"), today=timezone.localdate())
    return render(request, "assets/upkeep/not_working.html", {"page": page})


@require_http_methods(["GET", "POST"])
@permission_required(Permission.SEE_FIGURES)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """What was decided of one work, and the form for a new decision."""
    asset = standing_or_404(pk)
    may = reach.may_decide(person_of(request), asset.sector, asset.village_id)
    form = DecisionForm(request.POST or None)
    if request.method == "POST":
        require(may)
        if form.is_valid():
            services.decide(asset, **form.values())
            messages.success(request, _("Đã ghi hướng xử lý."))
            return redirect("not-working")
    context = {"asset": asset, "form": form, "may_decide": may, "decisions": selectors.story_of_decisions(asset)}
    return render(request, "assets/upkeep/decide.html", context, status=400 if form.errors else 200)
