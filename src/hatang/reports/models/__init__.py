"""Reports, their sections, and the figures they were written with."""

from __future__ import annotations

from hatang.reports.models.copy import PdfCopy
from hatang.reports.models.figure import FrozenFigure
from hatang.reports.models.report import Report, ReportSection
from hatang.reports.models.template import ReportTemplate

__all__ = ["FrozenFigure", "PdfCopy", "Report", "ReportSection", "ReportTemplate"]
