"""The capital plan as an Excel file: out, back in, previewed row by row, confirmed."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.core import files
from hatang.projects.money import services
from hatang.projects.money.forms import UploadForm
from hatang.projects.money.views.plan import asked_year
from hatang.projects.money.workbook.judging import Judged, judge
from hatang.projects.money.workbook.reading import Refused, read
from hatang.projects.money.workbook.writing import plan_file
from hatang.projects.views.finding import member_of, reaches_work
from hatang.projects.views.forming import attempt

LASTS = 60 * 60 * 4  # seconds between looking and confirming


@require_GET
@permission_required(Permission.SEE_WORKS)
def download(request: HttpRequest) -> HttpResponse:
    """Every work with its capital of a year, to look through or to edit."""
    year = asked_year(request)
    return files.hand_out(plan_file(year), f"ke-hoach-von-{year}.xlsx", files.EXCEL)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_MONEY)
def upload(request: HttpRequest) -> HttpResponse:
    """Take an edited file and show what it would change, row by row; nothing is written yet."""
    form = UploadForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form, "year": asked_year(request)}
    if request.method == "POST" and form.is_valid():
        try:
            year, lines = read(form.cleaned_data["file"].read())
        except Refused as error:
            form.add_error("file", str(error))
        else:
            judged = judge(year, lines, lambda work: reaches_work(request, work))
            context |= _preview(request, year, judged, form.cleaned_data)
    return render(request, "projects/money/workbook.html", context)


def _preview(request: HttpRequest, year: int, judged: list[Judged], given: dict[str, Any]) -> dict[str, Any]:
    adds = [one for one in judged if one.add]
    said = {
        "year": year, "document": given["document"], "decided_on": given["decided_on"].isoformat(), "note": given["note"],
        "rows": [(one.project, one.source, one.before, one.add) for one in adds],
    }  # fmt: skip
    return {
        "year": year,
        "adds": adds,
        "wrong": [one for one in judged if one.wrong],
        "previewed": True,
        "total": sum(one.add for one in adds),
        "token": signing.dumps(said, salt=_salt(request), compress=True) if adds else "",
    }


def _salt(request: HttpRequest) -> str:
    """A preview is of one person in one commune."""
    member = member_of(request)
    return f"capital-plan-{member.commune_id}-{member.user_id}"


@require_POST
@permission_required(Permission.EDIT_MONEY)
def confirm(request: HttpRequest) -> HttpResponse:
    """Write what was previewed, all or nothing."""
    try:
        said = signing.loads(request.POST.get("ban", ""), salt=_salt(request), max_age=LASTS)
    except signing.BadSignature:
        messages.error(request, _("Bản xem trước đã hết hạn hoặc không hợp lệ. Chưa ghi gì; hãy tải tệp lên lại."))
        return redirect("money-upload")
    rows = [(project, source, before, add) for project, source, before, add in said["rows"]]
    day = dt.date.fromisoformat(said["decided_on"])
    problems = attempt(
        lambda: services.take_plan(said["year"], rows, document=said["document"], decided_on=day, note=said["note"])
    )  # fmt: skip
    for problem in problems:
        messages.error(request, problem)
    if problems:
        return redirect("money-upload")
    messages.success(request, _("Đã ghi %(count)s dòng vào sổ vốn.") % {"count": len(rows)})
    return redirect("money")
