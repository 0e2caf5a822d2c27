"""Writing down why a work goes on although it looks like another."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from hatang.core.audit import current_actor, record
from hatang.projects.models import OverlapOverride, Project
from hatang.projects.overlap.selectors import Found
from hatang.projects.overlap.words import sentence
from hatang.projects.services.trail import NotAllowed


@transaction.atomic
def override(project: Project, pair: Found, *, reason: str) -> OverlapOverride:
    """Keep for good why both go on, with the likeness as it was shown.

    Raises:
        NotAllowed: no reason is given.
    """
    if not reason.strip():
        raise NotAllowed([_("Cần ghi lý do vẫn thực hiện.")])
    actor = current_actor()
    made: OverlapOverride = OverlapOverride.objects.create(
        project=project,
        other=pair.other.key,
        other_name=pair.other.thing.name,
        found={"score": pair.likeness.score, "reasons": [sentence(why) for why in pair.likeness.reasons]},
        reason=reason.strip(),
        by_id=actor.user_id,
        by_name=actor.name,
    )
    about = {"other": made.other, "other_name": made.other_name, "found": made.found}
    record("work.overlap_override", project, after=about, reason=made.reason)
    return made
