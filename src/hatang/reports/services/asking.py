"""Asking units for sections, and reminding those that owe one. A reminder is a notice on the pages of the unit's people."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from django.db import transaction
from django.utils import timezone

from hatang.commune.models import Unit
from hatang.core.audit import current_actor, record
from hatang.reports.models import Report, ReportSection
from hatang.reports.services.refusing import held


@transaction.atomic
def ask(section: ReportSection, unit: Unit | None, due_on: dt.date | None) -> ReportSection:
    """Say which unit writes a section and by when; None asks nobody. A unit that was not asked before has not handed it in.

    Raises:
        NotOpen: the report is no draft any more.
    """
    held(section.report)
    row: ReportSection = ReportSection.objects.select_for_update(of=("self",)).get(pk=section.pk)
    before = {"unit": row.unit_id, "due_on": row.due_on}
    if row.unit_id != (unit.pk if unit else None):
        row.state, row.reminded_at, row.reminded_by = ReportSection.State.WAITING, None, None
    row.unit, row.due_on = unit, due_on if unit else None
    row.save(update_fields=["unit", "due_on", "state", "reminded_at", "reminded_by"])
    after = {"unit": row.unit_id, "due_on": row.due_on, "section": row.code}
    record("report.ask", row.report, before=before, after=after)
    return row


@transaction.atomic
def remind(report: Report, unit: int | None = None) -> int:
    """Remind the units that still owe sections, or one of them; how many units. Nobody is reminded twice a day.

    Raises:
        NotOpen: the report is no draft any more.
    """
    found, now = held(report), timezone.now()
    rows = ReportSection.objects.filter(report=found, unit__isnull=False, state=ReportSection.State.WAITING)
    rows = rows.filter(unit=unit) if unit else rows
    owed: dict[Unit, list[ReportSection]] = defaultdict(list)
    for row in rows.select_related("unit").order_by("order"):
        if row.reminded_at is None or timezone.localdate(row.reminded_at) < timezone.localdate(now):
            owed[row.unit].append(row)
    for one, sections in owed.items():
        sent = {"reminded_at": now, "reminded_by_id": current_actor().user_id}
        ReportSection.objects.filter(pk__in=[row.pk for row in sections]).update(**sent)
        record("report.remind", found, after={"unit": str(one), "sections": [row.code for row in sections]})
    return len(owed)
