"""What was given by village, without any name; and the prices gifts are valued by."""

from __future__ import annotations

import csv

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.projects.giving import selectors, services
from hatang.projects.giving.forms import PriceForm
from hatang.projects.giving.views.maps import parcels_map
from hatang.projects.models import UnitPrice
from hatang.projects.views.finding import may, row_or_404, work_or_404
from hatang.projects.views.forming import FormPage, answer
from hatang.ui.maps import collection

RISKY = ("=", "+", "-", "@", "\t", "\r")


@require_GET
@permission_required(Permission.SEE_WORKS)
def giving(request: HttpRequest) -> HttpResponse:
    """What people gave, by village."""
    lines, whole = selectors.by_village()
    page = selectors.parcels_page(request.GET.get("trang"))
    rows = [(gift, selectors.compared_of(gift)) for gift in page]
    context = {"lines": lines, "whole": whole, "page": page, "parcels": rows, "map": parcels_map(request) if rows else None}
    return render(request, "projects/giving/giving.html", context)


@require_GET
@permission_required(Permission.SEE_WORKS)
def shapes(request: HttpRequest) -> JsonResponse:
    """Given land for a map, of the commune or of one work (`cong-trinh`); no names, no numbers of parcels."""
    number = request.GET.get("cong-trinh", "")
    project = work_or_404(int(number)) if number.isdecimal() else None
    return JsonResponse(collection(selectors.parcel_features(project)))


@require_GET
@permission_required(Permission.SEE_WORKS)
def as_csv(request: HttpRequest) -> HttpResponse:
    """The totals by village as a file that spreadsheets open; no names, so it may be passed on."""
    del request
    lines, whole = selectors.by_village()
    answered = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    answered["Content-Disposition"] = 'attachment; filename="dong-gop-theo-thon.csv"'
    writer = csv.writer(answered)
    writer.writerow(
        [_("Thôn"), _("Số lượt"), _("Đất (m²)"), _("Ngày công"), _("Vật liệu (đồng)"), _("Tiền (đồng)"), _("Giá trị (đồng)")]
    )
    for line in [*lines, whole]:
        label = f"'{line.label}" if line.label.startswith(RISKY) else line.label
        writer.writerow([label, line.count, line.land, line.labour, line.material, line.cash, line.value])
    return answered


@require_GET
@permission_required(Permission.SEE_WORKS)
def prices(request: HttpRequest) -> HttpResponse:
    """What one unit of a gift in kind counts for."""
    context = {"prices": selectors.prices(), "today": timezone.localdate(), "may_edit": may(request, Permission.EDIT_MONEY)}
    return render(request, "projects/giving/prices.html", context)


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_MONEY)
def add_price(request: HttpRequest) -> HttpResponse:
    """Add a price."""
    return _price_form(request, UnitPrice(), _("Thêm đơn giá"))


@require_http_methods(["GET", "POST"])
@permission_required(Permission.EDIT_MONEY)
def change_price(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a price, or end it."""
    return _price_form(request, row_or_404(UnitPrice, pk), _("Sửa đơn giá"))


def _price_form(request: HttpRequest, price: UnitPrice, title: str) -> HttpResponse:
    form = PriceForm(request.POST or None, instance=price)
    lead = _(
        "Hiện vật, ngày công lao động được tính theo đơn giá và hạch toán vào giá trị công trình "
        "(NĐ 254/2025/NĐ-CP, Điều 1 khoản 3). Đơn giá theo quyết định của xã."
    )
    page = FormPage(title, reverse("unit-prices"), _("Đơn giá quy đổi"), lead)
    return answer(request, form, page, lambda: services.write_price(price), _("Đã lưu đơn giá."))
