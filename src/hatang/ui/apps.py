"""The design system."""

from __future__ import annotations

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Tokens, components and the page that shows them."""

    name = "hatang.ui"
    label = "ui"
