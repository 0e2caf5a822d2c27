"""The page of one contract, and accepting quantities of its lines."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.projects import selectors, services
from hatang.projects.forms import QuantitiesForm
from hatang.projects.models import AcceptanceRecord, Contract
from hatang.projects.views.finding import may_write, require_reach, row_or_404, work_or_404
from hatang.projects.views.forming import attempt


@require_GET
@permission_required(Permission.SEE_WORKS)
def contract(request: HttpRequest, pk: int) -> HttpResponse:
    """What was agreed of each line, what was accepted and when, what is left; its changes."""
    found = row_or_404(Contract, pk, "company", "file")
    project = work_or_404(found.project_id)
    context = {
        "work": project,
        "contract": found,
        "measured": selectors.measured_of(found),
        "may_edit": may_write(request, project, Permission.EDIT_WORKS),
        "tab": "contracts",
    }
    return render(request, "projects/contract.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_WORKS)
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the minutes of an acceptance under a contract, line by line."""
    found = row_or_404(Contract, pk, "project")
    require_reach(request, found.project)
    entry = AcceptanceRecord(project=found.project, contract=found)
    boq = selectors.lines_of(found)
    form = QuantitiesForm(request.POST or None, instance=entry, boq=boq, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        problems = attempt(lambda: services.record_acceptance(entry, form.quantities()))
        if not problems:
            messages.success(request, _("Đã ghi biên bản nghiệm thu."))
            return redirect("contract", pk)
        for problem in problems:
            form.add_error(None, problem)
    return render(request, "projects/accept.html", {"form": form, "contract": found, "work": found.project})
