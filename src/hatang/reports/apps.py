"""Official reports: their text from data, their frozen figures, their way to the signature."""

from __future__ import annotations

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Official reports: their text from data, their frozen figures, their way to the signature."""

    name = "hatang.reports"
    label = "reports"
