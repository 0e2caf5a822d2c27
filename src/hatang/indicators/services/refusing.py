"""Why a deed was refused. Messages are sentences for the person, in the reader's language."""

from __future__ import annotations

from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from hatang.indicators.models import ReportingPeriod


class Refused(ValueError):
    """What was asked cannot be done now; nothing was written."""


class ChangedMeanwhile(Refused):
    """Somebody else wrote the same figure since it was read."""


class PeriodLocked(Refused):
    """The period is locked; the message says by whom, when and why."""


def hold_open(period: ReportingPeriod) -> ReportingPeriod:
    """The period as it stands, locked against others until the transaction ends.

    Raises:
        PeriodLocked: nothing of it may change.
    """
    found: ReportingPeriod = ReportingPeriod.objects.select_for_update(of=("self",)).get(pk=period.pk)
    if not found.is_open:
        raise PeriodLocked(why_locked(found))
    return found


def why_locked(period: ReportingPeriod) -> str:
    """The sentence that stops whoever writes into a locked period."""
    facts: dict[str, Any] = {
        "period": str(period),
        "day": date_format(localtime(period.changed_at), "SHORT_DATE_FORMAT"),
        "who": period.changed_by or _("hệ thống"),
        "reason": period.reason,
    }
    return _("Kỳ %(period)s đã khóa ngày %(day)s, người khóa: %(who)s. Lý do: %(reason)s") % facts
