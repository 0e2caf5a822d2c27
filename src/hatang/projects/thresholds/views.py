"""Every threshold of works on one page, and setting those of progress and money."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.projects import selectors
from hatang.projects.models import WorksSettings
from hatang.projects.thresholds.forms import ThresholdsForm
from hatang.projects.thresholds.services import set_thresholds
from hatang.projects.thresholds.words import GROUPS, Told
from hatang.projects.views.finding import may
from hatang.projects.views.forming import FormPage, answer


@require_GET
@permission_required(Permission.SEE_WORKS)
def thresholds(request: HttpRequest) -> HttpResponse:
    """The lines in force beside the product's proposals: what each does, and what it rests on."""
    settings = selectors.settings()
    context = {
        "groups": [(code, label, [_row(settings, told) for told in some]) for code, label, some in GROUPS],
        "is_own": settings.pk is not None,
        "may_manage": may(request, Permission.MANAGE_WORKS),
        "may_decide": may(request, Permission.APPROVE_WORKS),
    }
    return render(request, "projects/thresholds.html", context)


def _row(settings: WorksSettings, told: Told) -> dict[str, Any]:
    field: Any = WorksSettings._meta.get_field(told.name)
    value = getattr(settings, told.name)
    return {"label": field.verbose_name, "told": told, "value": value, "proposed": field.get_default()}


@require_http_methods(["GET", "POST"])
@permission_required(Permission.MANAGE_WORKS)
def change(request: HttpRequest) -> HttpResponse:
    """Set the thresholds of progress and money, with the reason."""
    form = ThresholdsForm(request.POST or None, instance=selectors.settings())
    lead = _("Cảnh báo nội bộ để xem lại sớm, không phải kết luận. Thay đổi và lý do được giữ trong nhật ký.")
    page = FormPage(_("Đặt ngưỡng nhắc, cảnh báo"), reverse("works-settings"), _("Ngưỡng nhắc, cảnh báo"), lead)

    def write() -> None:
        set_thresholds(form.given(), reason=form.cleaned_data["reason"])

    return answer(request, form, page, write, _("Đã đặt ngưỡng nhắc, cảnh báo."))
