"""Small things every write here does the same way."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from hatang.core.places import geometry as places
from hatang.projects.models.placed import Placed
from vanban.text.folding import fold_for_search


class ChangedMeanwhile(ValueError):
    """Somebody else changed the row since it was opened; the message says so in the reader's language."""

    def __init__(self) -> None:
        super().__init__(_("Người khác vừa sửa mục này. Nội dung bạn nhập vẫn còn bên dưới; hãy so với bản mới rồi lưu lại."))


class NotAllowed(ValueError):
    """Something stands in the way; `reasons` say what, in the reader's language."""

    def __init__(self, reasons: Iterable[Any]) -> None:
        self.reasons = [str(reason) for reason in reasons]
        super().__init__(" ".join(self.reasons))


def placed(row: Placed) -> None:
    """Fill what follows from the shape: the box around it, its length and area on the ellipsoid."""
    shape = row.geometry
    row.west, row.south, row.east, row.north = places.bounds(shape) if shape else (None,) * 4
    length, area = (places.length_m(shape), places.area_m2(shape)) if shape else (0.0, 0.0)
    row.measured_length_m = Decimal(f"{length:.2f}") if length else None
    row.measured_area_m2 = Decimal(f"{area:.2f}") if area else None


def folded(name: str, longest: int) -> str:
    """A name as it is searched."""
    return fold_for_search(name)[:longest]


def kept(row: Any, names: Iterable[str]) -> dict[str, Any]:
    """Those columns of a row, for the trail."""
    return {name: getattr(row, name) for name in names}


def papered(row: Any, names: Iterable[str]) -> dict[str, Any]:
    """Those columns of a row, and the hash of the paper kept with it."""
    return {**kept(row, names), "file": row.file.sha256 if row.file_id else None}


def changes(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What differs between two versions of a row, as it was and as it is."""
    names = sorted(name for name in after if before.get(name) != after[name])
    return {name: before.get(name) for name in names}, {name: after[name] for name in names}
