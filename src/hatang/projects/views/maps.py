"""The maps of works."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from hatang.projects.models import Project
from hatang.projects.views.finding import member_of
from hatang.ui.maps import Editing, Layer, LegendItem, MapView

KINDS = ("LineString", "Point", "Polygon")


def works_map(request: HttpRequest, query: str) -> MapView:
    """Every work of the list, toned by its state."""
    address = reverse("work-shapes")
    return MapView(
        _("Công trình của xã"),
        _("Chạm vào một công trình để xem tên, giai đoạn và khối lượng."),
        layers=[Layer(_("Công trình"), f"{address}?{query}" if query else address)],
        legend=legend(),
        **ground(request),
    )


def legend() -> list[LegendItem]:
    """What the tones of works mean."""
    return [
        LegendItem("good", _("Đã làm xong")),
        LegendItem("warn", _("Đang làm, đúng hạn")),
        LegendItem("bad", _("Chậm so với mốc")),
        LegendItem("none", _("Chưa làm, tạm dừng hoặc hủy")),
    ]


def work_map(request: HttpRequest, project: Project, *, photos: bool = False) -> MapView | None:
    """Where one work is, and where its pictures were taken; None where neither is known."""
    layers = [Layer(_("Công trình"), f"{reverse('work-shapes')}?rieng={project.pk}")] if project.geometry else []
    if photos:
        layers.append(Layer(_("Nơi chụp ảnh"), reverse("work-photo-shapes", args=[project.pk]), "point"))
    return MapView(_("Vị trí"), height="low", layers=layers, fit="features", **ground(request)) if layers else None


def drawing_map(request: HttpRequest, title: str = "", kinds: tuple[str, ...] = KINDS) -> MapView:
    """A map to draw one shape on."""
    return MapView(title or _("Vẽ vị trí"), edit=Editing("id_geometry", kinds=kinds), **ground(request))


def ground(request: HttpRequest) -> dict[str, Any]:
    """What lies under every map: the commune's outline and its neighbours."""
    code = member_of(request).commune.code
    return {"boundary": reverse("boundary", args=[code]), "neighbours": reverse("neighbours", args=[code])}
