"""Finding what a page is about, and whether this person may write of it."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from hatang.assets import selectors
from hatang.assets.models import Asset
from hatang.commune.access import MemberRequest
from hatang.commune.roles import Permission, allows, reaches


def asset_or_404(pk: int) -> Asset:
    """The asset of this commune, or no such page."""
    found = selectors.asset_of(pk)
    if found is None:
        raise Http404
    return found


def may_write(request: HttpRequest, sector: str, village: int | None) -> bool:
    """Whether the person's unit is in charge of this sector or village."""
    member = cast("MemberRequest", request).membership
    return reaches(member.role, member.unit.sectors, member.unit.village_id, sector=sector, village=village)


def may_edit(request: HttpRequest, asset: Asset) -> bool:
    """Whether the person may correct this asset: the role carries it, and the unit is in charge."""
    role = cast("MemberRequest", request).membership.role
    return allows(role, Permission.EDIT_ASSETS) and may_write(request, asset.sector, asset.village_id)


def require_reach(request: HttpRequest, asset: Asset) -> None:
    """Raise `PermissionDenied` where the asset belongs to a sector of others."""
    if not may_write(request, asset.sector, asset.village_id):
        raise PermissionDenied(_("Công trình này thuộc lĩnh vực của đơn vị khác."))
