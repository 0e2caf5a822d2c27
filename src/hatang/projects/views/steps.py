"""Papers and moves of a work, what it moves, and what it leaves behind."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.assets.kinds import KINDS
from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.projects import ports, selectors, services, words
from hatang.projects.forms import DocumentForm, EffectForm, OutputForm, StepForm, asset_kinds, state_name
from hatang.projects.models import Effect, Output, Project, WorkDocument
from hatang.projects.overlap.gate import unanswered
from hatang.projects.rules import tracks
from hatang.projects.rules.states import STATES, Handover, Track
from hatang.projects.views.finding import may, may_write, paper_of, require_reach, row_or_404, stored, work_or_404
from hatang.projects.views.forming import FormPage, answer, attempt, do
from hatang.projects.views.maps import drawing_map


@require_GET
@permission_required(Permission.SEE_WORKS)
def papers(request: HttpRequest, pk: int) -> HttpResponse:
    """How the work moved, where it may go, and its papers."""
    project = work_or_404(pk)
    context = {
        "work": project,
        "tracks": selectors.track_views(project),
        "gates": selectors.gates_of(project),
        "documents": selectors.documents_of(project),
        "steps": selectors.steps_of(project),
        "may_edit": may_write(request, project, Permission.EDIT_WORKS),
        "may_approve": may(request, Permission.APPROVE_WORKS),
        "tab": "papers",
    }
    return render(request, "projects/papers.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.SEE_WORKS)
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """Move the work on one track (`viec`, `sang`), through its gates."""
    project = work_or_404(pk)
    track, to = _asked(request)
    _require_move(request, project, track, to)
    papers = services.missing_papers(project, track, to)
    waiting = [row for row in selectors.outputs_of(project) if row.made_id is None] if track == Track.HANDOVER else []
    form = StepForm(
        request.POST or None,
        request.FILES or None,
        papers=papers,
        needs_reason=tracks.needs_reason(project.standing, track, to),
        may_waive=may(request, Permission.APPROVE_WORKS),
        outputs=waiting,
        initial={"on": timezone.localdate()},
    )
    if request.method == "POST" and form.is_valid():
        problems = attempt(lambda: _move(project, track, to, form))
        if not problems:
            return redirect("work-papers", pk)
        for problem in problems:
            form.add_error(None, problem)
    hindrances = [words.HINDRANCES[found] for found in tracks.hindrances(project.standing, track, to)]
    context = {
        "work": project, "form": form, "track": words.label(words.TRACKS, track.value), "to": state_name(track, to),
        "from": state_name(track, getattr(project, track.value)), "hindrances": hindrances,
        "overlaps": unanswered(project, track, to),
    }  # fmt: skip
    return render(request, "projects/step.html", context)


def _asked(request: HttpRequest) -> tuple[Track, str]:
    track, to = request.GET.get("viec", ""), request.GET.get("sang", "")
    if track not in set(Track) or to not in {state.value for state in STATES[Track(track)]}:
        raise Http404
    return Track(track), to


def _require_move(request: HttpRequest, project: Project, track: Track, to: str) -> None:
    """Going into the plan, stopping and going on again are decided by leaders; the rest by those in charge of the work."""
    decided = tracks.decided(project.standing, track, to)
    if decided and not may(request, Permission.APPROVE_WORKS):
        raise PermissionDenied(_("Bước này do lãnh đạo UBND xã quyết định."))
    if not decided and not may_write(request, project, Permission.EDIT_WORKS):
        raise PermissionDenied(_("Công trình này thuộc lĩnh vực hoặc thôn của đơn vị khác."))


@transaction.atomic
def _move(project: Project, track: Track, to: str, form: StepForm) -> None:
    """Keep the papers given and make the move, or neither."""
    document: WorkDocument | None = None
    for given in form.given_papers():
        document = services.add_document(
            WorkDocument(
                project=project, gate_id=given["gate"], title=given["title"], number=given["number"], issued_on=given["day"],
                reference=given["where"], file=stored(given["file"]),
            )
        )  # fmt: skip
    values = form.cleaned_data
    services.step(
        project, track, to, on=values["on"], reason=values["reason"], document=document, waive=bool(values.get("waive")),
        outputs=values.get("outputs") if track == Track.HANDOVER and to == Handover.PARTIAL else None,
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_WORKS)
def add_document(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a paper of a work."""
    project = work_or_404(pk)
    require_reach(request, project)
    gates = [gate for gate, _papers in selectors.gates_of(project)]
    document = WorkDocument(project=project)
    form = DocumentForm(request.POST or None, request.FILES or None, instance=document, gates=gates)
    page = FormPage(_("Thêm văn bản"), reverse("work-papers", args=[pk]), project.name)
    return answer(request, form, page, lambda: _keep_document(form, document), _("Đã lưu văn bản."))


def _keep_document(form: DocumentForm, document: WorkDocument) -> None:
    given = form.cleaned_data
    document.issued_on, document.gate_id, document.file = given["issued_on"], given["gate"], stored(given["upload"])
    services.add_document(document)


@require_GET
@permission_required(Permission.SEE_WORKS)
def document_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file of a paper, to keep."""
    del request
    return paper_of(row_or_404(WorkDocument, pk, "file"))


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_WORKS)
def add_effect(request: HttpRequest, pk: int) -> HttpResponse:
    """Say which indicator the work moves, and by how much."""
    project = work_or_404(pk)
    require_reach(request, project)
    form = EffectForm(request.POST or None, names=ports.indicator_names())
    lead = _("Số này được cộng vào tử số của chỉ tiêu khi dự báo; số liệu thật thay đổi khi công trình bàn giao.")
    page = FormPage(_("Chỉ tiêu công trình góp vào"), reverse("work", args=[pk]), project.name, lead)
    return answer(request, form, page, lambda: services.add_effect(form.result(project)), _("Đã ghi chỉ tiêu."))


@require_POST
@permission_required(Permission.EDIT_WORKS)
def remove_effect(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an effect back."""
    effect = row_or_404(Effect, pk, "project")
    require_reach(request, effect.project)
    back = reverse("work", args=[effect.project_id])
    return do(request, lambda: services.remove_effect(effect), _("Đã bỏ chỉ tiêu."), back)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_WORKS)
def add_output(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what the work will leave behind: first the kind of asset (`loai`), then the rest."""
    project = work_or_404(pk)
    require_reach(request, project)
    kind = request.GET.get("loai", "")
    if kind not in KINDS:
        return render(request, "projects/output_kinds.html", {"work": project, "sectors": asset_kinds()})
    output = Output(project=project, asset_kind=kind, geometry=project.geometry)
    form = OutputForm(request.POST or None, instance=output, initial=_proposed_output(project))
    lead = _("Khi bàn giao, nội dung này được ghi vào sổ công trình và các chỉ tiêu tính từ sổ thay đổi theo.")
    title = _("Sản phẩm bàn giao: %(kind)s") % {"kind": KINDS[kind].label}
    page = FormPage(title, reverse("work", args=[pk]), project.name, lead, map=drawing_map(request))
    return answer(request, form, page, lambda: services.add_output(form.result()), _("Đã ghi sản phẩm bàn giao."))


def _proposed_output(project: Project) -> dict[str, Any]:
    villages = [village.pk for village in project.villages.all()]
    start: dict[str, Any] = {"name": project.name[:200], "asset": project.asset_id}
    return start | ({"village": villages[0]} if len(villages) == 1 else {})


@require_POST
@permission_required(Permission.EDIT_WORKS)
def remove_output(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back something declared that is not in the inventory yet."""
    output = row_or_404(Output, pk, "project")
    require_reach(request, output.project)
    back = reverse("work", args=[output.project_id])
    return do(request, lambda: services.remove_output(output), _("Đã bỏ sản phẩm bàn giao."), back)
