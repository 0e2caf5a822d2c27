"""What the plan asks for, for templates."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext

from hatang.plans import words
from hatang.plans.models import ReviewItem, Schedule, Target, TaskQuantity
from hatang.plans.rules.reviewing import is_uncertain

register = template.Library()


@register.filter
def asked(target: Target) -> str:
    """What a target asks: "từ 80% trở lên"."""
    return words.bound(target.comparator, target.value, target.value_max, target.unit)


@register.filter
def amount(quantity: TaskQuantity) -> str:
    """How much: "khoảng 5 km"."""
    return words.quantity(quantity.value, quantity.unit, quantity.approximate)


@register.filter
def timing(schedule: Schedule) -> str:
    """When: "hằng quý"."""
    return words.timing(schedule.kind, schedule.every, schedule.begins, schedule.due)


@register.filter
def item_words(item: ReviewItem) -> str:
    """One line that says what an item in review is."""
    return words.item(item.kind, item.data)


@register.filter
def quote_of(item: ReviewItem) -> str:
    """The words an item was read from."""
    return item.plan_import.text[item.start : item.end]


@register.filter
def said(sentence: str) -> str:
    """A sentence the reader kept in Vietnamese, in the language of the page."""
    return gettext(sentence) if sentence else ""


@register.filter
def iso_date(text: str | None) -> str:
    """A date of the reading contract as people write it."""
    return words.period(text)


@register.filter
def uncertain(item: ReviewItem) -> bool:
    """Whether the reader was unsure."""
    return is_uncertain(item.confidence)


@register.filter
def state_of(items: Any, pk: int) -> str:
    """The state of the item a mark belongs to; empty where items have no states, as in a plan in force."""
    return str(items[pk].state) if isinstance(items, dict) and pk in items else ""
