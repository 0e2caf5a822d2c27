"""What tones and values are called beside a chart."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from hatang.core.figures import Ratio
from hatang.ui.templatetags.ui import vn_number, vn_percent

TONES = {"good": _("đạt yêu cầu"), "warn": _("gần đạt yêu cầu"), "bad": _("chưa đạt yêu cầu"), "none": _("chưa có số liệu")}
ICONS = {"good": "check", "warn": "clock", "bad": "alert", "none": "dash"}


def amount(value: Decimal | float | None, unit: str) -> str:
    """A value as the reader's language writes it: 62,5% (as `Ratio.shown` rounds), 1.234,56 km; a dash for none."""
    if value is None:
        return "–"
    if unit == "%":
        return vn_percent(Ratio(Decimal(str(value)), Decimal(100)).shown)
    return f"{vn_number(round(Decimal(str(value)), 2))} {unit}".rstrip()
