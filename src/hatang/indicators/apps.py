"""What is measured: indicators, targets bound to them, figures by village and period."""

from __future__ import annotations

from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    """What is measured: indicators, targets bound to them, figures by village and period."""

    name = "hatang.indicators"
    label = "indicators"
