"""Reading reports of the commune in scope."""

from __future__ import annotations

from hatang.reports.selectors.gathering import Gathered, gather
from hatang.reports.selectors.reports import (
    Numbered,
    Proposal,
    beside,
    figures_of,
    numbered,
    proposals,
    report_of,
    reports_page,
    section_of,
    sections_of,
    told_before,
)

__all__ = [
    "Gathered",
    "Numbered",
    "Proposal",
    "beside",
    "figures_of",
    "gather",
    "numbered",
    "proposals",
    "report_of",
    "reports_page",
    "section_of",
    "sections_of",
    "told_before",
]
