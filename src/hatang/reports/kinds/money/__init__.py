"""The report on capital and paying out."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from hatang.reports.kinds.kind import Kind
from hatang.reports.kinds.money.gathering import gather
from hatang.reports.kinds.money.parts import parts
from hatang.reports.rules import spans

KIND = Kind(
    code="money",
    order=6,
    name=_("Báo cáo vốn và giải ngân"),
    subject="Tình hình phân bổ, giải ngân vốn thực hiện {plan} {period}",
    ended=lambda today, _years: spans.quarter_ended(today),
    before=spans.before,
    parts=parts,
    any_span=True,
    gather=gather,
    told="tình hình vốn và giải ngân",
    slug="von-giai-ngan",
)
