"""Places, units, people and roles."""

from __future__ import annotations

from django.apps import AppConfig


class CommuneConfig(AppConfig):
    """Places, units, people and roles."""

    name = "hatang.commune"
    label = "commune"
