"""The map of given land."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from hatang.projects.models import Project
from hatang.projects.views.maps import ground
from hatang.ui.maps import Layer, LegendItem, MapView


def parcels_map(request: HttpRequest, project: Project | None = None) -> MapView:
    """Given land of a work, or of the whole commune."""
    address = reverse("giving-shapes")
    return MapView(
        _("Đất hiến trên bản đồ"),
        _("Chạm vào một phần đất để xem số phiếu, thôn và diện tích; bản đồ không nêu tên ai."),
        layers=[Layer(_("Đất hiến"), f"{address}?cong-trinh={project.pk}" if project else address, "zone")],
        legend=[
            LegendItem("good", _("Diện tích đo khớp số ghi"), "area"),
            LegendItem("warn", _("Chênh quá 10%, nên xem lại"), "area"),
            LegendItem("none", _("Chỉ đánh dấu điểm"), "point"),
        ],
        fit="features" if project else "commune",
        **ground(request),
    )
