"""The signed plan: read, reviewed, confirmed."""

from __future__ import annotations

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """The signed plan: read, reviewed, confirmed."""

    name = "hatang.plans"
    label = "plans"
