"""Pictures of assets."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hatang.assets import services
from hatang.assets.forms import PhotoForm
from hatang.assets.models import AssetPhoto
from hatang.assets.views.finding import asset_or_404, require_reach
from hatang.commune.access import permission_required
from hatang.commune.pictures import picture_views
from hatang.commune.roles import Permission
from hatang.core import files


@require_POST
@permission_required(Permission.EDIT_ASSETS)
def add_photo(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a picture of an asset."""
    found = asset_or_404(pk)
    require_reach(request, found)
    form = PhotoForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, _("Chưa có ảnh nào được chọn."))
        return redirect("asset", pk)
    try:
        upload = form.cleaned_data["photo"]
        services.add_photo(
            found, upload, upload.name, caption=form.cleaned_data["caption"], taken_on=form.cleaned_data["taken_on"]
        )
    except files.RefusedFile as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Đã lưu ảnh. Vị trí ghi trong ảnh đã được gỡ bỏ."))
    return redirect("asset", pk)


def _photo(pk: int) -> AssetPhoto | None:
    found: AssetPhoto | None = AssetPhoto.objects.select_related("asset", "file").filter(pk=pk).first()
    return found


photo, small_photo = picture_views(Permission.SEE_FIGURES, _photo)


@require_POST
@permission_required(Permission.EDIT_ASSETS)
def remove_photo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a picture off an asset."""
    found = _photo(pk)
    if found is None:
        raise Http404
    require_reach(request, found.asset)
    services.remove_photo(found, reason=_("gỡ trên trang công trình"))
    messages.success(request, _("Đã gỡ ảnh. Nhật ký vẫn ghi ảnh nào đã gỡ."))
    return redirect("asset", found.asset_id)
