"""The six-month report on the plan, held against the same months of the year before."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from hatang.reports.kinds.quarterly import KIND as QUARTERLY
from hatang.reports.rules import spans

KIND = replace(
    QUARTERLY,
    code="half_year",
    order=2,
    name=_("Báo cáo 6 tháng"),
    months=6,
    ended=lambda today, _years: spans.half_ended(today),
    before=spans.year_before,
)
