"""The yearly maintenance plan: page, lines, approval, ticking off, workbook."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.assets.models import Asset, MaintenanceLine, MaintenancePlan
from hatang.assets.upkeep import selectors, services
from hatang.assets.upkeep.forms import AmendForm, ApproveForm, DoneForm, DraftForm, LineForm
from hatang.assets.upkeep.rules import reach
from hatang.assets.upkeep.views.access import person_of, require, standing_or_404
from hatang.assets.upkeep.workbook import write
from hatang.commune.access import MemberRequest, permission_required
from hatang.commune.roles import Permission
from hatang.core import files

State = MaintenancePlan.State


@require_GET
@permission_required(Permission.SEE_FIGURES)
def maintenance_plan(request: HttpRequest) -> HttpResponse:
    """The plan of a year, this one unless another is asked for."""
    today = timezone.localdate()
    asked = request.GET.get("nam", "")
    year = int(asked) if asked.isdecimal() and 2000 <= int(asked) <= 2100 else today.year
    years = selectors.years()
    found = selectors.view_of_year(year, today=today)
    context = {
        "year": year,
        "years": sorted({*years, today.year, today.year + 1, year}, reverse=True),
        "view": found,
        "draft_form": DraftForm(initial={"year": year}),
        "has_last_year": year - 1 in years,
        "approve_form": ApproveForm(),
        "amend_form": AmendForm(),
        "rows": _rows(request, found) if found else [],
    }
    return render(request, "assets/upkeep/plan.html", context)


def _rows(request: HttpRequest, view: selectors.PlanView) -> list[dict[str, Any]]:
    """Each line with what this person may do to it."""
    person, draft = person_of(request), view.plan.state == State.DRAFT
    return [
        {
            "entry": entry,
            "may_change": draft and _may_plan(person, entry.line.asset),
            "may_finish": not draft and reach.may_finish(person, entry.line.unit_id),
        }
        for entry in view.entries
    ]


def _may_plan(person: reach.Person, asset: Asset | None) -> bool:
    return reach.may_plan(person) if asset is None else reach.may_assign(person, asset.sector, asset.village_id)


@require_POST
@permission_required(Permission.EDIT_ASSETS)
def draft(request: HttpRequest) -> HttpResponse:
    """Begin the plan of a year, with last year's jobs where that is asked."""
    form = DraftForm(request.POST)
    if not form.is_valid():
        return redirect("maintenance-plan")
    year = form.cleaned_data["year"]
    copied = selectors.plan_of_year(year - 1) if form.cleaned_data["copy"] else None
    services.draft_plan(year, copied=copied)
    messages.success(request, _("Đã lập dự thảo kế hoạch bảo trì năm %(year)s.") % {"year": year})
    return _to_plan(year)


@require_GET
@permission_required(Permission.EDIT_ASSETS)
def choose_asset(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose which asset a new job is about."""
    words = request.GET.get("tim", "")[:100]
    context = {"plan": _plan_or_404(pk), "assets": selectors.reportable(person_of(request), words), "words": words}
    return render(request, "assets/upkeep/plan_find.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_ASSETS)
def add_line(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a job to a draft: of one asset, or of many at once."""
    plan = _plan_or_404(pk)
    asked = request.GET.get("cong-trinh", "")
    asset = standing_or_404(int(asked)) if asked.isdecimal() and len(asked) < 19 else None
    return _line_form(request, MaintenanceLine(plan=plan, asset=asset), services.put_line)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_ASSETS)
def change_line(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a job of a draft."""
    return _line_form(request, _line_or_404(pk), lambda _plan, line: services.change_line(line))


def _line_form(request: HttpRequest, line: MaintenanceLine, write_it: Any) -> HttpResponse:
    require(_may_plan(person_of(request), line.asset))
    form = LineForm(request.POST or None, instance=line, year=line.plan.year)
    if request.method == "POST" and form.is_valid():
        try:
            write_it(line.plan, form.save(commit=False))
        except services.NotInDraft as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã lưu việc “%(job)s”.") % {"job": line.job})
            return _to_plan(line.plan.year)
    context = {"form": form, "line": line, "plan": line.plan}
    return render(request, "assets/upkeep/line_form.html", context, status=400 if form.errors else 200)


@require_POST
@permission_required(Permission.EDIT_ASSETS)
def remove_line(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a job out of a draft."""
    line = _line_or_404(pk)
    require(_may_plan(person_of(request), line.asset))
    try:
        services.remove_line(line)
    except services.NotInDraft as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Đã bỏ việc “%(job)s”. Nhật ký vẫn giữ nội dung.") % {"job": line.job})
    return _to_plan(line.plan.year)


@require_POST
@permission_required(Permission.APPROVE_WORKS)
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a draft into force."""
    plan, form = _plan_or_404(pk), ApproveForm(request.POST)
    try:
        services.approve(plan, document=form.cleaned_data["document"] if form.is_valid() else "")
    except services.NotInDraft as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Đã duyệt kế hoạch bảo trì năm %(year)s.") % {"year": plan.year})
    return _to_plan(plan.year)


@require_POST
@permission_required(Permission.APPROVE_WORKS)
def amend(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a plan in force to change it, with the reason."""
    plan, form = _plan_or_404(pk), AmendForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Chưa mở để điều chỉnh: cần ghi lý do."))
        return _to_plan(plan.year)
    try:
        services.amend(plan, reason=form.cleaned_data["reason"])
    except services.NotInDraft as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Kế hoạch trở lại dự thảo để điều chỉnh. Sửa xong, lãnh đạo xã duyệt lại."))
    return _to_plan(plan.year)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.REPORT_FAULTS)
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that a job is done."""
    line = _line_or_404(pk)
    require(reach.may_finish(person_of(request), line.unit_id))
    form = DoneForm(request.POST or None, line=line)
    if request.method == "POST" and form.is_valid():
        try:
            services.finish(line, **form.cleaned_data)
        except services.NotInDraft as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã ghi hoàn thành “%(job)s”.") % {"job": line.job})
            return _to_plan(line.plan.year)
    return render(request, "assets/upkeep/done_form.html", {"form": form, "line": line}, status=400 if form.errors else 200)


@require_GET
@permission_required(Permission.SEE_FIGURES)
def export(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan as an Excel workbook."""
    plan = _plan_or_404(pk)
    commune = cast("MemberRequest", request).membership.commune
    view = selectors.view_of(plan, today=timezone.localdate())
    content = write(view, commune=commune.full_name, illustrative=commune.is_demonstration)
    return files.hand_out(content, f"ke-hoach-bao-tri-{plan.year}.xlsx", files.EXCEL)


def _plan_or_404(pk: int) -> MaintenancePlan:
    found = selectors.plan_of(pk)
    if found is None:
        raise Http404
    return found


def _line_or_404(pk: int) -> MaintenanceLine:
    found = selectors.line_of(pk)
    if found is None:
        raise Http404
    return found


def _to_plan(year: int) -> HttpResponse:
    return redirect(f"{reverse('maintenance-plan')}?nam={year}")
