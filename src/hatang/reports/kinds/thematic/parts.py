"""The parts of a thematic report; each stands in reports about one sort of subject."""

from __future__ import annotations

from hatang.reports.kinds.kind import Part
from hatang.reports.kinds.thematic import sector, village, work


def parts() -> tuple[Part, ...]:
    """All of them."""
    return (*sector.parts(), *village.parts(), *work.parts())
