"""Reading upkeep in the commune in scope."""

from __future__ import annotations

from hatang.assets.upkeep.selectors.assets import Panel, panel_of, reportable
from hatang.assets.upkeep.selectors.not_working import NotWorking, not_working, story_of_decisions
from hatang.assets.upkeep.selectors.overview import Counts, Overview, counts, overview
from hatang.assets.upkeep.selectors.tickets import Wanted, page_of, photo_of, ticket_of, timeline
from hatang.assets.upkeep.selectors.warranties import Warranty, warranties

__all__ = [
    "Counts",
    "NotWorking",
    "Overview",
    "Panel",
    "Wanted",
    "Warranty",
    "counts",
    "not_working",
    "overview",
    "page_of",
    "panel_of",
    "photo_of",
    "reportable",
    "story_of_decisions",
    "ticket_of",
    "timeline",
    "warranties",
]
