"""Reporting a fault, the list of tickets, one ticket and its steps."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.assets.models import Ticket, TicketStep
from hatang.assets.upkeep import selectors, services
from hatang.assets.upkeep.forms import AssignForm, CheckForm, CloseForm, FaultForm, FixForm, ReopenForm, TicketFilter
from hatang.assets.upkeep.rules import reach
from hatang.assets.upkeep.rules.reach import Person
from hatang.assets.upkeep.rules.tickets import State, Verb, fixer_of, open_verbs
from hatang.assets.upkeep.services.tickets import step_of
from hatang.assets.upkeep.views.access import person_of, require, standing_or_404
from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.commune.selectors import units, villages
from hatang.core.files import RefusedFile

FORMS: dict[Verb, type[Any]] = {
    Verb.ASSIGN: AssignForm,
    Verb.FIX: FixForm,
    Verb.CHECK: CheckForm,
    Verb.CLOSE: CloseForm,
    Verb.REOPEN: ReopenForm,
}
DONE = {
    Verb.ASSIGN: gettext_lazy("Đã giao sửa."),
    Verb.FIX: gettext_lazy("Đã ghi việc sửa. Người khác sẽ kiểm tra."),
    Verb.CHECK: gettext_lazy("Đã ghi kết quả kiểm tra."),
    Verb.CLOSE: gettext_lazy("Đã đóng phiếu."),
    Verb.REOPEN: gettext_lazy("Đã mở lại phiếu."),
}


@require_GET
@permission_required(Permission.SEE_FIGURES)
def tickets(request: HttpRequest) -> HttpResponse:
    """The tickets wanted: without a filter all that are not closed."""
    today = timezone.localdate()
    form = TicketFilter(units(), villages(), request.GET)
    query = request.GET.copy()
    query.pop("trang", None)
    page = selectors.page_of(form.wanted(), request.GET.get("trang"), today=today)
    context = {"form": form, "page": page, "today": today, "query": query.urlencode()}
    return render(request, "assets/upkeep/tickets.html", context)


@require_GET
@permission_required(Permission.REPORT_FAULTS)
def find(request: HttpRequest) -> HttpResponse:
    """Choose what is broken: only what this person may report of."""
    words = request.GET.get("tim", "")[:100]
    context = {"assets": selectors.reportable(person_of(request), words), "words": words}
    return render(request, "assets/upkeep/find.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.REPORT_FAULTS)
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """Report a fault of one asset."""
    asset = standing_or_404(pk)
    require(reach.may_report(person_of(request), asset.sector, asset.village_id))
    form = FaultForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = services.report(asset, **form.values())
        except (RefusedFile, services.Refused) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã báo hỏng. Người phụ trách sẽ thấy ngay trong trang Bảo trì."))
            return redirect("ticket", made.pk)
    context = {"form": form, "asset": asset, "today": timezone.localdate()}
    return render(request, "assets/upkeep/report.html", context, status=400 if form.errors else 200)


@require_GET
@permission_required(Permission.SEE_FIGURES)
def ticket(request: HttpRequest, pk: int) -> HttpResponse:
    """One fault: what it is, every step so far, and what this person may do next."""
    return _page(request, _ticket_or_404(pk))


@require_POST
@permission_required(Permission.EDIT_ASSETS)
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the repair to a unit, until a day."""
    return _step(request, pk, Verb.ASSIGN)


@require_POST
@permission_required(Permission.REPORT_FAULTS)
def fix(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it is mended, with a picture or words."""
    return _step(request, pk, Verb.FIX)


@require_POST
@permission_required(Permission.CHECK_FIXES)
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that somebody else's repair is good."""
    return _step(request, pk, Verb.CHECK)


@require_POST
@permission_required(Permission.CHECK_FIXES)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """End a ticket."""
    return _step(request, pk, Verb.CLOSE)


@require_POST
@permission_required(Permission.SEE_FIGURES)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it is not mended after all."""
    return _step(request, pk, Verb.REOPEN)


def _ticket_or_404(pk: int) -> Ticket:
    found = selectors.ticket_of(pk)
    if found is None:
        raise Http404
    return found


def _may(person: Person, verb: Verb, ticket: Ticket) -> bool:
    """Whether this person may take this step of this ticket, whatever state it is in."""
    place = (ticket.asset.sector, ticket.asset.village_id)
    if verb == Verb.ASSIGN:
        return reach.may_assign(person, *place)
    if verb == Verb.FIX:
        return reach.may_fix(person, ticket.unit_id, *place)
    return reach.may_reopen(person, *place) if verb == Verb.REOPEN else reach.may_check(person)


def _step(request: HttpRequest, pk: int, verb: Verb) -> HttpResponse:
    found = _ticket_or_404(pk)
    require(_may(person_of(request), verb, found))
    form = FORMS[verb](request.POST, request.FILES, prefix=verb.value)
    if form.is_valid():
        try:
            services.advance(found, verb, **form.values())
        except (services.Refused, RefusedFile) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, str(DONE[verb]))
            return redirect("ticket", pk)
    return _page(request, _ticket_or_404(pk), {verb: form})


def _page(request: HttpRequest, found: Ticket, bound: dict[Verb, forms.Form] | None = None) -> HttpResponse:
    steps = selectors.timeline(found)
    person = person_of(request)
    story = [step_of(step) for step in steps]
    own = fixer_of(story) == request.user.pk
    offered = _offered(person, found, bound or {}, own=own)
    context = {
        "ticket": found,
        "steps": steps,
        "actions": offered,
        "wrong": next(iter((bound or {}).values()), None),
        "waits_for_another": found.state == State.FIXED and own and reach.may_check(person),
        "under_warranty": bool(found.asset.warranty_until and found.asset.warranty_until >= found.reported_on),
        "today": timezone.localdate(),
    }
    return render(request, "assets/upkeep/ticket.html", context, status=400 if bound else 200)


def _offered(person: Person, ticket: Ticket, bound: dict[Verb, forms.Form], *, own: bool) -> list[dict[str, Any]]:
    """The steps this person can take now, in the order of their life; `on` where it is the way on."""
    verbs = [verb for verb in FORMS if verb in open_verbs(State(ticket.state)) and _may(person, verb, ticket)]
    usable = [verb for verb in verbs if not (verb == Verb.CHECK and own)]
    again = {Verb.REOPEN} | ({Verb.ASSIGN} if ticket.state == State.ASSIGNED else set())
    return [
        {
            "verb": verb.value,
            "label": TicketStep.Verb(verb.value).label,
            "form": bound.get(verb) or FORMS[verb](prefix=verb.value),
            "on": verb not in again or verb in bound,
        }
        for verb in usable
    ]
