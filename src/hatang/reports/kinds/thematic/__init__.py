"""The report on one thing: a sector, a village or a work."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from hatang.reports.kinds.kind import Kind
from hatang.reports.kinds.thematic.gathering import gather
from hatang.reports.kinds.thematic.parts import parts
from hatang.reports.rules import spans
from hatang.reports.rules.subjects import About

KIND = Kind(
    code="thematic",
    order=8,
    name=_("Báo cáo chuyên đề"),
    subject="",
    ended=lambda today, _years: spans.quarter_ended(today),
    before=spans.before,
    parts=parts,
    any_span=True,
    gather=gather,
    titles={
        About.SECTOR: "Kết quả thực hiện {plan} về lĩnh vực {lower} {period}",
        About.VILLAGE: "Kết quả thực hiện {plan} tại {name} {period}",
        About.WORK: "Tình hình thực hiện công trình “{name}” {period}",
    },
    slug="chuyen-de",
)
