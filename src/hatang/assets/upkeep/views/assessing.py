"""Writing down how an asset was found."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hatang.assets.upkeep import services
from hatang.assets.upkeep.forms import AssessmentForm
from hatang.assets.upkeep.rules import reach
from hatang.assets.upkeep.views.access import person_of, require, standing_or_404
from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.core.files import RefusedFile


@require_http_methods(["GET", "POST"])
@permission_required(Permission.REPORT_FAULTS)
def assess(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep a finding about one asset."""
    asset = standing_or_404(pk)
    require(reach.may_assess(person_of(request), asset.sector, asset.village_id))
    form = AssessmentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.assess(asset, **form.values())
        except RefusedFile as error:
            form.add_error("more", str(error))
        else:
            messages.success(request, _("Đã ghi kết quả kiểm tra."))
            return redirect("asset", pk)
    return render(request, "assets/upkeep/assess.html", {"form": form, "asset": asset}, status=400 if form.errors else 200)
