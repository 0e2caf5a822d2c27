"""What people write into a report: their sections, handed in or taken back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from hatang.core.audit import current_actor, record
from hatang.reports.models import ReportSection
from hatang.reports.services.refusing import ChangedMeanwhile, held

LONGEST = 20_000


@transaction.atomic
def write_section(section: ReportSection, text: str, *, revision: int, handing_in: bool = False) -> ReportSection:
    """Keep what a person wrote; `revision` is the one it was written over.

    Raises:
        ChangedMeanwhile: somebody else was faster.
        NotOpen: the report is no draft any more.
    """
    held(section.report)
    row: ReportSection = ReportSection.objects.select_for_update(of=("self",)).get(pk=section.pk)
    if row.revision != revision:
        raise ChangedMeanwhile
    before = {"text": row.text, "state": row.state}
    row.text, row.revision = text[:LONGEST], row.revision + 1
    if handing_in:
        row.state = ReportSection.State.HANDED_IN
    row.written_by_id, row.written_at = current_actor().user_id, timezone.now()
    row.save()
    after = {"text": row.text, "state": row.state, "section": row.code}
    record("report.hand_in" if handing_in else "report.write", row.report, before=before, after=after)
    return row


def hand_in(section: ReportSection) -> ReportSection:
    """Hand a section in as it stands; raises as `write_section` does."""
    return write_section(section, section.text, revision=section.revision, handing_in=True)


@transaction.atomic
def take_back(section: ReportSection) -> ReportSection:
    """Have a section written again; raises as `write_section` does."""
    held(section.report)
    section.state = ReportSection.State.WAITING
    section.save(update_fields=["state"])
    record("report.take_back", section.report, after={"section": section.code})
    return section
