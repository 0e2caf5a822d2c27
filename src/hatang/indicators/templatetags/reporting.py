"""How reported figures, their doubts and their states are shown."""

from __future__ import annotations

from typing import Any

from django import template

from hatang.core.models import AuditEvent
from hatang.indicators import telling
from hatang.indicators.models import Measurement
from hatang.indicators.rules.escalation import Level
from hatang.indicators.rules.jumps import Doubt
from hatang.indicators.workbook.model import Kind

register = template.Library()
TONES = {"draft": "quiet", "submitted": "warn", "returned": "bad", "approved": "good", "superseded": "quiet"}


@register.filter
def figure(row: Measurement | None) -> str:
    """A measurement as people read it; empty for none. Its indicator must be read already."""
    if row is None:
        return ""
    return telling.figure(Kind(row.indicator.kind), row.numerator, row.denominator, row.indicator.unit)


@register.filter
def doubt(found: Doubt) -> str:
    """One doubt as it is told."""
    return telling.doubt(found)


@register.filter
def tone(state: str) -> str:
    """The kind of badge that shows a state."""
    return TONES.get(state, "quiet")


@register.filter
def changes(event: AuditEvent) -> list[tuple[str, Any, Any]]:
    """What a deed changed, by the names people know: field, before, after."""
    shown = [name for name in telling.FIELDS if name in event.after]
    return [(str(telling.FIELDS[name]), event.before.get(name), event.after[name]) for name in shown if _told(event, name)]


def _told(event: AuditEvent, name: str) -> bool:
    return event.before.get(name) not in (None, "") or event.after[name] not in (None, "")


@register.filter
def climbed(reached: Level) -> str:
    """How far something owed has climbed."""
    return telling.level(reached)


@register.filter
def unsigned(days: int) -> int:
    """A number of days without its sign."""
    return abs(days)
