"""Rows named in an address, or the page that says there is none."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from hatang.indicators.models import Indicator, TargetBinding
from hatang.indicators.selectors.targets import target_of
from hatang.plans.models import Plan, Target
from hatang.plans.selectors import plans_in_force


def target_or_404(pk: int) -> Target:
    """The target of the commune in scope, or 404."""
    found = target_of(pk)
    if found is None:
        raise Http404
    return found


def binding_or_404(pk: int) -> TargetBinding:
    """What the target with this key is tied to, or 404."""
    binding: TargetBinding | None = getattr(target_or_404(pk), "binding", None)
    if binding is None:
        raise Http404
    return binding


def indicator_or_404(pk: int) -> Indicator:
    """The indicator of the commune in scope, or 404."""
    found: Indicator | None = Indicator.objects.select_related("collected_by").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def chosen_plan(request: HttpRequest) -> tuple[Plan | None, list[Plan]]:
    """The plan asked for by `?ke-hoach=`, else the newest in force; and all that are in force."""
    plans = plans_in_force()
    wanted = request.GET.get("ke-hoach", "")
    return next((plan for plan in plans if str(plan.pk) == wanted), plans[0] if plans else None), plans
