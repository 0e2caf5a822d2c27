"""Finding the import a page is about, and the kinds this person may write."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from hatang.assets.importing import selectors
from hatang.assets.kinds import KINDS
from hatang.assets.models import AssetImport
from hatang.assets.views.finding import may_write


def kinds_of(request: HttpRequest) -> list[str]:
    """The kinds whose sector this person's unit is in charge of."""
    return [code for code, kind in KINDS.items() if may_write(request, kind.sector, None)]


def import_or_404(request: HttpRequest, pk: int) -> AssetImport:
    """The import of this commune, or no such page; `PermissionDenied` where its kind is in the charge of others."""
    found = selectors.import_of(pk)
    if found is None:
        raise Http404
    if found.kind:
        require_kind(request, found.kind)
    return found


def require_kind(request: HttpRequest, kind: str) -> None:
    """Raise `PermissionDenied` where a kind belongs to a sector of others, `Http404` where there is no such kind."""
    if kind not in KINDS:
        raise Http404
    if not may_write(request, KINDS[kind].sector, None):
        raise PermissionDenied(_("Loại công trình này thuộc lĩnh vực của đơn vị khác."))
