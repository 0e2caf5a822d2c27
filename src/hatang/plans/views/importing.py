"""From the upload to the confirmation."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.core.files import RefusedFile
from hatang.plans import selectors, services
from hatang.plans.forms import ReplacesForm, UploadForm
from hatang.plans.models import PlanImport
from hatang.plans.views.finding import import_or_404

State = PlanImport.State


@require_http_methods(["GET", "POST"])
@permission_required(Permission.IMPORT_PLAN)
def upload(request: HttpRequest) -> HttpResponse:
    """Take a signed plan and have it read."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            return redirect("import", services.start_import(file, file.name).pk)
        except RefusedFile as refusal:
            form.add_error("file", str(refusal))
    return render(request, "plans/upload.html", {"form": form}, status=400 if form.errors else 200)


@require_GET
@permission_required(Permission.IMPORT_PLAN)
def show_import(request: HttpRequest, pk: int) -> HttpResponse:
    """Where an import stands; one that was read or confirmed leads on."""
    plan_import = import_or_404(pk)
    if plan_import.state == State.REVIEW:
        return redirect("review", pk)
    if plan_import.plan is not None:
        return redirect("plan", plan_import.plan.pk)
    return render(request, "plans/import.html", {"plan_import": plan_import})


@require_GET
@permission_required(Permission.IMPORT_PLAN)
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """How far the reading is; the page asks this every second, and moves on when it is done."""
    plan_import = import_or_404(pk)
    response = render(request, "plans/progress.html", {"plan_import": plan_import})
    if plan_import.state not in {State.WAITING, State.READING}:
        response["HX-Refresh"] = "true"
    return response


@require_POST
@permission_required(Permission.IMPORT_PLAN)
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Try once more."""
    services.read_again(import_or_404(pk))
    return redirect("import", pk)


@require_POST
@permission_required(Permission.IMPORT_PLAN)
def abandon(request: HttpRequest, pk: int) -> HttpResponse:
    """Put an import aside."""
    services.abandon(import_or_404(pk))
    messages.success(request, _("Đã bỏ bản nhập. Kế hoạch đang dùng không thay đổi."))
    return redirect("plans")


@require_http_methods(["GET", "POST"])
@permission_required(Permission.CONFIRM_PLAN)
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """What would enter the live plan, and the step that makes it so."""
    plan_import = import_or_404(pk)
    if plan_import.state not in {State.REVIEW, State.CONFIRMED}:
        return redirect("import", pk)
    if request.method == "POST":
        return _confirmed(request, plan_import)
    counts, changes = selectors.counts_of(plan_import), selectors.changes_of(plan_import)
    context = {"plan_import": plan_import, "counts": counts, "changes": changes, "form": ReplacesForm.of(plan_import)}
    return render(request, "plans/confirm.html", context)


@require_POST
@permission_required(Permission.CONFIRM_PLAN)
def choose_replaced(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which plan in force this one replaces, if any; the page then shows what that changes."""
    plan_import = import_or_404(pk)
    form = ReplacesForm(request.POST)
    if form.is_valid():
        try:
            services.choose_replaced(plan_import, form.cleaned_data["replaces"])
        except services.NotInReview as refusal:
            messages.error(request, str(refusal))
    return redirect("import-confirm", pk)


def _confirmed(request: HttpRequest, plan_import: PlanImport) -> HttpResponse:
    try:
        plan = services.confirm(plan_import)
    except services.NotReady as refusal:
        messages.error(request, str(refusal))
        return redirect("import", plan_import.pk)
    messages.success(request, _("Đã xác nhận. Đây là kế hoạch xã đang theo dõi."))
    return redirect("plan", plan.pk)
