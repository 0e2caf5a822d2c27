"""The living page of the design system."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from hatang.core.sectors import Sector
from hatang.ui.charts.samples import sample_charts
from hatang.ui.maps import Editing, Layer, LegendItem, MapView

ICONS = (
    "alert", "arrow-right", "calendar", "check", "clock", "dash", "document", "download", "edit", "info", "list", "menu", "merge",
    "moon", "plus", "print", "search", "sign-out", "split", "sun", "target", "trash", "undo", "upload", "user", "x",
)  # fmt: skip


class SampleForm(forms.Form):
    """A form with a field of each sort, one of them wrong."""

    name = forms.CharField(label=_("Tên công trình"), help_text=_("Như ghi trong quyết định phê duyệt."))
    length = forms.DecimalField(label=_("Chiều dài (km)"), localize=True)
    sector = forms.ChoiceField(label=_("Lĩnh vực"), choices=Sector.choices)
    agreed = forms.BooleanField(label=_("Đã đối chiếu với hồ sơ giấy"), required=False)


def sample_maps() -> dict[str, MapView]:
    """A map to look at and one to draw on, of a commune that does not exist."""
    address = "ui/map/sample-{}.geojson".format
    ground: dict[str, Any] = {name: static(address(name)) for name in ("boundary", "neighbours")}
    words = {"good": _("Tốt"), "warn": _("Cần sửa"), "bad": _("Hỏng, không dùng được"), "none": _("Chưa đánh giá")}
    roads = Layer(str(_("Đường")), static(address("roads")))
    places = Layer(str(_("Công trình")), static(address("places")), "point")
    legend = [LegendItem(tone, str(word), shape) for tone, word in words.items() for shape in ("line", "point")]
    seen = MapView(str(_("Công trình mẫu của xã Thí Dụ")), layers=[roads, places], legend=legend, key="ban-do-mau", **ground)
    drawn = MapView(str(_("Vẽ công trình")), height="low", edit=Editing("hinh-mau"), key="ban-do-ve", **ground)
    return {"map": seen, "drawing": drawn}


@require_safe
def design(request: HttpRequest) -> HttpResponse:
    """Every component with samples, all of them illustrative."""
    form = SampleForm({"name": "Đường mẫu thôn Ví Dụ", "length": "hai", "sector": "transport"})
    page = Paginator(range(1234), 50).get_page(2)
    samples = {"number": 1234567.8, "day": dt.date(2026, 4, 7), "icons": ICONS, **sample_maps(), **sample_charts()}
    return render(request, "ui/design.html", {"form": form, "page": page, "sectors": Sector, **samples})
