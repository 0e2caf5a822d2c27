"""The two views that every room shows its pictures by: whole, and small for galleries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.core import files, pictures
from hatang.core.models import StoredFile

PictureView = Callable[..., HttpResponseBase]


def picture_views(permission: Permission, find: Callable[[int], Any]) -> tuple[PictureView, PictureView]:
    """A view of a whole picture and one of its small copy; `find` gives the row with the `file` by its pk, or None."""

    def file_of(pk: int) -> StoredFile:
        row = find(pk)
        if row is None:
            raise Http404
        stored: StoredFile = row.file
        return stored

    @require_GET
    @permission_required(permission)
    def whole(request: HttpRequest, pk: int) -> HttpResponseBase:
        """A picture, to be shown on a page."""
        del request
        return files.show_picture(file_of(pk))

    @require_GET
    @permission_required(permission)
    def small(request: HttpRequest, pk: int) -> HttpResponseBase:
        """A small copy of a picture, which a phone can afford."""
        del request
        return pictures.show_small(file_of(pk))

    return whole, small
