"""Waking Django for the commands that need the database."""

from __future__ import annotations

import django
from django.utils.translation import activate

from hatang.cli.words import spoken


def wake() -> None:
    """Load the settings and the models; messages speak the language of the terminal."""
    django.setup()
    activate(spoken())
