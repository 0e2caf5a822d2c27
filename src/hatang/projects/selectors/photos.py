"""Where pictures of a work were taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from hatang.projects.models import Project, WorkPhoto
from hatang.ui.maps import feature
from hatang.ui.templatetags.ui import vn_date

ON_A_MAP = 500


def photo_of(pk: int) -> WorkPhoto | None:
    """A picture of the commune in scope, with its file; None for any other's."""
    found: WorkPhoto | None = WorkPhoto.objects.select_related("file").filter(pk=pk).first()
    return found


def placed_photos(project: Project) -> QuerySet[WorkPhoto]:
    """The pictures whose place is known, newest first."""
    rows: QuerySet[WorkPhoto] = WorkPhoto.objects.filter(project=project, longitude__isnull=False, latitude__isnull=False)
    return rows.order_by("-taken_at", "-pk")


def photo_features(project: Project) -> Iterator[dict[str, Any]]:
    """The places pictures were taken at, for the map of the work. One query."""
    for photo in placed_photos(project)[:ON_A_MAP]:
        day = vn_date(photo.taken_at) if photo.taken_at else ""
        pairs = [(_("Chụp ngày"), day), (_("Nơi chụp"), photo.place), (_("Chú thích"), photo.caption)]
        yield feature(
            {"type": "Point", "coordinates": [photo.longitude, photo.latitude]},
            name=photo.get_when_display(),
            pairs=[(label, said) for label, said in pairs if said],
            link=reverse("work-photo", args=[photo.pk]),
            link_text=_("Xem ảnh"),
            key=f"anh-{photo.pk}",
        )
