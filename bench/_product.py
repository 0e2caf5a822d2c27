"""The product awake on a data folder that is thrown away afterwards."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def awake(*, demonstration: bool = False) -> Iterator[None]:
    """Settings, tables and static files of a new server, its answers watched. Once in a process: settings are read once."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"HATANG_DATA": folder, "DJANGO_SETTINGS_MODULE": "hatang.config.settings"}
        import django

        django.setup()
        from django.db import connection
        from django.test.utils import setup_test_environment

        from hatang.cli.commands.start import prepare

        prepare(demonstration=demonstration)
        setup_test_environment()
        try:
            yield
        finally:
            connection.close()
