"""Works against their plan, and what is printed of a work: its sheet, and the label for its site board."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.projects import selectors
from hatang.projects.forms import FilterForm
from hatang.projects.views.finding import work_or_404


@require_GET
@permission_required(Permission.SEE_WORKS)
def gantt(request: HttpRequest) -> HttpResponse:
    """The works of the list, plan against actual."""
    form = FilterForm(request.GET)
    chart, count = selectors.works_chart(form.wanted(), timezone.localdate())
    filtered = any(value for name, value in request.GET.items() if name != "trang")
    context = {"form": form, "chart": chart, "more": count > len(chart.rows), "filtered": filtered}
    return render(request, "projects/gantt.html", context)


@require_GET
@permission_required(Permission.SEE_WORKS)
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """One page of a work to print, and a page of its pictures."""
    project, today = work_or_404(pk), timezone.localdate()
    milestones, reports = selectors.milestones_of(project), selectors.reports_of(project)
    context = {
        "work": project,
        "pace": selectors.lateness_of(project, milestones, today),
        "milestones": milestones,
        "tracks": selectors.track_views(project),
        "obstacles": selectors.open_obstacles(project),
        "outputs": selectors.outputs_of(project),
        "photos": selectors.photos_of(project, 6),
        "chart": selectors.curve_of(project, milestones, reports, today),
        "code": code_of(address_of(request, pk)),
        "today": today,
    }
    return render(request, "projects/sheet.html", context)


@require_GET
@permission_required(Permission.SEE_WORKS)
def label(request: HttpRequest, pk: int) -> HttpResponse:
    """A label for the site board: the code that leads to the work's page, with its name and address in words."""
    address = address_of(request, pk)
    context = {"work": work_or_404(pk), "code": code_of(address), "address": address}
    return render(request, "projects/label.html", context)


def address_of(request: HttpRequest, pk: int) -> str:
    """Where the code leads: the work's own page, until there is a public one."""
    return request.build_absolute_uri(reverse("work", args=[pk]))


def code_of(address: str) -> SafeString:
    """A QR code as inline SVG, readable with a quarter of it dirty (level Q)."""
    import segno  # here, because no other page needs it

    title = _("Mã QR dẫn tới trang của công trình")
    drawn = segno.make(address, error="q").svg_inline(
        scale=4, border=4, omitsize=True, svgclass="qr", lineclass=None, title=title
    )
    return mark_safe(drawn)  # noqa: S308 – drawn by the encoder; the address is in it as squares only
