"""Where money comes from, and what the commune was given of it in a year."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.projects.models import FundingSource, YearCapital
from hatang.projects.money import selectors, services
from hatang.projects.money.forms import CapitalForm, SourceForm
from hatang.projects.money.views.plan import asked_year
from hatang.projects.views.finding import may, row_or_404
from hatang.projects.views.forming import FormPage, answer, do


@require_GET
@permission_required(Permission.SEE_WORKS)
def sources(request: HttpRequest) -> HttpResponse:
    """The sources in use in a year, what the commune was given of each, and what of it works have."""
    year = asked_year(request)
    context = {
        "rows": selectors.capital_of_year(year),
        "years": selectors.years(),
        "year": year,
        "may_edit": may(request, Permission.EDIT_MONEY),
    }
    return render(request, "projects/money/sources.html", context)


@require_POST
@permission_required(Permission.EDIT_MONEY)
def adopt(request: HttpRequest) -> HttpResponse:
    """Take the shipped list."""
    return do(request, services.adopt_sources, _("Đã lấy danh mục nguồn vốn có sẵn."), reverse("money-sources"))


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_MONEY)
def add_source(request: HttpRequest) -> HttpResponse:
    """Add a source, or a new name of one from a year on."""
    return _source_form(request, FundingSource(first_year=timezone.localdate().year), _("Thêm nguồn vốn"))


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_MONEY)
def change_source(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a source."""
    return _source_form(request, row_or_404(FundingSource, pk), _("Sửa nguồn vốn"))


def _source_form(request: HttpRequest, source: FundingSource, title: str) -> HttpResponse:
    form = SourceForm(request.POST or None, instance=source)
    lead = _("Khi nguồn đổi tên từ một năm: đặt năm cuối cho bản cũ, rồi thêm bản mới cùng mã dùng từ năm đó.")
    page = FormPage(title, reverse("money-sources"), _("Nguồn vốn"), lead)
    return answer(request, form, page, lambda: services.write_source(source), _("Đã lưu nguồn vốn."))


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_MONEY)
def capital(request: HttpRequest, pk: int) -> HttpResponse:
    """Set what the commune was given of a source in a year."""
    source, year = row_or_404(FundingSource, pk), asked_year(request)
    found = YearCapital.objects.filter(source=source, year=year).first() or YearCapital(source=source, year=year)
    form = CapitalForm(request.POST or None, instance=found)
    title = _("%(source)s năm %(year)s") % {"source": source.name, "year": year}
    page = FormPage(title, f"{reverse('money-sources')}?nam={year}", _("Nguồn vốn"))
    return answer(request, form, page, lambda: services.write_year_capital(form.result()), _("Đã lưu số vốn được giao."))
