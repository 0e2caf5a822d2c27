"""Reading upkeep in the commune in scope."""

from __future__ import annotations

from hatang.assets.upkeep.selectors.assets import Panel, panel_of, reportable
from hatang.assets.upkeep.selectors.not_working import NotWorking, not_working, story_of_decisions
from hatang.assets.upkeep.selectors.overview import Counts, Overview, counts, overview
from hatang.assets.upkeep.selectors.planning import PlanView, line_of, plan_of, plan_of_year, view_of, view_of_year, years
from hatang.assets.upkeep.selectors.tickets import Wanted, page_of, photo_of, ticket_of, timeline
from hatang.assets.upkeep.selectors.warranties import Warranty, warranties

__all__ = [
    "Counts",
    "NotWorking",
    "Overview",
    "Panel",
    "PlanView",
    "Wanted",
    "Warranty",
    "counts",
    "line_of",
    "not_working",
    "overview",
    "page_of",
    "panel_of",
    "photo_of",
    "plan_of",
    "plan_of_year",
    "reportable",
    "story_of_decisions",
    "ticket_of",
    "timeline",
    "view_of",
    "view_of_year",
    "warranties",
    "years",
]
