"""The nine-month report on the plan, held against the same months of the year before."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from hatang.reports.kinds.quarterly import KIND as QUARTERLY
from hatang.reports.rules import spans

KIND = replace(
    QUARTERLY,
    code="nine_month",
    order=3,
    name=_("Báo cáo 9 tháng"),
    months=9,
    ended=lambda today, _years: spans.nine_ended(today),
    before=spans.year_before,
)
