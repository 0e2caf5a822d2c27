"""Finding what a page is about, and whether this person may write of it."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _

from hatang.commune.access import MemberRequest
from hatang.commune.models import Membership
from hatang.commune.roles import Permission, Role, allows, reaches
from hatang.core import files
from hatang.core.models import StoredFile
from hatang.core.tenancy import CommuneOwned
from hatang.projects import selectors
from hatang.projects.models import Project

Row = TypeVar("Row", bound=CommuneOwned)


def member_of(request: HttpRequest) -> Membership:
    """The person's membership; views here are open to members only."""
    return cast("MemberRequest", request).membership


def may(request: HttpRequest, permission: Permission) -> bool:
    """Whether the person's role carries a permission."""
    return allows(member_of(request).role, permission)


def work_or_404(pk: int, *, tallied: bool = False) -> Project:
    """The work of this commune (`tallied`: with how much its other pages hold), or no such page."""
    found = selectors.work_of(pk, tallied=tallied)
    if found is None:
        raise Http404
    return found


def row_or_404(kind: type[Row], pk: int, *related: str) -> Row:
    """A row of this commune, or no such page."""
    found: Row | None = cast("Any", kind).objects.select_related(*related).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def reaches_work(request: HttpRequest, project: Project) -> bool:
    """Whether the person's unit is in charge of the work: its sector, or for a village head a village of it."""
    member = member_of(request)
    if member.role == Role.VILLAGE_HEAD:
        return any(village.pk == member.unit.village_id for village in project.villages.all()) if project.pk else False
    return reaches(member.role, member.unit.sectors, member.unit.village_id, sector=project.sector, village=None)


def may_write(request: HttpRequest, project: Project, permission: Permission) -> bool:
    """Whether the person may write this of this work."""
    return may(request, permission) and reaches_work(request, project)


def require_reach(request: HttpRequest, project: Project) -> None:
    """Raise `PermissionDenied` where the work belongs to a sector or village of others."""
    if not reaches_work(request, project):
        raise PermissionDenied(_("Công trình này thuộc lĩnh vực hoặc thôn của đơn vị khác."))


def paper_of(row: Any) -> HttpResponseBase:
    """The paper kept with a row, to keep and never to show; no such page where there is none."""
    if row.file is None:
        raise Http404
    return files.download(row.file)


def stored(upload: Any) -> StoredFile | None:
    """An upload kept in the store; None for none. Raises `RefusedFile`."""
    return files.store(upload, upload.name) if upload else None
