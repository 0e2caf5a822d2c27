"""Where given land lies. Nothing here tells a giver who did not agree to be named, nor the number of a parcel."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from hatang.projects.giving.rules.parcels import Compared, compared
from hatang.projects.models import Contribution, GiftKind, Project
from hatang.ui.maps import feature
from hatang.ui.templatetags.ui import vn_number

ON_A_MAP = 3_000
ON_A_PAGE = 50
COLUMNS = ("pk", "commune_id", "project__name", "project__commune_id", "village__name", "village__commune_id", "receipt_number",
           "quantity", "geometry", "measured_area_m2")  # fmt: skip


def parcels(project: Project | None = None) -> QuerySet[Contribution]:
    """The land that was given and drawn, of a work or of the commune; without anything that names a giver."""
    found: QuerySet[Contribution] = Contribution.objects.filter(
        kind=GiftKind.LAND, is_void=False, geometry__isnull=False
    ).select_related("project", "village")
    if project is not None:
        found = found.filter(project=project)
    return found.only(*COLUMNS).order_by("project__folded_name", "pk")


def parcels_page(number: Any) -> Page[Contribution]:
    """A page of the commune's parcels for the list beside the map. Two queries."""
    return Paginator(parcels().defer("geometry"), ON_A_PAGE).get_page(number)


def compared_of(gift: Contribution) -> Compared | None:
    """The stated area of a gift against its shape."""
    return compared(gift.quantity, gift.measured_area_m2)


def parcel_features(project: Project | None = None) -> Iterator[dict[str, Any]]:
    """The parcels for a map; at most 3,000. One query."""
    for gift in parcels(project)[:ON_A_MAP]:
        beside = compared_of(gift)
        yield feature(
            gift.geometry or {},
            name=_("Đất hiến, phiếu %(number)s") % {"number": gift.receipt_number},
            pairs=_pairs(gift, beside),
            link=reverse("work-giving", args=[gift.project_id]),
            tone=tone_of(beside),
            key=gift.pk,
        )


def tone_of(beside: Compared | None) -> str:
    """How a map marks a parcel: good (areas agree), warn (they are apart), none (only a point)."""
    if beside is None:
        return "none"
    return "good" if beside.agrees else "warn"


def _pairs(gift: Contribution, beside: Compared | None) -> list[tuple[str, str]]:
    pairs = [
        (_("Công trình"), gift.project.name),
        (_("Thôn"), gift.village.name if gift.village else "–"),
        (_("Diện tích ghi"), f"{vn_number(gift.quantity)} m²"),
    ]
    return [*pairs, (_("Đo trên bản đồ"), f"{vn_number(beside.whole)} m²")] if beside else pairs
