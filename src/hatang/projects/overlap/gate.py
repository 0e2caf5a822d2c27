"""What stands between a work and the plan: pairs that look like one and that nobody has answered for."""

from __future__ import annotations

from django.utils.translation import gettext as _

from hatang.projects.models import Project
from hatang.projects.overlap.selectors import overlaps_of
from hatang.projects.rules.states import Stage, Track
from hatang.ui.templatetags.ui import vn_percent


def unanswered(project: Project, track: Track, to: str) -> list[str]:
    """Why the move into the plan must wait, one sentence for each pair; empty for every other move."""
    if (track, project.stage, to) != (Track.STAGE, Stage.PROPOSED, Stage.IN_PLAN):
        return []
    pairs = [found for found in overlaps_of(project) if found.waits]
    text = _("Có thể trùng với “%(name)s” (giống %(score)s). Hãy xem trang Trùng lặp và ghi lý do nếu vẫn thực hiện.")
    return [text % {"name": pair.other.thing.name, "score": vn_percent(round(pair.likeness.score * 100))} for pair in pairs]
