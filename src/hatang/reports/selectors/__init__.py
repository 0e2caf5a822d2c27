"""Reading reports of the commune in scope."""

from __future__ import annotations

from hatang.reports.kinds import Gathered
from hatang.reports.selectors.chasing import followed, late_sections, owed_by
from hatang.reports.selectors.gathering import gather
from hatang.reports.selectors.reports import (
    Numbered,
    Proposal,
    beside,
    figures_of,
    numbered,
    previous_of,
    proposals,
    report_of,
    reports_page,
    section_of,
    sections_of,
    told_before,
)
from hatang.reports.selectors.subjects import subject_of, subjects

__all__ = [
    "Gathered",
    "Numbered",
    "Proposal",
    "beside",
    "figures_of",
    "followed",
    "gather",
    "late_sections",
    "numbered",
    "owed_by",
    "previous_of",
    "proposals",
    "report_of",
    "reports_page",
    "section_of",
    "sections_of",
    "subject_of",
    "subjects",
    "told_before",
]
