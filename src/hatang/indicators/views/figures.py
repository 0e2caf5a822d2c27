"""One reported figure: its story, its evidence, and its correction."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.core import files
from hatang.indicators import selectors, services
from hatang.indicators.forms.correcting import CorrectionForm
from hatang.indicators.models import Measurement
from hatang.indicators.selectors.owed import Part
from hatang.indicators.views.asked import may_enter, measurement_or_404


@require_GET
@permission_required(Permission.SEE_FIGURES)
def figure(request: HttpRequest, pk: int) -> HttpResponse:
    """The story of a figure: who entered it, on whose behalf, who approved it, what it replaced."""
    found = measurement_or_404(request, pk)
    story = selectors.story_of(found)
    return render(request, "indicators/figure.html", {"measurement": found, "story": story, "may_correct": _may(request, found)})


def _may(request: HttpRequest, found: Measurement) -> bool:
    """Whether the person may begin a correction of this very row now."""
    part = Part(found.indicator, found.village, None)
    return found.state == Measurement.State.APPROVED and found.period.is_open and may_enter(request, part)


@require_GET
@permission_required(Permission.SEE_FIGURES)
def evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The document or picture that proves a figure, to be kept."""
    found = measurement_or_404(request, pk)
    if found.evidence is None:
        raise Http404
    return files.download(found.evidence)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.ENTER_FIGURES)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Begin the correction of an approved figure: a new row beside it, which replaces it when approved itself."""
    found = measurement_or_404(request, pk)
    if not _may(request, found):
        raise PermissionDenied(_("Số liệu này không đính chính được: chưa duyệt, kỳ đã khóa, hoặc thuộc đơn vị khác."))
    form = CorrectionForm(found, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.correct(found, **form.figure())
        except (services.Refused, files.RefusedFile) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã ghi bản đính chính; hãy nộp. Số đã duyệt giữ nguyên đến khi bản này được duyệt."))
            return redirect(_owed_at(found))
    return render(request, "indicators/figure_correct.html", {"measurement": found, "form": form})


def _owed_at(found: Measurement) -> str:
    """The row of the form where the correction is handed in."""
    asked = {"ky": found.period.code, "chi-tieu": str(found.indicator_id)}
    return f"{reverse('owed')}?{urlencode(asked)}#r-{found.indicator_id}-{found.village_id or 0}"
