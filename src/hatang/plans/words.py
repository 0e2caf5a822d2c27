"""What the plan asks for, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from hatang.core.periods import NotAPeriod, Period
from hatang.plans.models import Assignment, Schedule
from hatang.ui.templatetags.ui import vn_number


def bound(comparator: str, value: Any, value_max: Any, unit: str | None) -> str:
    """What a target asks: "từ 80% trở lên", "duy trì"."""
    amount = {"low": _amount(value, unit), "high": _amount(value_max, unit)}
    sentences = {
        ">=": _("từ %(low)s trở lên"),
        "=": _("đạt %(low)s"),
        "<=": _("không quá %(low)s"),
        ">": _("trên %(low)s"),
        "<": _("dưới %(low)s"),
        "~": _("khoảng %(low)s"),
        "between": _("từ %(low)s đến %(high)s"),
        "maintain": _("duy trì"),
        "exists": _("có"),
    }
    return sentences[comparator] % amount if value is not None or "%" not in sentences[comparator] else ""


def _amount(value: Any, unit: str | None) -> str:
    if value is None:
        return ""
    return f"{vn_number(value)}%" if unit == "%" else f"{vn_number(value)} {unit or ''}".strip()


def by_year(year: int | None) -> str:
    """By when: "đến năm 2030"; empty where no year is known."""
    return _("đến năm %(year)s") % {"year": str(year)} if year else ""


def quantity(value: Any, unit: str, approximate: bool) -> str:
    """An amount: "khoảng 5 km"."""
    amount = _amount(value, unit)
    return _("khoảng %(amount)s") % {"amount": amount} if approximate else amount


def period(code: str | None) -> str:
    """A date or period as documents say it; the code itself where it is none."""
    try:
        return Period.parse(code).label() if code else ""
    except NotAPeriod:
        return code or ""


def timing(kind: str, every: str | None, begins: str | None, due: str | None) -> str:
    """When: "định kỳ hằng quý", "từ quý I/2026", "chậm nhất 30/06/2026"."""
    words = [str(Schedule.Every(every).label) if every else str(Schedule.Kind(kind).label)]
    if begins:
        words.append(_("từ %(when)s") % {"when": period(begins)})
    if due:
        words.append(_("đến hết %(when)s") % {"when": period(due)})
    return ", ".join(words)


def item(kind: str, data: Mapping[str, Any]) -> str:
    """One line that says what an item is."""
    if kind == "target":
        asked = bound(data["comparator"], data["value"], data["value_max"], data["unit"])
        return f"{data['subject']}: {asked}"
    if kind == "task":
        amounts = "; ".join(quantity(q["value"], q["unit"], q["approximate"]) for q in data["quantities"])
        return f"{data['action']} {data['object']}" + (f" ({amounts})" if amounts else "")
    if kind == "assignment":
        return f"{data['actor']}: {Assignment.Role(data['role']).label}"
    return timing(data["kind"], data["every"], data["start"], data["due"])
