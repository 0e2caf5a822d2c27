"""Amounts and words of money for templates."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import template

from hatang.projects.money.rules.watch import Side, percent
from hatang.ui.templatetags.ui import vn_number

register = template.Library()
SIZES = {"dong": 1, "nghin": 10**3, "trieu": 10**6, "ty": 10**9}
PLACES = Decimal("0.001")


@register.filter
def column(sums: Any, name: str) -> int:
    """One of the sums of a line."""
    return int(getattr(sums, name))


@register.filter
def in_unit(dong: int | None, unit: str) -> str:
    """An amount in đồng, thousands, millions or billions, to three decimals; a dash for nothing."""
    if not dong:
        return "–"
    size = SIZES[unit]
    return vn_number(dong if size == 1 else (Decimal(dong) / size).quantize(PLACES, ROUND_HALF_UP))


@register.filter
def gap_kind(gap: Any) -> str:
    """The badge of money beside work."""
    return "good" if gap.side == Side.EVEN else "warn"


@register.filter
def share_of(part: int, whole: int) -> Any:
    """A part of a whole, in percent to one decimal."""
    return percent(part, whole)
