"""What a person sees first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from hatang.commune.geometry import silhouette
from hatang.commune.roles import Permission, allows
from hatang.plans.selectors import overview_of, plans_in_force


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
    overview = overview_of(plan, today=today) if plan else None
    context = {"plan": plan, "plans": plans, "overview": overview, "shape": silhouette(code), "today": today}
    return render(request, "desk/dashboard.html", context)
