"""The pages of templates: what each kind is printed with, its placeholders, its versions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.commune.access import permission_required, require
from hatang.commune.roles import Permission
from hatang.core import files
from hatang.reports.kinds import Kind, kinds
from hatang.reports.models import ReportTemplate
from hatang.reports.services import Refused
from hatang.reports.templating import selectors, services
from hatang.reports.templating.forms import UploadForm
from hatang.reports.templating.listing import rows_of, uses_of
from hatang.reports.templating.material import label_of
from hatang.reports.templating.shipped import shipped
from hatang.reports.templating.trying import tried
from hatang.reports.templating.vocabulary import vocabulary_of
from hatang.reports.views.finding import may
from vanban.templating import BadTemplate, Problem
from vanban.templating.package import LARGEST

STEPS = {"dung": services.use, "thoi": services.withdraw}
DONE = {
    "dung": gettext_lazy("Từ nay báo cáo loại này in theo mẫu của xã. Báo cáo đã ban hành giữ nguyên mẫu cũ."),
    "thoi": gettext_lazy("Đã thôi dùng mẫu; báo cáo loại này in theo bố cục gốc. Bản mẫu vẫn được giữ."),
}


@require_GET
@permission_required(Permission.PREPARE_REPORTS)
def templates(request: HttpRequest) -> HttpResponse:
    """Each kind of report and what it is printed with."""
    used = selectors.in_use()
    rows = [(kind, used.get(kind.code)) for kind in kinds().values()]
    return render(request, "reports/templating/templates.html", {"rows": rows})


@require_http_methods(["GET", "POST"])
@permission_required(Permission.PREPARE_REPORTS)
def kind(request: HttpRequest, kind: str) -> HttpResponse:
    """One kind: the shipped template, the commune's versions, and uploading one."""
    found = _kind(kind)
    problems: tuple[Problem, ...] = ()
    may_change = may(request, Permission.REVIEW_REPORTS)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        require(request, Permission.REVIEW_REPORTS)
    if request.method == "POST" and form.is_valid():
        content, name = form.cleaned_data["upload"].read(LARGEST + 1), form.cleaned_data["upload"].name
        try:
            made = services.upload(found, content, name, note=form.cleaned_data["note"])
        except BadTemplate as refused:
            problems = refused.problems
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Mẫu đã qua kiểm tra và được lưu, chưa dùng. Xem bản lập thử rồi đưa vào dùng."))
            return redirect("report-template", made.pk)
    context = {
        "kind": found,
        "rows": selectors.templates_of(found.code),
        "form": form,
        "problems": _shown(problems),
        "may_change": may_change,
        "has_report": selectors.has_report(found.code),
    }
    return render(request, "reports/templating/kind.html", context)


def _shown(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """Each reason in the reader's language, with the words near it."""
    return [(_(one.text) % one.values, one.near) for one in problems]


@require_GET
@permission_required(Permission.PREPARE_REPORTS)
def placeholders(request: HttpRequest, kind: str) -> HttpResponse:
    """Every placeholder of a kind with its meaning and its value in the commune's latest report."""
    found = _kind(kind)
    material = selectors.example_of(found)
    report = material.paper.report if material.paper else None
    context: dict[str, Any] = {"kind": found, "groups": rows_of(vocabulary_of(material)), "report": report}
    return render(request, "reports/templating/placeholders.html", {**context, "span": label_of(report) if report else ""})


@require_GET
@permission_required(Permission.PREPARE_REPORTS)
def original(request: HttpRequest, kind: str) -> HttpResponse:
    """The template that comes with a kind."""
    found = _kind(kind)
    return files.hand_out(shipped(selectors.example_of(found)), f"mau-{found.code}.docx", files.WORD)


@require_GET
@permission_required(Permission.PREPARE_REPORTS)
def template(request: HttpRequest, pk: int) -> HttpResponse:
    """One version: what it uses, what it lacks, who did what."""
    found = _template(pk)
    kind = _kind(found.kind)
    uses = uses_of(found.words, vocabulary_of(selectors.example_of(kind)))
    remarks = [_(text) % values if values else _(text) for text, values in found.remarks]
    context = {
        "template": found,
        "kind": kind,
        "uses": uses,
        "remarks": remarks,
        "may_change": may(request, Permission.REVIEW_REPORTS),
    }
    return render(request, "reports/templating/template.html", context)


@require_GET
@permission_required(Permission.PREPARE_REPORTS)
def file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Its file as it was uploaded."""
    return files.download(_template(pk).file)


@require_GET
@permission_required(Permission.PREPARE_REPORTS)
def trial(request: HttpRequest, pk: int) -> HttpResponse:
    """The document it makes from the commune's latest data."""
    found = _template(pk)
    try:
        made = tried(selectors.content_of(found), selectors.example_of(_kind(found.kind)))
    except BadTemplate as refused:
        for why, _near in _shown(refused.problems):
            messages.error(request, why)
        return redirect("report-template", pk)
    return files.hand_out(made.document, f"lap-thu-{found.kind}-{found.version}.docx", files.WORD)


@require_POST
@permission_required(Permission.REVIEW_REPORTS)
def step(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Take a version into use, or out of it."""
    found = _template(pk)
    if verb not in STEPS:
        raise Http404
    try:
        STEPS[verb](found)
        messages.success(request, str(DONE[verb]))
    except Refused as error:
        messages.error(request, str(error))
    return redirect("report-template", pk)


def _kind(code: str) -> Kind:
    found = kinds().get(code)
    if found is None:
        raise Http404
    return found


def _template(pk: int) -> ReportTemplate:
    found = selectors.template_of(pk)
    if found is None or found.kind not in kinds():
        raise Http404
    return found
