"""Who is asking, and the sentence for who may not."""

from __future__ import annotations

from typing import cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from hatang.assets.models import Asset
from hatang.assets.upkeep.rules.reach import Person
from hatang.assets.views.finding import asset_or_404
from hatang.commune.access import MemberRequest


def person_of(request: HttpRequest) -> Person:
    """The person behind a request, as the rules know people."""
    member = cast("MemberRequest", request).membership
    return Person(member.role, member.unit_id, member.unit.sectors, member.unit.village_id)


def require(may: bool) -> None:
    """Raise `PermissionDenied` with a plain sentence unless the person may."""
    if not may:
        raise PermissionDenied(_("Công trình này thuộc lĩnh vực hoặc thôn của đơn vị khác."))


def standing_or_404(pk: int) -> Asset:
    """An asset that is still in the inventory."""
    found = asset_or_404(pk)
    if found.is_retired:
        raise Http404
    return found
