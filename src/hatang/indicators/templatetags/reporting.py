"""How reported figures, their doubts and their states are shown."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.translation import gettext_lazy

from hatang.core.models import AuditEvent
from hatang.indicators import telling
from hatang.indicators.models import Measurement
from hatang.indicators.rules.escalation import Level
from hatang.indicators.rules.jumps import Doubt
from hatang.indicators.workbook.model import Kind
from hatang.indicators.workbook.rules.comparing import Outcome, State
from hatang.indicators.workbook.words import sentences
from hatang.ui.templatetags.ui import vn_number

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
    return [
        (str(telling.FIELDS[name]), _said(name, event.before.get(name)), _said(name, event.after[name]))
        for name in shown
        if _told(event, name)
    ]


def _said(name: str, value: Any) -> Any:
    return vn_number(value) if name in {"numerator", "denominator"} else value


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


OUTCOMES = {
    State.NEW: ("good", gettext_lazy("ghi số mới")),
    State.CHANGED: ("info", gettext_lazy("thay số cũ")),
    State.CONFLICT: ("warn", gettext_lazy("hai bên cùng đổi")),
    State.WRONG: ("bad", gettext_lazy("cần sửa")),
    State.UNCHANGED: ("quiet", gettext_lazy("không đổi")),
    State.EMPTY: ("quiet", gettext_lazy("không ghi")),
}


@register.filter
def outcome(one: Outcome) -> tuple[str, str]:
    """The kind of badge and the words for what becomes of a row of a workbook."""
    kind, words = OUTCOMES[one.state]
    return kind, str(words)


@register.filter
def told(one: Outcome) -> list[str]:
    """What is told about a row of a workbook."""
    return sentences([*one.problems, *one.asks, *one.remarks])


@register.filter
def entry_before(one: Outcome) -> str:
    """What stands there now, for a row of a workbook."""
    return telling.entry(one.line.kind, one.old, one.line.unit) if one.line else ""


@register.filter
def entry_in_file(one: Outcome) -> str:
    """What the file says, for a row of a workbook."""
    return telling.entry(one.line.kind, one.filled.entry, one.line.unit) if one.line else ""
