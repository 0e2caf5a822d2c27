"""What a file is held against: the commune's villages, units and assets, and its edge. Read once for all rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from hatang.assets.models import Asset
from hatang.commune.boundaries import geometry_of
from hatang.commune.models import Commune, Unit, Village
from hatang.core.places.geometry import Geometry, fence
from hatang.core.tenancy import current_commune_id
from vanban.text.folding import fold_for_search

THAI_NGUYEN = "19"
HOME = {THAI_NGUYEN: "9213"}  # EPSG: the meridian of Thái Nguyên and Bắc Kạn, now one province
COLUMNS = (
    "pk",
    "kind",
    "code",
    "name",
    "folded_name",
    "village_id",
    "attributes",
    "stated_length_m",
    "condition",
    "working",
    "operator_id",
    "owner",
    "built_year",
    "warranty_until",
    "note",
    "geometry",
    "revision",
    "is_retired",
)


@dataclass(frozen=True, slots=True)
class Known:
    """An asset of the inventory as rows are compared with it; `values` by the codes of fields."""

    pk: int
    kind: str
    code: str
    folded_name: str
    village: int | None
    revision: int
    retired: bool
    values: dict[str, Any]
    geometry: Geometry | None


@dataclass(slots=True)
class Ground:
    """The commune as an import sees it. `inside` is None where the product does not know its edge."""

    villages: dict[int, str]
    units: dict[str, int]
    known: list[Known] = field(default_factory=list)
    inside: Callable[[Geometry], bool] | None = None


def ground_of() -> Ground:
    """The commune in scope with its whole inventory."""
    villages = dict(Village.objects.order_by("folded_name", "pk").values_list("pk", "name"))
    units = {fold_for_search(name): pk for pk, name in Unit.objects.filter(is_active=True).values_list("pk", "name")}
    lines = Asset.objects.order_by("pk").values(*COLUMNS)
    return Ground(villages, units, [_known(line) for line in lines], edge())


def edge() -> Callable[[Geometry], bool] | None:
    """Whether a shape lies in the commune in scope, give or take half a kilometre; None where its edge is not known."""
    boundary = geometry_of(_commune().code)
    return fence(boundary) if boundary else None


def home_system() -> str:
    """The system the province's papers use, empty where it is not known."""
    return HOME.get(_commune().province.code, "")


def basis() -> str:
    """A digest of what an import is held against: it differs when anything of it was changed."""
    assets = list(Asset.objects.order_by("pk").values_list("pk", "revision", "is_retired", "code", "kind"))
    villages = list(Village.objects.order_by("pk").values_list("pk", "name"))
    units = list(Unit.objects.order_by("pk").values_list("pk", "name", "is_active"))
    return hashlib.sha256(json.dumps([assets, villages, units]).encode()).hexdigest()


def _commune() -> Commune:
    return Commune.objects.select_related("province").get(pk=current_commune_id())


def _known(line: dict[str, Any]) -> Known:
    values = {name: line[name] for name in ("code", "name", "condition", "working", "owner", "built_year", "note")}
    values |= {"village": line["village_id"], "operator": line["operator_id"], "length": _text(line["stated_length_m"])}
    values |= {"warranty_until": line["warranty_until"].isoformat() if line["warranty_until"] else None}
    values |= {f"a:{code}": value for code, value in line["attributes"].items()}
    return Known(
        line["pk"],
        line["kind"],
        line["code"],
        line["folded_name"],
        line["village_id"],
        line["revision"],
        line["is_retired"],
        values,
        line["geometry"],
    )


def _text(number: Any) -> str | None:
    return None if number is None else f"{number.normalize():f}"
