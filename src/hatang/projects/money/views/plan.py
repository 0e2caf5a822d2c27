"""The commune's capital plan, and what stands out in it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.projects import selectors as works
from hatang.projects.money import selectors, services
from hatang.projects.money.charts import months_chart
from hatang.projects.money.forms import AskForm, ThresholdForm
from hatang.projects.money.words import COLUMNS
from hatang.projects.views.finding import may
from hatang.projects.views.forming import FormPage, answer

OF_NO_YEAR = {"ceiling", "final"}
SHOWN = 30


@require_GET
@permission_required(Permission.SEE_WORKS)
def plan(request: HttpRequest) -> HttpResponse:
    """The capital of works by source, year, sector, village or work; the foot always adds up."""
    known = selectors.sources()
    form = AskForm(request.GET, years=selectors.years(), sources=known)
    asked = form.asked()
    table = selectors.capital_plan(asked, known, request.GET.get("trang"))
    context = {
        "form": form,
        "table": table,
        "page": table.page,
        "columns": [(name, label) for name, label in COLUMNS if asked.year is None or name not in OF_NO_YEAR],
        "asked": asked,
        "unit": form.unit(),
        "heading": dict(selectors.HEADINGS)[asked.heading],
        "in_full": asked.heading == selectors.IN_FULL,
        "may_edit": may(request, Permission.EDIT_MONEY),
    }
    return render(request, "projects/money/plan.html", context)


@require_GET
@permission_required(Permission.SEE_WORKS)
def watch(request: HttpRequest) -> HttpResponse:
    """A year's paying out by month, what may be left of it, money ahead of or behind the work, capital that does not move."""
    today = timezone.localdate()
    year = asked_year(request)
    seen = selectors.watching(year, today)
    context = {
        "seen": seen,
        "year": year,
        "chart": months_chart(year, seen.sums.allocated, seen.paid, selectors.planned(year), today),
        "lists": {"risks": seen.risks[:SHOWN], "gaps": seen.gaps[:SHOWN], "idle": seen.idle[:SHOWN]},
        "may_edit": may(request, Permission.EDIT_MONEY),
    }
    return render(request, "projects/money/watch.html", context)


def asked_year(request: HttpRequest) -> int:
    """The year in the address; this one where there is none."""
    text = request.GET.get("nam", "")
    return int(text) if text.isdecimal() and 2000 <= int(text) <= 2100 else timezone.localdate().year


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_MONEY)
def thresholds(request: HttpRequest) -> HttpResponse:
    """Set from where on the watch page warns."""
    settings = works.settings()
    form = ThresholdForm(request.POST or None, instance=settings)
    lead = _(
        "Cảnh báo nội bộ để xem lại sớm, không phải kết luận. Các mức có sẵn là gợi ý của phần mềm; xã quyết định mức của mình."
    )
    page = FormPage(_("Ngưỡng cảnh báo vốn"), reverse("money-watch"), _("Theo dõi giải ngân"), lead)
    return answer(request, form, page, lambda: services.set_thresholds(settings), _("Đã đặt ngưỡng cảnh báo."))
