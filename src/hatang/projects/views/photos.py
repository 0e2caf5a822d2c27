"""The pictures of a work: whole and small, where they were taken, taking them off."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hatang.commune.access import permission_required
from hatang.commune.pictures import picture_views
from hatang.commune.roles import Permission
from hatang.projects import selectors, services
from hatang.projects.forms import PhotoPlaceForm
from hatang.projects.models import WorkPhoto
from hatang.projects.views.finding import require_reach, row_or_404, work_or_404
from hatang.projects.views.forming import FormPage, answer, do
from hatang.projects.views.maps import drawing_map
from hatang.ui.maps import collection

photo, small_photo = picture_views(Permission.SEE_WORKS, selectors.photo_of)


@require_GET
@permission_required(Permission.SEE_WORKS)
def shapes(request: HttpRequest, pk: int) -> JsonResponse:
    """Where the pictures of a work were taken."""
    del request
    return JsonResponse(collection(selectors.photo_features(work_or_404(pk))))


@require_http_methods(["GET", "POST"])
@permission_required(Permission.PROPOSE_WORKS)
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """Say where a picture was taken."""
    found = row_or_404(WorkPhoto, pk, "project", "file")
    require_reach(request, found.project)
    form = PhotoPlaceForm(request.POST or None, initial={"geometry": _point(found)})
    lead = _("Đặt một điểm nơi chụp. Vị trí được giữ riêng với tệp ảnh và chỉ cán bộ xem được; để trống để bỏ.")
    drawing = drawing_map(request, _("Nơi chụp ảnh"), ("Point",))
    page = FormPage(_("Nơi chụp ảnh"), _progress_of(found), found.project.name, lead, map=drawing)
    return answer(request, form, page, lambda: services.place_photo(found, form.position()), _("Đã ghi nơi chụp ảnh."))


def _point(found: WorkPhoto) -> str:
    if found.longitude is None or found.latitude is None:
        return ""
    return json.dumps({"type": "Point", "coordinates": [found.longitude, found.latitude]})


def _progress_of(found: WorkPhoto) -> str:
    return reverse("work-progress", args=[found.project_id])


@require_POST
@permission_required(Permission.EDIT_WORKS)
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a picture off a work."""
    found = row_or_404(WorkPhoto, pk, "project", "file")
    require_reach(request, found.project)
    done = _("Đã gỡ ảnh.")
    return do(request, lambda: services.remove_photo(found, reason=_("gỡ trên trang công trình")), done, _progress_of(found))
