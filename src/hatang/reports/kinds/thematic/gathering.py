"""What a thematic report is written from, by what it is about."""

from __future__ import annotations

from hatang.reports.kinds.kind import Asked, Gathered
from hatang.reports.kinds.thematic import sector, village, work
from hatang.reports.rules.subjects import About

BY_ABOUT = {About.SECTOR: sector.gather, About.VILLAGE: village.gather, About.WORK: work.gather}


def gather(asked: Asked) -> Gathered:
    """The facts of its subject."""
    if asked.subject is None:
        raise ValueError("a thematic report is about something")
    return BY_ABOUT[asked.subject.about](asked)
