"""What is measured, when, what was reported, and what it adds up to."""

from __future__ import annotations

from hatang.indicators.models.figure import IndicatorFigure, InventoryFigure
from hatang.indicators.models.indicator import Indicator, Milestone, TargetBinding
from hatang.indicators.models.measurement import Measurement
from hatang.indicators.models.period import Reminder, ReportingPeriod, ReportingSettings
from hatang.indicators.models.upload import WorkbookUpload

__all__ = [
    "Indicator",
    "IndicatorFigure",
    "InventoryFigure",
    "Measurement",
    "Milestone",
    "Reminder",
    "ReportingPeriod",
    "ReportingSettings",
    "TargetBinding",
    "WorkbookUpload",
]
