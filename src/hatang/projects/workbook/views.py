"""The list of works by Excel: download, edit and add offline, upload, look at what would change, confirm."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission, allows, reaches
from hatang.core import files
from hatang.projects import selectors
from hatang.projects.forms import FilterForm
from hatang.projects.models import WorksUpload
from hatang.projects.services import NotAllowed
from hatang.projects.views.finding import may, member_of
from hatang.projects.workbook import services
from hatang.projects.workbook.facts import book_of
from hatang.projects.workbook.forms import WorksFileForm
from hatang.projects.workbook.previewing import preview, upload_of
from hatang.projects.workbook.writing import write


def reach_of(request: HttpRequest) -> Callable[[str], bool]:
    """Which sectors the person may write works of."""
    member = member_of(request)
    may_edit = allows(member.role, Permission.EDIT_WORKS)
    return lambda sector: (
        may_edit and reaches(member.role, member.unit.sectors, member.unit.village_id, sector=sector, village=None)
    )


@require_GET
@permission_required(Permission.SEE_WORKS)
def workbook(request: HttpRequest) -> HttpResponse:
    """Where the file is downloaded and comes back; the list's filter stays."""
    return _page(request, WorksFileForm(), [])


def _page(request: HttpRequest, form: WorksFileForm, reasons: list[str]) -> HttpResponse:
    wanted = FilterForm(request.GET).wanted()
    count = selectors.rows(wanted, timezone.localdate()).count()
    query = request.GET.copy()
    query.pop("trang", None)
    asked = {name: value for name, value in query.items() if value}
    context = {
        "form": form,
        "reasons": reasons,
        "count": count,
        "filtered": bool(asked),
        "query": query.urlencode() if asked else "",
        "may_edit": may(request, Permission.EDIT_WORKS),
    }
    return render(request, "projects/workbook/workbook.html", context)


@require_GET
@permission_required(Permission.SEE_WORKS)
def download(request: HttpRequest) -> HttpResponse:
    """Every work the filter shows, to look through or to edit."""
    commune = member_of(request).commune
    book = book_of(commune, FilterForm(request.GET).wanted(), timezone.localdate(), reach_of(request))
    return files.hand_out(write(book), "danh-sach-cong-trinh.xlsx", files.EXCEL)


@require_POST
@permission_required(Permission.EDIT_WORKS)
def upload(request: HttpRequest) -> HttpResponse:
    """Take an edited file; nothing of it is written yet."""
    form = WorksFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, [])
    file = form.cleaned_data["file"]
    try:
        kept = services.put(file, file.name, commune=member_of(request).commune.code)
    except NotAllowed as error:
        return _page(request, form, error.reasons)
    return redirect("works-workbook-preview", kept.pk)


def _kept_or_404(request: HttpRequest, pk: int) -> WorksUpload:
    """A file this person put."""
    found = upload_of(pk, member_of(request).user_id)
    if found is None:
        raise Http404
    return found


@require_GET
@permission_required(Permission.EDIT_WORKS)
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """Row by row: what is new, what would change, what is wrong."""
    return _look(request, _kept_or_404(request, pk), [])


def _look(request: HttpRequest, kept: WorksUpload, alerts: list[str]) -> HttpResponse:
    if kept.state != WorksUpload.State.PENDING:
        return redirect("works")
    chosen = request.POST.getlist("theo-tep")
    context = {"kept": kept, "preview": preview(kept, reach_of(request)), "alerts": alerts, "by_file": chosen}
    return render(request, "projects/workbook/preview.html", context)


@require_POST
@permission_required(Permission.EDIT_WORKS)
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Write exactly what was previewed."""
    kept = _kept_or_404(request, pk)
    chosen = [int(key) for key in request.POST.getlist("theo-tep") if key.isdecimal()]
    try:
        count = services.apply(kept, seen=request.POST.get("thay", ""), reaches=reach_of(request), by_file=chosen)
    except NotAllowed as error:
        return _look(request, kept, error.reasons)
    messages.success(
        request, ngettext("Đã ghi %(n)s công trình từ tệp.", "Đã ghi %(n)s công trình từ tệp.", count) % {"n": count}
    )
    return redirect("works")


@require_POST
@permission_required(Permission.EDIT_WORKS)
def abandon(request: HttpRequest, pk: int) -> HttpResponse:
    """Drop an uploaded file without writing anything of it."""
    kept = _kept_or_404(request, pk)
    if kept.state == WorksUpload.State.PENDING:
        services.abandon(kept)
        messages.success(request, _("Đã bỏ tệp vừa tải lên. Chưa có gì được ghi."))
    return redirect("works-workbook")
