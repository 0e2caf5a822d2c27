"""Works from proposal to handover, the money behind them, and what people gave."""

from __future__ import annotations

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Works from proposal to handover, the money behind them, and what people gave."""

    name = "hatang.projects"
    label = "projects"
