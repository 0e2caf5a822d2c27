"""The report on the whole plan at its end, held against the year before it began."""

from __future__ import annotations

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from hatang.reports.kinds.quarterly import KIND as QUARTERLY
from hatang.reports.rules import spans

KIND = replace(
    QUARTERLY,
    code="end_of_period",
    order=5,
    name=_("Báo cáo cuối kỳ kế hoạch"),
    months=None,
    ended=spans.plan_ended,
    before=spans.before_plan,
)
