"""The steps of a report, and the signed copy beside it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.core import files
from hatang.core.files import RefusedFile
from hatang.reports import services, words
from hatang.reports.forms import AttachForm, IssueForm, ReturnForm
from hatang.reports.models import Report
from hatang.reports.rules.states import Asked, Move, State, moves
from hatang.reports.views.finding import NEEDS, may, member_of, open_moves, report_or_404

FORMS: dict[Move, type[IssueForm | ReturnForm]] = {Move.ISSUE: IssueForm, Move.RETURN: ReturnForm}


@require_http_methods(["GET", "POST"])
@permission_required(Permission.SEE_REPORTS)
def move(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Take a step; issuing and returning ask for more on a page of their own."""
    found, step = report_or_404(request, pk), _step(verb)
    _require(request, found, step)
    if step not in FORMS:
        return _at_once(request, found, step) if request.method == "POST" else redirect("report", pk)
    form = FORMS[step](request.POST or None, initial=_proposed(request))
    if request.method == "POST" and form.is_valid():
        try:
            services.move(found, step, form.asked(timezone.localdate()), **form.signing())
        except services.Refused as error:
            for reason in error.reasons:
                form.add_error(None, reason)
        else:
            messages.success(request, str(words.DONE[step]))
            return redirect("report", pk)
    return render(request, "reports/step.html", {"report": found, "form": form, "step": step, "title": words.MOVES[step]})


def _step(verb: str) -> Move:
    if verb not in set(Move):
        raise Http404
    return Move(verb)


def _require(request: HttpRequest, report: Report, step: Move) -> None:
    if not any(may(request, permission) for permission in NEEDS[step]):
        raise PermissionDenied(_("Vai trò của bạn không có quyền làm việc này."))
    if step not in open_moves(request, report) and step in moves(State(report.state)):
        raise PermissionDenied(_("Vai trò của bạn không có quyền làm việc này."))


def _proposed(request: HttpRequest) -> dict[str, object]:
    """The signer is whoever issues it: the chair, or a vice chair for the chair."""
    member = member_of(request)
    role = "chair" if member.role == "chair" else "vice_chair"
    return {"signer": member.user.get_full_name(), "role": role, "date": timezone.localdate()}


def _at_once(request: HttpRequest, report: Report, step: Move) -> HttpResponse:
    try:
        services.move(report, step, Asked(today=timezone.localdate()))
        messages.success(request, str(words.DONE[step]))
    except services.Refused as error:
        for reason in error.reasons:
            messages.error(request, reason)
    return redirect("report", report.pk)


@require_POST
@permission_required(Permission.SEE_REPORTS)
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the signed scan or the digitally signed PDF."""
    found = report_or_404(request, pk)
    if not (may(request, Permission.SIGN_REPORTS) or may(request, Permission.REVIEW_REPORTS)):
        raise PermissionDenied(_("Vai trò của bạn không có quyền làm việc này."))
    form = AttachForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, _("Chưa chọn tệp. Hãy chọn bản quét hoặc bản ký số rồi tải lên."))
        return redirect("report", pk)
    upload = form.cleaned_data["upload"]
    try:
        services.attach(found, files.store(upload, upload.name))
        messages.success(request, _("Đã lưu bản ký; mã băm của tệp có trong nhật ký."))
    except (RefusedFile, services.Refused) as error:
        messages.error(request, str(error))
    return redirect("report", pk)
