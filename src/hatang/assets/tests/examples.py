"""Assets of communes that do not exist."""

from __future__ import annotations

from itertools import count
from typing import Any

from hatang.assets.kinds import KINDS
from hatang.assets.models import Asset
from hatang.assets.services import add
from hatang.commune.models import Village
from hatang.commune.services import create_village

_numbers = count(1)
LINE = {"type": "LineString", "coordinates": [[106.0, 22.0], [106.0, 22.009]]}  # 996,6 m along the meridian
POINT = {"type": "Point", "coordinates": [106.0, 22.0]}
AREA = {"type": "Polygon", "coordinates": [[[106.0, 22.0], [106.01, 22.0], [106.01, 22.01], [106.0, 22.0]]]}
SHAPES = {"point": POINT, "line": LINE, "area": AREA}
ATTRIBUTES: dict[str, dict[str, Any]] = {
    "road_segment": {"class": "axis", "surface": "concrete"},
    "canal": {"lined": "200"},
    "school": {"level": "primary", "meets_standard": True},
    "house_of_culture": {"reach": "village", "meets_standard": True},
    "loudspeakers": {"type": "ict"},
    "water_scheme": {"households": 40, "meets_standard": True},
}


def make_village(name: str = "", households: int | None = 50) -> Village:
    """A village of the commune in scope."""
    return create_village(name or f"thôn Ví Dụ {next(_numbers)}", households)


def make_asset(kind: str = "road_segment", name: str = "", *, drawn: bool = False, **about: Any) -> Asset:
    """An asset in the inventory of the commune in scope."""
    attributes = about.pop("attributes", ATTRIBUTES.get(kind, {}))
    if drawn:
        about.setdefault("geometry", SHAPES[KINDS[kind].shapes[0]])
    return add(Asset(kind=kind, name=name or f"Công trình mẫu {next(_numbers)}", attributes=attributes, **about))


def form_of(kind: str = "road_segment", **changed: str) -> dict[str, str]:
    """What a browser sends for a filled-in form of a road segment, or another kind."""
    values = {"name": "Đường thôn Ví Dụ", "condition": "good", "working": "working", "revision": "1"}
    shown = {True: "co", False: "khong"}
    own = {f"a-{code}": str(shown.get(value, value)) for code, value in ATTRIBUTES.get(kind, {}).items()}
    return {**values, **own, **changed}
