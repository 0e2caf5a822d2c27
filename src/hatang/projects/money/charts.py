"""Paying out by month, drawn."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.utils.translation import gettext as _

from hatang.core.money import Money
from hatang.projects.money.rules.watch import percent
from hatang.ui.charts import Bar, BarList
from hatang.ui.templatetags.ui import vn_percent


def months_chart(year: int, allocated: int, paid: Mapping[int, int], planned: Mapping[int, int], today: dt.date) -> BarList:
    """What was paid out by the end of each month, as a share of the year's capital, beside what was planned."""
    last = 12 if today.year > year else today.month if today.year == year else 0
    months = range(1, (13 if 13 in paid else 12) + 1)
    bars = [_bar(month, allocated, _by(paid, month), _planned(planned, month), last) for month in months]
    tones = {"good": _("đạt kế hoạch"), "bad": _("thấp hơn kế hoạch"), "none": _("chưa đến")}
    title = _("Giải ngân lũy kế năm %(year)s so với kế hoạch vốn năm") % {"year": year}
    return BarList(title, bars, unit="%", ordered=False, key="giai-ngan", tones=tones)


def _bar(month: int, allocated: int, paid: int, planned: int | None, last: int) -> Bar:
    label = _("Sau 31/12") if month == 13 else _("Tháng %(month)s") % {"month": month}
    wanted = None if planned is None else percent(planned, allocated)
    note = "" if wanted is None else _("kế hoạch %(percent)s") % {"percent": vn_percent(wanted)}
    if month > last and month != 13:
        return Bar(label, None, tone="none", note=note)
    tone = "" if planned is None else "good" if paid >= planned else "bad"
    share = percent(paid, allocated)
    return Bar(label, share, max=100, tone=tone, note=note, text=f"{vn_percent(share) or '–'} · {Money(paid).short}")


def _by(sums: Mapping[int, int], month: int) -> int:
    return max(((at, value) for at, value in sums.items() if at <= month), default=(0, 0))[1]


def _planned(sums: Mapping[int, int], month: int) -> int | None:
    known = [(at, value) for at, value in sums.items() if at <= month]
    return max(known)[1] if known and month <= 12 else None
