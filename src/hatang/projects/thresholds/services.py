"""Setting the thresholds of progress and money."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from hatang.core.audit import record
from hatang.projects.models import WorksSettings
from hatang.projects.services.trail import changes, kept


@transaction.atomic
def set_thresholds(given: Mapping[str, int], *, reason: str) -> WorksSettings:
    """Set these columns and no others, with the reason why."""
    settings: WorksSettings = WorksSettings.objects.select_for_update().first() or WorksSettings()
    before = kept(settings, given)
    for name, value in given.items():
        setattr(settings, name, value)
    settings.save()
    old, new = changes(before, kept(settings, given))
    record("work.thresholds", settings, before=old, after=new, reason=reason)
    return settings
