"""What money is called, and what stands in the way of an entry, in words."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hatang.core.money import Money
from hatang.projects.money.rules.checks import Finding, Problem

COLUMNS = (
    ("ceiling", gettext_lazy("Mức vốn trung hạn")),
    ("allocated", gettext_lazy("Kế hoạch vốn")),
    ("advanced", gettext_lazy("Tạm ứng chưa thu hồi")),
    ("disbursed", gettext_lazy("Đã giải ngân")),
    ("left", gettext_lazy("Chưa giải ngân")),
    ("settled", gettext_lazy("Quyết toán năm")),
    ("final", gettext_lazy("Quyết toán hoàn thành")),
)


def said(finding: Finding, sources: Mapping[int, str], works: Mapping[int, str]) -> str:
    """A finding as a sentence: what, where, by how much, what to do."""
    values = {
        "work": works.get(finding.cell.project, ""),
        "source": sources.get(finding.cell.source, ""),
        "year": finding.cell.year,
        "by": Money(finding.by).full,
    }
    return _sentence(finding.problem) % values


def _sentence(problem: Problem) -> str:
    return {
        Problem.OVER_ALLOCATED: _(
            "“%(work)s”: số giải ngân vượt kế hoạch vốn năm %(year)s của “%(source)s” %(by)s. "
            "Ghi thêm kế hoạch vốn hoặc điều chuyển vốn đến trước."
        ),
        Problem.OVER_ADVANCED: _(
            "“%(work)s”: số thu hồi vượt tạm ứng còn lại của “%(source)s” năm %(year)s %(by)s. Xem lại số thu hồi."
        ),
        Problem.NEGATIVE: _(
            "“%(work)s”: bút toán này làm “%(source)s” âm %(by)s. Xem lại số tiền, hoặc hủy bút toán sau nó trước."
        ),
        Problem.OVER_CEILING: _(
            "“%(work)s”: kế hoạch vốn các năm vượt mức vốn trung hạn của “%(source)s” %(by)s. "
            "Nếu đúng như vậy, hãy ghi lý do vào ô ghi chú."
        ),
        Problem.OVER_YEAR_CAPITAL: _(
            "Tổng vốn giao cho các công trình vượt vốn “%(source)s” xã được giao năm %(year)s %(by)s. "
            "Nếu đúng như vậy, hãy ghi lý do vào ô ghi chú."
        ),
        Problem.SETTLED_ABOVE_PAID: _(
            "“%(work)s”: số quyết toán lớn hơn số đã giải ngân của “%(source)s” %(by)s. "
            "Nếu đúng như vậy, hãy ghi lý do vào ô ghi chú."
        ),
    }[problem]
