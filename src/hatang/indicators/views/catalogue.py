"""The catalogue of indicators: browse, take over, add one's own, word definitions anew."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.indicators import services
from hatang.indicators.catalogue import catalogue as shipped
from hatang.indicators.forms.indicator import IndicatorForm
from hatang.indicators.models import Indicator
from hatang.indicators.selectors.catalogue import bindings_of, catalogue_by_sector
from hatang.indicators.views.finding import indicator_or_404


@require_GET
@permission_required(Permission.SEE_FIGURES)
def catalogue(request: HttpRequest) -> HttpResponse:
    """Every indicator the commune uses or may take over, sector by sector."""
    english = get_language() == "en"
    return render(request, "indicators/catalogue.html", {"sectors": catalogue_by_sector(english=english)})


@require_POST
@permission_required(Permission.MANAGE_PERIODS)
def catalogue_adopt(request: HttpRequest) -> HttpResponse:
    """Take over one indicator of the catalogue, or all of them."""
    code = request.POST.get("code", "")
    if code and code not in shipped():
        messages.error(request, _("Danh mục không có chỉ tiêu này."))
        return redirect("catalogue")
    found = services.adopt_catalogue({code} if code else None)
    if code:
        messages.success(request, _("Đã lấy chỉ tiêu “%(name)s” vào danh mục của xã.") % {"name": found[0].said("name")})
    else:
        messages.success(request, _("Xã đã có đủ %(count)s chỉ tiêu của danh mục.") % {"count": len(found)})
    return redirect("catalogue")


@require_GET
@permission_required(Permission.SEE_FIGURES)
def indicator(request: HttpRequest, pk: int) -> HttpResponse:
    """The definition of one indicator, and the targets it measures."""
    found = indicator_or_404(pk)
    return render(request, "indicators/catalogue_indicator.html", {"indicator": found, "bindings": bindings_of(found)})


@require_http_methods(["GET", "POST"])
@permission_required(Permission.MANAGE_PERIODS)
def indicator_add(request: HttpRequest) -> HttpResponse:
    """Define an indicator of the commune's own."""
    form = IndicatorForm(request.POST or None, initial={"definition_source": _("cần kiểm chứng")})
    if request.method == "POST" and form.is_valid():
        made = services.add_indicator(form.save(commit=False))
        messages.success(request, _("Đã thêm chỉ tiêu “%(name)s”.") % {"name": made.name})
        return redirect("indicator", made.pk)
    return render(request, "indicators/catalogue_form.html", {"form": form, "indicator": None})


@require_http_methods(["GET", "POST"])
@permission_required(Permission.MANAGE_PERIODS)
def indicator_change(request: HttpRequest, pk: int) -> HttpResponse:
    """Word a definition anew."""
    found = indicator_or_404(pk)
    form = IndicatorForm(request.POST or None, instance=found)
    if request.method == "POST" and form.is_valid():
        changed: Indicator = form.save(commit=False)
        try:
            services.change_indicator(changed, reason=form.cleaned_data["reason"])
        except services.HasFigures as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Đã lưu định nghĩa."))
            return redirect("indicator", pk)
    return render(request, "indicators/catalogue_form.html", {"form": form, "indicator": found})
