"""The report on what people gave."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from hatang.reports.kinds.contributions.gathering import gather
from hatang.reports.kinds.contributions.parts import parts
from hatang.reports.kinds.kind import Kind
from hatang.reports.rules import spans

KIND = Kind(
    code="contributions",
    order=7,
    name=_("Báo cáo Nhân dân đóng góp"),
    subject="Kết quả Nhân dân đóng góp xây dựng công trình thực hiện {plan} {period}",
    ended=lambda today, _years: spans.quarter_ended(today),
    before=spans.before,
    parts=parts,
    any_span=True,
    gather=gather,
    told="kết quả Nhân dân đóng góp xây dựng công trình",
    slug="dong-gop",
)
