"""The officers' face: what a person who works here sees first."""

from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The officers' face: what a person who works here sees first."""

    name = "hatang.desk"
    label = "desk"

    def ready(self) -> None:
        """Join the rooms below."""
        from hatang import wiring

        wiring.connect()
