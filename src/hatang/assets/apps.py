"""What stands in the commune: the inventory behind the figures, and its upkeep."""

from __future__ import annotations

from django.apps import AppConfig


class AssetsConfig(AppConfig):
    """What stands in the commune: the inventory behind the figures, and its upkeep."""

    name = "hatang.assets"
    label = "assets"
