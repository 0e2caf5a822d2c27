"""What tones and values are called beside a chart."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from hatang.ui.templatetags.ui import vn_number

TONES = {"good": _("đạt yêu cầu"), "warn": _("gần đạt yêu cầu"), "bad": _("chưa đạt yêu cầu"), "none": _("chưa có số liệu")}
ICONS = {"good": "check", "warn": "clock", "bad": "alert", "none": "dash"}


def amount(value: Decimal | float | None, unit: str) -> str:
    """A value as the reader's language writes it, to two decimals at most: 62,5%, 1.234 km; a dash for none."""
    if value is None:
        return "–"
    number = vn_number(round(Decimal(str(value)), 2))
    return f"{number}%" if unit == "%" else f"{number} {unit}".rstrip()
