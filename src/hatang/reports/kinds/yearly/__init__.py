"""The yearly report on the plan."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from hatang.reports.kinds.quarterly import KIND as QUARTERLY
from hatang.reports.rules import spans

KIND = replace(
    QUARTERLY,
    code="yearly",
    order=4,
    name=_("Báo cáo năm"),
    months=12,
    ended=lambda today, _years: spans.year_ended(today),
    before=spans.year_before,
)
