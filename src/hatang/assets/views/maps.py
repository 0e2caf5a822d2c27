"""The maps of the inventory's pages."""

from __future__ import annotations

from typing import Any, cast

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from hatang.assets.kinds import Kind
from hatang.assets.models import Asset
from hatang.commune.access import MemberRequest
from hatang.commune.models import Village
from hatang.ui.maps import Editing, Layer, LegendItem, MapView

GEOJSON = {"point": "Point", "line": "LineString", "area": "Polygon"}


def _ground(request: HttpRequest) -> dict[str, Any]:
    code = cast("MemberRequest", request).membership.commune.code
    return {"boundary": reverse("boundary", args=[code]), "neighbours": reverse("neighbours", args=[code])}


def legend() -> list[LegendItem]:
    """What the tones mean: of a road its surface, of anything else its condition."""
    return [
        LegendItem("good", _("Đường đã cứng hóa; công trình tốt"), "any"),
        LegendItem("warn", _("Đường chưa cứng hóa; công trình trung bình"), "any"),
        LegendItem("bad", _("Xuống cấp, hư hỏng hoặc không hoạt động"), "any"),
        LegendItem("none", _("Chưa đánh giá"), "any"),
    ]


def inventory_map(request: HttpRequest, query: str) -> MapView:
    """The assets that a list shows."""
    address = f"{reverse('asset-shapes')}?{query}" if query else reverse("asset-shapes")
    layers = [Layer(_("Công trình"), address), Layer(_("Thôn"), reverse("village-shapes"), "zone", on=False)]
    title = _("Bản đồ các công trình trong danh sách")
    return MapView(title, layers=layers, legend=legend(), fit="features" if query else "commune", **_ground(request))


def asset_map(request: HttpRequest, asset: Asset, *, photos: bool) -> MapView:
    """Where one asset is, in its village, with the places its pictures were taken at."""
    layers = [Layer(_("Công trình này"), reverse("asset-shape", args=[asset.pk]))]
    if photos:
        layers.append(Layer(_("Nơi chụp ảnh"), reverse("asset-photo-shapes", args=[asset.pk]), "point"))
    if asset.village_id:
        layers.append(Layer(_("Thôn"), f"{reverse('village-shapes')}?thon={asset.village_id:d}", "zone"))
    return MapView(_("Vị trí"), height="low", layers=layers, fit="features", **_ground(request))


def drawing_map(request: HttpRequest, kind: Kind) -> MapView:
    """A map to draw an asset of a kind on, over what the inventory has already."""
    kinds = tuple(GEOJSON[shape] for shape in kind.shapes)
    editing = Editing("id_geometry", kinds, compare="id_stated_length_m" if kind.has_length else "")
    others = [Layer(_("Công trình cùng loại đã có"), f"{reverse('asset-shapes')}?loai={kind.code}")]
    return MapView(_("Vẽ trên bản đồ"), layers=others, edit=editing, **_ground(request))


def villages_map(request: HttpRequest) -> MapView:
    """Where the villages lie."""
    return MapView(_("Các thôn trên bản đồ"), layers=[Layer(_("Thôn"), reverse("village-shapes"), "zone")], **_ground(request))


def village_map(request: HttpRequest, village: Village) -> MapView:
    """One village with what stands in it."""
    pk = village.pk
    layers = [
        Layer(_("Công trình"), f"{reverse('asset-shapes')}?thon={pk:d}"),
        Layer(_("Thôn"), f"{reverse('village-shapes')}?thon={pk:d}", "zone"),
    ]
    return MapView(_("Bản đồ của thôn"), layers=layers, legend=legend(), fit="features", **_ground(request))


def village_drawing_map(request: HttpRequest) -> MapView:
    """A map to put a village on: a point in its middle, or its outline."""
    editing = Editing("id_geometry", ("Point", "Polygon"))
    return MapView(_("Vị trí, phạm vi của thôn"), edit=editing, **_ground(request))
