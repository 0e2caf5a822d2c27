"""The page of one contract, and accepting quantities of its lines."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.projects import selectors, services
from hatang.projects.forms import QuantitiesForm
from hatang.projects.models import AcceptanceRecord, Contract, Variation
from hatang.projects.views.finding import may_write, paper_of, require_reach, row_or_404, work_or_404
from hatang.projects.views.forming import attempt, with_paper


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
    boq, initial = selectors.lines_of(found), {"on": timezone.localdate()}
    form = QuantitiesForm(request.POST or None, request.FILES or None, instance=entry, boq=boq, initial=initial)
    if request.method == "POST" and form.is_valid():
        problems = attempt(lambda: _keep(form, entry))
        if not problems:
            messages.success(request, _("Đã ghi biên bản nghiệm thu."))
            return redirect("contract", pk)
        for problem in problems:
            form.add_error(None, problem)
    return render(request, "projects/accept.html", {"form": form, "contract": found, "work": found.project})


def _keep(form: QuantitiesForm, entry: AcceptanceRecord) -> None:
    with_paper(form, entry, lambda: services.record_acceptance(entry, form.quantities()))


@require_GET
@permission_required(Permission.SEE_WORKS)
def contract_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The signed contract, to keep."""
    del request
    return paper_of(row_or_404(Contract, pk, "file"))


@require_GET
@permission_required(Permission.SEE_WORKS)
def variation_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The annex or decision of a variation, to keep."""
    del request
    return paper_of(row_or_404(Variation, pk, "file"))


@require_GET
@permission_required(Permission.SEE_WORKS)
def acceptance_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The signed minutes of an acceptance, to keep."""
    del request
    return paper_of(row_or_404(AcceptanceRecord, pk, "file"))
