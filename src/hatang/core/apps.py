"""The ground floor's first room: what every domain stands on."""

from __future__ import annotations

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Tenancy, audit trail, files, periods."""

    name = "hatang.core"
    label = "core"
