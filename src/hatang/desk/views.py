"""What a person sees first."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from hatang.commune.geometry import silhouette
from hatang.commune.roles import Permission, allows
from hatang.indicators.selectors.targets import targets_of, targets_overview
from hatang.plans.models import Plan
from hatang.plans.selectors import overview_of, plans_in_force

WORST = 6


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Strangers see what this is; those who follow the plan see the plan; administrators their accounts."""
    membership = getattr(request, "membership", None)
    if membership is None:
        return render(request, "desk/welcome.html")
    if allows(membership.role, Permission.SEE_PLAN):
        return _dashboard(request, membership.commune.code, request.GET.get("ke-hoach", ""))
    return redirect("accounts")


def _dashboard(request: HttpRequest, code: str, chosen: str) -> HttpResponse:
    plans = plans_in_force()
    plan = next((plan for plan in plans if str(plan.pk) == chosen), plans[0] if plans else None)
    today = timezone.localdate()
    context = {"plan": plan, "plans": plans, "shape": silhouette(code), "today": today}
    if plan:
        context |= _followed(plan, today)
    return render(request, "desk/dashboard.html", context)


def _followed(plan: Plan, today: dt.date) -> dict[str, Any]:
    """The plan with where its targets stand. Eight queries with what works will add, however long the plan and its history."""
    overview = overview_of(plan, today=today, targets=targets_of(plan))
    views = [*overview.sectors, overview.without_sector]
    targets = [target for view in views for target in view.targets]
    standing = targets_overview(plan, today, targets=targets)
    return {
        "overview": overview,
        "standing": standing,
        "worst": standing.worst[:WORST],
        "sectors": [
            pair for pair in zip(views, standing.sectors, strict=True) if pair[0].code or pair[0].targets or pair[0].tasks
        ],
    }
