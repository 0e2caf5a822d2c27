"""Words and tones of works for templates."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from hatang.projects import words
from hatang.projects.rules.lateness import Lateness, Pace
from hatang.projects.rules.states import Phase, Track
from hatang.projects.selectors.works import STANDING, is_late
from hatang.projects.workbook.model import Change, Outcome, State
from hatang.projects.workbook.words import heading, sentences, shown

register = template.Library()
DONE = {"finished", "accepted", "done", "paid", "approved", "running", "closed"}
UNDER_WAY = {
    "started",
    "partial",
    "advanced",
    "paying",
    "submitted",
    "verified",
    "planned",
    "sent",
    "under_way",
    "preparation",
    "in_plan",
}
BAD = {"cancelled", "declined"}


@register.filter
def phase_kind(phase: str) -> str:
    """The badge of a phase."""
    if phase in STANDING:
        return "good"
    if phase in {Phase.PAUSED, Phase.CANCELLED}:
        return "warn" if phase == Phase.PAUSED else "quiet"
    return "info" if phase in {Phase.UNDER_CONSTRUCTION, Phase.PREPARATION} else "quiet"


@register.filter
def state_kind(state: str) -> str:
    """The badge of a state of a track."""
    if state in DONE:
        return "good"
    if state in BAD:
        return "bad"
    return "info" if state in UNDER_WAY else "warn" if state == "paused" else "quiet"


@register.filter
def state_words(state: str, track: Any) -> Any:
    """What a state of a track is called."""
    return words.label(words.STATES[Track(str(track))], str(state))


@register.filter
def track_words(track: Any) -> Any:
    """What a track is called."""
    return words.label(words.TRACKS, str(track))


@register.filter
def hindrance_words(hindrance: Any) -> Any:
    """What stands in the way, as a sentence."""
    return words.HINDRANCES[hindrance]


@register.filter
def late_on(project: Any, today: dt.date) -> int:
    """Days the next date of an open work is past; 0 where it is not."""
    return (today - project.next_due).days if is_late(project, today) else 0


@register.filter
def pace_kind(pace: Lateness | None) -> str:
    """The badge of how a work keeps its dates."""
    kinds = {Pace.LATE: "bad", Pace.DONE_LATE: "warn", Pace.SOON: "warn", Pace.ON_TIME: "good", Pace.DONE: "good"}
    return kinds.get(pace.pace, "quiet") if pace else "quiet"


@register.filter
def pace_words(pace: Lateness | None) -> str:
    """How a work keeps its dates, as a phrase."""
    if pace is None:
        return _("Không theo dõi mốc")
    days = ngettext("%(count)d ngày", "%(count)d ngày", pace.days) % {"count": pace.days}
    phrases = {
        Pace.NO_DATES: _("Chưa đặt mốc"),
        Pace.ON_TIME: _("Đúng tiến độ"),
        Pace.SOON: _("Sắp đến mốc"),
        Pace.LATE: _("Chậm %(days)s") % {"days": days},
        Pace.DONE: _("Xong các mốc đúng hạn"),
        Pace.DONE_LATE: _("Xong các mốc, chậm %(days)s") % {"days": days},
    }
    return phrases[pace.pace]


OUTCOMES = {
    State.NEW: ("good", gettext_lazy("thêm mới")),
    State.CHANGED: ("info", gettext_lazy("thay đổi")),
    State.CONFLICT: ("warn", gettext_lazy("hai bên cùng đổi")),
    State.WRONG: ("bad", gettext_lazy("cần sửa")),
    State.SAME: ("quiet", gettext_lazy("không đổi")),
}


@register.filter
def row_outcome(one: Outcome) -> tuple[str, str]:
    """The kind of badge and the words for what becomes of a row of a file."""
    kind, said = OUTCOMES[one.state]
    return kind, str(said)


@register.filter
def told_rows(problems: Any) -> list[str]:
    """What is told about a row of a file."""
    return sentences(problems)


@register.filter
def change_heading(change: Change) -> str:
    """The heading of the column a change is in."""
    return heading(change)


@register.filter
def change_old(change: Change) -> str:
    """What stands there now."""
    return shown(change.column, change.old)


@register.filter
def change_new(change: Change) -> str:
    """What the file says."""
    return shown(change.column, change.new)
