"""The page of thin spread, for those who decide."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from hatang.commune.access import permission_required
from hatang.commune.roles import Permission
from hatang.projects import selectors as works
from hatang.projects.spread.forms import LinesForm
from hatang.projects.spread.rules import Spread, Warning
from hatang.projects.spread.selectors import spread_of
from hatang.projects.spread.services import set_lines
from hatang.projects.views.finding import may
from hatang.projects.views.forming import FormPage, answer

SHOWN = 50


@require_GET
@permission_required(Permission.SEE_WORKS)
def spread(request: HttpRequest) -> HttpResponse:
    """Which works are short, by how much, and which to finish first."""
    year = _year(request)
    found, lines = spread_of(year)
    context = {
        "found": found,
        "lines": lines,
        "year": year,
        "years": [year - 1, year + 1],
        "groups": _grouped(found),
        "first": [(at, need) for at, need in enumerate(found.first[:SHOWN], 1)],
        "more": max(len(found.first) - SHOWN, 0),
        "may_decide": may(request, Permission.APPROVE_WORKS),
    }
    return render(request, "projects/spread/spread.html", context)


def _year(request: HttpRequest) -> int:
    asked = request.GET.get("nam", "")
    return int(asked) if asked.isdecimal() and 2000 <= int(asked) <= 2100 else timezone.localdate().year


def _grouped(found: Spread) -> list[dict[str, Any]]:
    titles = {
        Warning.NO_CAPITAL: _("Đã khởi công khi chưa được bố trí vốn"),
        Warning.OVERDUE: _("Quá số năm bố trí vốn mà còn thiếu"),
        Warning.THIN: _("Vốn năm nay mỏng so với phần còn thiếu"),
        Warning.UNKNOWN: _("Chưa ghi tổng mức đầu tư nên chưa tính được"),
    }
    helps = {
        Warning.NO_CAPITAL: _("Bố trí vốn cho công trình, hoặc tạm dừng và ghi lý do."),
        Warning.OVERDUE: _("Bố trí đủ phần còn thiếu để làm xong, hoặc trình cấp có thẩm quyền gia hạn."),
        Warning.THIN: _("Tăng vốn năm nay, hoặc lùi công trình chưa khởi công để dồn vốn."),
        Warning.UNKNOWN: _("Ghi tổng mức đầu tư ở trang sửa công trình."),
    }
    rows = {kind: [one for one in found.findings if one.warning == kind] for kind in Warning}
    return [
        {"kind": kind, "title": titles[kind], "help": helps[kind], "count": len(some), "rows": some[:SHOWN]}
        for kind, some in rows.items()
        if some
    ]


@require_http_methods(["GET", "POST"])
@permission_required(Permission.APPROVE_WORKS)
def thresholds(request: HttpRequest) -> HttpResponse:
    """Set where warnings of overlap and thin spread begin, with the reason."""
    settings = works.settings()
    form = LinesForm(request.POST or None, instance=settings)
    lead = _("Các mức có sẵn là gợi ý; xã quyết định mức của mình và ghi lý do. Khoảng cách và số năm dùng khi tìm trùng lặp.")
    page = FormPage(_("Ngưỡng cảnh báo trùng lặp, dàn trải"), reverse("spread"), _("Dàn trải vốn"), lead)
    return answer(
        request, form, page, lambda: set_lines(settings, reason=form.cleaned_data["reason"]), _("Đã đặt ngưỡng cảnh báo.")
    )
