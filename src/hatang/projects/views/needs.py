"""The backlog of needs: proposing from a phone, weighing, deciding; and the criteria and gates the commune edits."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission, Role, reaches
from hatang.projects import selectors, services, words
from hatang.projects.forms import (
    CloseNeedForm,
    CriterionForm,
    GateForm,
    NeedFilterForm,
    NeedForm,
    ScoreForm,
    state_name,
)
from hatang.projects.models import Criterion, Gate, Need
from hatang.projects.rules.states import Track
from hatang.projects.views.finding import may, member_of, row_or_404, stored
from hatang.projects.views.forming import FormPage, answer, do
from hatang.projects.views.maps import drawing_map

WAITING = {Need.State.OPEN, Need.State.SCORED}


@require_GET
@permission_required(Permission.SEE_WORKS)
def needs(request: HttpRequest) -> HttpResponse:
    """What villages ask for, the highest score first."""
    form = NeedFilterForm(request.GET)
    query = request.GET.copy()
    query.pop("trang", None)
    context = {
        "form": form,
        "page": selectors.needs_page(form.wanted(), request.GET.get("trang")),
        "query": query.urlencode(),
        "filtered": any(query.values()),
    }
    return render(request, "projects/needs.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.PROPOSE_WORKS)
def add_need(request: HttpRequest) -> HttpResponse:
    """Propose a need; a village head for the own village."""
    return _need_form(request, Need(proposed_on=timezone.localdate()), _("Đề xuất nhu cầu"), reverse("needs"))


@require_http_methods(["GET", "POST"])
@permission_required(Permission.PROPOSE_WORKS)
def change_need(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a need that waits."""
    need = _need_or_404(pk)
    _require_reach(request, need)
    return _need_form(request, need, _("Sửa nhu cầu"), reverse("need", args=[pk]))


def _need_form(request: HttpRequest, need: Need, title: str, back: str) -> HttpResponse:
    member = member_of(request)
    own = member.unit.village_id if member.role == Role.VILLAGE_HEAD else None
    form = NeedForm(request.POST or None, request.FILES or None, instance=need, own_village=own)
    page = FormPage(title, back, _("Nhu cầu của các thôn"), button=_("Gửi đề xuất"), map=drawing_map(request))

    def write() -> None:
        filled = form.result()
        _require_reach(request, filled)
        filled.minutes = stored(form.cleaned_data["upload"]) or filled.minutes
        services.change_need(filled) if filled.pk else services.propose_need(filled)

    return answer(request, form, page, write, _("Đã lưu nhu cầu."))


def _need_or_404(pk: int) -> Need:
    found = selectors.need_of(pk)
    if found is None:
        raise Http404
    return found


def _reaches(request: HttpRequest, need: Need) -> bool:
    member = member_of(request)
    return reaches(member.role, member.unit.sectors, member.unit.village_id, sector=need.sector, village=need.village_id)


def _require_reach(request: HttpRequest, need: Need) -> None:
    if not _reaches(request, need):
        raise PermissionDenied(_("Nhu cầu này thuộc lĩnh vực hoặc thôn của đơn vị khác."))


@require_GET
@permission_required(Permission.SEE_WORKS)
def need(request: HttpRequest, pk: int) -> HttpResponse:
    """One need: its reasons, its points, what became of it."""
    found = _need_or_404(pk)
    weighing = selectors.weighing_of(found)
    waiting = found.state in WAITING
    context = {
        "need": found,
        "weighing": weighing,
        "score_form": ScoreForm(weighing=weighing),
        "close_form": CloseNeedForm(),
        "may_change": waiting and may(request, Permission.PROPOSE_WORKS) and _reaches(request, found),
        "may_score": waiting and _may_score(request),
        "may_take": waiting and may(request, Permission.EDIT_WORKS),
    }
    return render(request, "projects/need.html", context)


def _may_score(request: HttpRequest) -> bool:
    return member_of(request).role == Role.COORDINATOR


@require_POST
@permission_required(Permission.EDIT_WORKS)
def score_need(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a need its points: the coordinator's, so that every village is weighed alike."""
    found = _need_or_404(pk)
    if not _may_score(request):
        raise PermissionDenied(_("Điều phối kế hoạch chấm điểm, để mọi thôn được cân như nhau."))
    form = ScoreForm(request.POST, weighing=selectors.weighing_of(found))
    if not form.is_valid():
        context = {"need": found, "weighing": form.weighing, "score_form": form, "close_form": CloseNeedForm(), "may_score": True}
        return render(request, "projects/need.html", context)
    back = reverse("need", args=[pk])
    return do(request, lambda: services.score(found, form.points(), form.notes()), _("Đã chấm điểm."), back)


@require_POST
@permission_required(Permission.PROPOSE_WORKS)
def close_need(request: HttpRequest, pk: int) -> HttpResponse:
    """Decline a need (the coordinator) or withdraw it (those who proposed), with a reason."""
    found, form = _need_or_404(pk), CloseNeedForm(request.POST)
    state = {"tu-choi": Need.State.DECLINED, "rut": Need.State.WITHDRAWN}.get(request.POST.get("viec", ""))
    if state is None:
        raise Http404
    if not (_may_score(request) if state == Need.State.DECLINED else _reaches(request, found)):
        raise PermissionDenied(_("Vai trò của bạn không có quyền làm việc này."))
    reason = form.cleaned_data["reason"] if form.is_valid() else ""

    def write() -> None:
        if not reason:
            raise services.NotAllowed([_("Bước này cần ghi lý do.")])
        services.close_need(found, state, reason=reason)

    return do(request, write, _("Đã ghi quyết định."), reverse("need", args=[pk]))


@require_GET
@permission_required(Permission.SEE_WORKS)
def criteria(request: HttpRequest) -> HttpResponse:
    """The written criteria."""
    context = {"criteria": selectors.criteria(everything=True), "may_edit": _may_score(request)}
    return render(request, "projects/criteria.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_WORKS)
def add_criterion(request: HttpRequest) -> HttpResponse:
    """Write a criterion of the commune's own."""
    return _criterion_form(request, Criterion(code=f"own-{timezone.now():%Y%m%d%H%M%S%f}"), _("Thêm tiêu chí"))


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_WORKS)
def change_criterion(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a criterion as the commune decided."""
    return _criterion_form(request, row_or_404(Criterion, pk), _("Sửa tiêu chí"))


def _criterion_form(request: HttpRequest, criterion: Criterion, title: str) -> HttpResponse:
    if not _may_score(request):
        raise PermissionDenied(_("Bộ tiêu chí do điều phối kế hoạch ghi theo quyết định của xã."))
    form = CriterionForm(request.POST or None, instance=criterion)
    lead = _("Điểm đã chấm không đổi khi sửa tiêu chí; chấm lại để tính theo tiêu chí mới.")
    page = FormPage(title, reverse("criteria"), _("Tiêu chí chấm điểm"), lead)
    return answer(request, form, page, lambda: services.change_criterion(criterion), _("Đã lưu tiêu chí."))


@require_POST
@permission_required(Permission.EDIT_WORKS)
def adopt(request: HttpRequest) -> HttpResponse:
    """Take over the criteria and gates that come with the product."""
    back = "gates" if request.POST.get("viec") == "van-ban" else "criteria"
    services.adopt_gates() if back == "gates" else services.adopt_criteria()
    return redirect(back)


@require_GET
@permission_required(Permission.SEE_WORKS)
def gates(request: HttpRequest) -> HttpResponse:
    """The papers that moves ask for, by kind of work, with their legal source."""
    rows = selectors.gates()
    groups = [
        (label, [(gate, state_name(Track(gate.track), gate.to_state)) for gate in rows if gate.kind == code])
        for code, label in words.KINDS
    ]
    return render(request, "projects/gates.html", {"groups": groups, "known": bool(rows), "may_edit": _may_score(request)})


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_WORKS)
def change_gate(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a gate as the commune wants it."""
    gate = row_or_404(Gate, pk)
    if not _may_score(request):
        raise PermissionDenied(_("Danh mục văn bản do điều phối kế hoạch ghi theo quyết định của xã."))
    form = GateForm(request.POST or None, instance=gate)
    lead = _("Ghi điều, khoản, văn bản; chưa đối chiếu được thì để trống ô “đã kiểm chứng”, trang sẽ ghi “cần kiểm chứng”.")
    page = FormPage(_("Sửa văn bản cần có"), reverse("gates"), _("Văn bản cần có"), lead)
    return answer(request, form, page, lambda: services.change_gate(gate), _("Đã lưu."))
