"""Setting where warnings of overlap and thin spread begin."""

from __future__ import annotations

from django.db import transaction

from hatang.core.audit import record
from hatang.projects.models import WorksSettings
from hatang.projects.services.trail import changes, kept

LINES = ("open_works_limit", "thin_percent", "overlap_metres", "overlap_years")


@transaction.atomic
def set_lines(settings: WorksSettings, *, reason: str) -> WorksSettings:
    """Set the lines of the commune, with the reason why."""
    there = WorksSettings.objects.select_for_update().first()
    before = kept(there or WorksSettings(), LINES)
    settings.save()
    old, new = changes(before, kept(settings, LINES))
    record("work.lines", settings, before=old, after=new, reason=reason)
    return settings
