"""Small pieces every page is made of: icons, numbers and dates as the reader's language writes them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from hatang.core.money import Money
from hatang.core.periods import Period

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """One symbol of the sprite, hidden from screen readers: words always stand beside it."""
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', static("ui/icons.svg"), name)


@register.simple_tag
def sector_icon(code: str | None) -> SafeString:
    """The symbol of one of the ten sectors by its code; a list for what belongs to none of them."""
    return icon(f"sector-{code}" if code else "list")


@register.filter
def vn_number(value: Any) -> str:
    """A number grouped by thousands, without zeros at its end: 1.234.567,8 in Vietnamese. Empty for nothing."""
    if value in (None, ""):
        return ""
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    plain = number.normalize() if number != number.to_integral_value() else number.to_integral_value()
    return number_format(f"{plain:f}", use_l10n=True, force_grouping=True)


@register.filter(expects_localtime=True)
def vn_date(value: dt.date | dt.datetime | None) -> str:
    """A day as people here write it: 07/04/2026."""
    return date_format(value, "SHORT_DATE_FORMAT") if value else ""


@register.filter
def vn_percent(value: Any) -> str:
    """Parts in a hundred as documents write them: 62.5 is 62,5%. Empty for nothing."""
    return f"{vn_number(value)}%" if value not in (None, "") else ""


@register.filter
def vn_money(value: Money | int | None) -> str:
    """Đồng to the last one: 1.200.000 đồng. Empty for nothing."""
    return Money(int(value)).full if isinstance(value, int) else value.full if isinstance(value, Money) else ""


@register.filter
def vn_money_short(value: Money | int | None) -> str:
    """Đồng in the largest unit that fits: 1,2 triệu đồng. Empty for nothing."""
    return Money(int(value)).short if isinstance(value, int) else value.short if isinstance(value, Money) else ""


@register.filter
def quarter(value: dt.date | None) -> str:
    """The quarter a day lies in: quý II/2026. Empty for nothing."""
    return Period.quarter_of(value).label() if value else ""


@register.filter
def sentence(value: Any) -> str:
    """Words somebody wrote, ended as a sentence: a full stop only where they have no end of their own."""
    words = str(value or "").strip()
    return words if not words or words[-1] in ".!?…:;" else f"{words}."


@register.filter
def get(mapping: dict[Any, Any], key: Any) -> Any:
    """What a mapping holds under a key that the template only knows by name."""
    return mapping.get(key)


@register.filter
def pairs(mapping: dict[Any, Any]) -> list[tuple[Any, Any]]:
    """Names and values of a mapping, even of one that has a name "items" itself."""
    return list(mapping.items())
