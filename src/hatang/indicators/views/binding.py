"""Tying targets to indicators, their yearly way, and the documents that prove them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.core.files import RefusedFile
from hatang.indicators import services
from hatang.indicators.forms.binding import BindingForm, MilestonesForm, ProofForm
from hatang.indicators.models import TargetBinding
from hatang.indicators.services.binding import indicator_with, proposal_for
from hatang.indicators.views.finding import binding_or_404, target_or_404
from hatang.plans.models import Target
from hatang.plans.selectors import plan_of

ASKED = ("comparator", "value", "value_max", "year", "aspirational")


@require_http_methods(["GET", "POST"])
@permission_required(Permission.MANAGE_PERIODS)
def binding_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose what measures a target, and what is asked of it."""
    target = target_or_404(pk)
    form = BindingForm(request.POST or None, initial=_asked(target))
    if request.method == "POST" and form.is_valid():
        services.bind(target, **form.cleaned_data)
        messages.success(request, _("Đã gắn mục tiêu với chỉ tiêu và lập lại lộ trình từng năm."))
        return redirect("target", pk)
    context = {"target": target, "form": form, "nothing": not form.fields["indicator"].queryset.exists()}  # type: ignore[attr-defined]
    return render(request, "indicators/binding.html", context)


def _asked(target: Target) -> dict[str, Any]:
    """What the form shows first: as it is bound, else as the plan has it and the catalogue proposes."""
    binding: TargetBinding | None = getattr(target, "binding", None)
    if binding:
        return {"indicator": binding.indicator_id, **{name: getattr(binding, name) for name in ASKED}}
    found = indicator_with(proposal_for(target))
    asked = {name: getattr(target, name) for name in ASKED}
    return {**asked, "indicator": found.pk if found else None, "year": target.year or target.plan.period_end}


@require_POST
@permission_required(Permission.MANAGE_PERIODS)
def bind_all(request: HttpRequest, pk: int) -> HttpResponse:
    """Tie every free target of a plan to the indicator the catalogue proposes."""
    plan = plan_of(pk)
    if plan is None:
        raise Http404
    made = len(services.bind_proposed(plan))
    if made:
        said = ngettext("Đã gắn %(count)s mục tiêu với chỉ tiêu.", "Đã gắn %(count)s mục tiêu với chỉ tiêu.", made)
        messages.success(request, said % {"count": made})
    else:
        messages.info(request, _("Danh mục không đề xuất thêm chỉ tiêu nào. Hãy mở từng mục tiêu để chọn."))
    return redirect("targets")


@require_http_methods(["GET", "POST"])
@permission_required(Permission.MANAGE_PERIODS)
def milestones(request: HttpRequest, pk: int) -> HttpResponse:
    """The yearly way to a target."""
    binding = binding_or_404(pk)
    if binding.goal.is_kept:
        raise Http404
    form = MilestonesForm(binding, _first_year(binding), request.POST or None)
    if request.method == "POST" and "lai" in request.POST:
        services.propose_milestones(binding)
        messages.success(request, _("Đã lập lại lộ trình thẳng từ số liệu mới nhất."))
        return redirect("target", pk)
    if request.method == "POST" and form.is_valid():
        services.set_milestones(binding, form.steps())
        messages.success(request, _("Đã lưu lộ trình từng năm."))
        return redirect("target", pk)
    return render(request, "indicators/binding_milestones.html", {"binding": binding, "target": binding.target, "form": form})


def _first_year(binding: TargetBinding) -> int:
    start: int | None = binding.target.plan.period_start
    return min(start if start is not None else binding.year - 4, binding.year)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.MANAGE_PERIODS)
def proof(request: HttpRequest, pk: int) -> HttpResponse:
    """The document that proves a state that is kept, or a thing that is there."""
    binding = binding_or_404(pk)
    start = {"reference": binding.proof_reference, "on": binding.proof_on}
    form = ProofForm(request.POST or None, request.FILES or None, initial=start)
    if request.method == "POST" and form.is_valid():
        data, upload = form.cleaned_data, form.cleaned_data["file"]
        try:
            services.set_proof(
                binding, reference=data["reference"], on=data["on"], upload=upload, name=upload.name if upload else ""
            )
        except RefusedFile as error:
            form.add_error("file", str(error))
        else:
            messages.success(request, _("Đã ghi văn bản minh chứng."))
            return redirect("target", pk)
    return render(request, "indicators/binding_proof.html", {"binding": binding, "target": binding.target, "form": form})
