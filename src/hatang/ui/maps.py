"""What a map shows, as plain values: `{% include "ui/map.html" with map=map %}` draws a `MapView`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

TONES = ("good", "warn", "bad", "none")
KINDS = {"Point": _("Điểm"), "LineString": pgettext_lazy("hình vẽ", "Đường"), "Polygon": _("Vùng")}
WORDS = {
    "loading": _("Đang tải bản đồ…"),
    "failed": _("Chưa tải được bản đồ. Thông tin bằng chữ trong trang này vẫn đầy đủ."),
    "layerFailed": _("Chưa tải được lớp “{layer}”. Hãy tải lại trang khi có mạng."),
    "zoomIn": _("Phóng to"),
    "zoomOut": _("Thu nhỏ"),
    "whole": _("Xem toàn bộ"),
    "drag": _("Kéo bản đồ bằng một ngón"),
    "hint": _("Dùng hai ngón để kéo bản đồ"),
    "close": _("Đóng"),
    "more": _("Xem chi tiết"),
    "unnamed": _("Chưa có tên"),
}
EDIT_WORDS = {
    "point": _("Vị trí: {at}"),
    "length": _("Chiều dài: {length}"),
    "area": _("Diện tích: {area}; chu vi: {length}"),
    "vertices": _("{count} đỉnh"),
    "chosen": _("đang chọn đỉnh {at}"),
    "fewLine": _("Đường cần ít nhất 2 đỉnh."),
    "fewArea": _("Vùng cần ít nhất 3 đỉnh."),
    "empty": _("Chưa có hình. Chạm vào bản đồ để đặt điểm, hoặc dùng các nút bên dưới."),
    "unread": _("Ô GeoJSON đang có nội dung bản đồ không đọc được. Nội dung được giữ nguyên."),
    "crowded": _("Hình có nhiều đỉnh: phóng to để sửa từng đỉnh."),
    "locating": _("Đang lấy vị trí…"),
    "located": _("Đã thêm vị trí của bạn, sai số khoảng {accuracy}."),
    "rough": _("Đã thêm vị trí của bạn nhưng sai số tới {accuracy}: nên đợi tín hiệu tốt hơn rồi lấy lại."),
    "noPosition": _("Không lấy được vị trí. Hãy cho phép trình duyệt dùng vị trí, hoặc chạm vào bản đồ."),
    "undone": _("Đã hoàn tác."),
    "agrees": _("Khớp với hồ sơ ({stated}; chênh {percent}%)."),
    "longer": _("Hồ sơ ghi {stated}: hình vẽ dài hơn {difference} ({percent}%)."),
    "shorter": _("Hồ sơ ghi {stated}: hình vẽ ngắn hơn {difference} ({percent}%)."),
}


class Layer(NamedTuple):
    """A switchable layer: GeoJSON at `url`; `style` is line, water, zone or point (or a class `map-layer--…` of one's own)."""

    label: str
    url: str
    style: str = "line"
    on: bool = True


class LegendItem(NamedTuple):
    """What one tone means on this map; `shape` is line, area, point, or any (a line and a point: where both are shown)."""

    tone: str
    label: str
    shape: str = "line"


@dataclass(frozen=True)
class Editing:
    """One geometry drawn on the map and written as GeoJSON into the textarea with the id `field`.

    `compare` is the id of a field with a length in metres that the drawn one is set against.
    """

    field: str
    kinds: tuple[str, ...] = ("Point", "LineString", "Polygon")
    compare: str = ""

    def choices(self) -> list[tuple[str, Any]]:
        """The allowed kinds with their names."""
        return [(kind, KINDS[kind]) for kind in self.kinds]


@dataclass(frozen=True)
class MapView:
    """A map with a text beside it. `height` is low, medium or tall; `fit` is what the first view holds: commune or features.

    `key` is the id of the figure: give each its own where a page has more than one.
    """

    title: str
    description: str = ""
    height: str = "medium"
    boundary: str = ""
    neighbours: str = ""
    layers: Sequence[Layer] = ()
    legend: Sequence[LegendItem] = ()
    edit: Editing | None = None
    fit: str = "commune"
    key: str = "ban-do"

    @property
    def credit(self) -> str:
        """Who made the background, where there is a tile server."""
        return settings.MAP_TILES_CREDIT if settings.MAP_TILES_URL else ""

    @property
    def config(self) -> str:
        """All that the script needs, as JSON for an attribute."""
        value = {
            "boundary": self.boundary,
            "neighbours": self.neighbours,
            "layers": [layer._asdict() for layer in self.layers],
            "fit": self.fit,
            "tiles": settings.MAP_TILES_URL,
            "edit": asdict(self.edit) if self.edit else None,
            "words": WORDS | (EDIT_WORDS if self.edit else {}),
        }
        return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)


def feature(
    geometry: dict[str, Any],
    *,
    name: str,
    pairs: Iterable[tuple[str, Any]] = (),
    link: str = "",
    link_text: str = "",
    tone: str = "",
    key: Any = None,
) -> dict[str, Any]:
    """One thing on a map: what its popup says, where it leads, and its tone (good, warn, bad, none; empty: the layer's own).

    `key` lets a button `data-map-show="key"` elsewhere on the page open the popup.
    """
    facts = [[str(label), str(value)] for label, value in pairs]
    properties = {"name": name, "pairs": facts, "link": link, "link_text": link_text, "tone": tone}
    identity = {} if key is None else {"id": str(key)}
    return {"type": "Feature", **identity, "properties": properties, "geometry": geometry}


def collection(features: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The features of one layer, ready for `JsonResponse`."""
    return {"type": "FeatureCollection", "features": list(features)}
