"""The quarterly report on the plan to the commune's People's Committee."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from hatang.reports.kinds.kind import Kind
from hatang.reports.kinds.quarterly.parts import parts
from hatang.reports.rules import spans

KIND = Kind(
    code="quarterly",
    order=1,
    name=_("Báo cáo quý"),
    subject="Kết quả thực hiện {plan} {period}",
    months=3,
    ended=lambda today, _years: spans.quarter_ended(today),
    before=spans.before_quarter,
    parts=parts,
)
