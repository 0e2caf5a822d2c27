"""Figures by workbook: download, fill in, upload, look at what would change, confirm."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.commune.access import permission_required
from hatang.commune.models import Unit
from hatang.commune.roles import Permission
from hatang.core import files
from hatang.indicators import services
from hatang.indicators.forms.workbook import WorkbookForm
from hatang.indicators.models import ReportingPeriod, WorkbookUpload
from hatang.indicators.selectors import workbooks as selecting
from hatang.indicators.selectors.owed import ledger
from hatang.indicators.selectors.periods import periods
from hatang.indicators.services import workbooks as writing
from hatang.indicators.views.asked import may, may_enter, member_of, period_asked, unit_asked
from hatang.indicators.workbook.marking import marked
from hatang.indicators.workbook.words import sentences
from hatang.indicators.workbook.writing import write
from vanban.text.folding import fold_for_search


def _asked(request: HttpRequest) -> tuple[Unit, ReportingPeriod]:
    """The unit and the period a workbook is for; the person must be able to write every row of it."""
    accounts = ledger()
    unit, period = unit_asked(request, accounts), period_asked(request, periods())
    if period is None:
        raise Http404
    if not all(may_enter(request, part) for part in selecting.parts_for(accounts, unit, period)):
        raise PermissionDenied(_("Bảng này có số liệu của đơn vị khác."))
    return unit, period


@require_GET
@permission_required(Permission.ENTER_FIGURES)
def download(request: HttpRequest) -> HttpResponse:
    """The workbook of what a unit owes in a period, to be filled in."""
    unit, period = _asked(request)
    book = selecting.workbook_of(member_of(request).commune, unit, period)
    name = f"so-lieu-{period.code}-{slugify(fold_for_search(unit.name))}.xlsx"
    return files.hand_out(write(book), name, files.EXCEL)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.ENTER_FIGURES)
def upload(request: HttpRequest) -> HttpResponse:
    """Where the workbook is downloaded and comes back."""
    unit, period = _asked(request)
    another = unit.pk != member_of(request).unit_id
    form = WorkbookForm(request.POST or None, request.FILES or None, for_another=another)
    reasons: list[str] = []
    if request.method == "POST" and form.is_valid():
        file, name = form.cleaned_data["file"], form.cleaned_data.get("on_behalf_of", "")
        try:
            commune = member_of(request).commune
            kept = writing.put(file, file.name, commune=commune, unit=unit, period=period, on_behalf_of=name)
        except services.Refused as error:
            reasons = getattr(error, "reasons", [str(error)])
        else:
            return redirect("workbook-preview", kept.pk)
    asked = urlencode({"ky": period.code, "don-vi": str(unit.pk)})
    context = {"unit": unit, "period": period, "form": form, "reasons": reasons, "asked": asked}
    return render(request, "indicators/workbook.html", context)


def _kept_or_404(request: HttpRequest, pk: int) -> WorkbookUpload:
    """An uploaded workbook of the own unit, or of any for those who write for others."""
    found = selecting.upload_of(pk)
    if found is None or found.state == WorkbookUpload.State.ABANDONED:
        raise Http404
    if found.unit_id != member_of(request).unit_id and not may(request, Permission.ENTER_FOR_OTHERS):
        raise PermissionDenied(_("Bảng này của đơn vị khác."))
    return found


@require_GET
@permission_required(Permission.ENTER_FIGURES)
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """Row by row: what would change, what is wrong."""
    return _preview(request, _kept_or_404(request, pk))


def _preview(request: HttpRequest, kept: WorkbookUpload, *, alert: str = "") -> HttpResponse:
    if kept.state != WorkbookUpload.State.PENDING:
        return redirect(_owed_at(kept))
    found = selecting.preview(kept, member_of(request).commune)
    context = {
        "kept": kept,
        "preview": found,
        "remarks": sentences(found.remarks),
        "alert": alert,
        "by_file": set(request.POST.getlist("theo-tep")),
        "asked": urlencode({"ky": kept.period.code, "don-vi": str(kept.unit_id)}),
        "to_mark": bool(found.problems),
    }
    return render(request, "indicators/workbook_preview.html", context)


@require_POST
@permission_required(Permission.ENTER_FIGURES)
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Write exactly what was previewed."""
    kept = _kept_or_404(request, pk)
    parts = selecting.parts_for(ledger(), kept.unit, kept.period)
    if not all(may_enter(request, part) for part in parts):
        raise PermissionDenied(_("Bảng này có số liệu của đơn vị khác."))
    chosen, hand_in = request.POST.getlist("theo-tep"), request.POST.get("lam") == "nop"
    try:
        commune = member_of(request).commune
        count = writing.apply(kept, commune=commune, seen=request.POST.get("thay", ""), by_file=chosen, hand_in=hand_in)
    except services.Refused as error:
        return _preview(request, kept, alert=str(error))
    words = ngettext("Đã ghi %(n)s dòng từ bảng.", "Đã ghi %(n)s dòng từ bảng.", count) % {"n": count}
    messages.success(request, words + (" " + _("Các dòng này đã nộp.") if hand_in and count else ""))
    return redirect(_owed_at(kept))


def _owed_at(kept: WorkbookUpload) -> str:
    asked = {"ky": kept.period.code, "don-vi": str(kept.unit_id)}
    return f"{reverse('owed')}?{urlencode(asked)}"


@require_POST
@permission_required(Permission.ENTER_FIGURES)
def abandon(request: HttpRequest, pk: int) -> HttpResponse:
    """Drop an uploaded workbook without writing anything of it."""
    kept = _kept_or_404(request, pk)
    if kept.state == WorkbookUpload.State.PENDING:
        writing.abandon(kept)
        messages.success(request, _("Đã bỏ bảng vừa tải lên. Chưa có gì được ghi."))
    return redirect(_owed_at(kept))


@require_GET
@permission_required(Permission.ENTER_FIGURES)
def to_correct(request: HttpRequest, pk: int) -> HttpResponse:
    """The uploaded workbook with what is wrong written beside each row."""
    kept = _kept_or_404(request, pk)
    found = selecting.preview(kept, member_of(request).commune)
    return files.hand_out(marked(bytes(kept.content), found.problems), f"can-sua-{kept.period.code}.xlsx", files.EXCEL)
