"""Bringing the database up to this version."""

from __future__ import annotations

import argparse

from hatang.cli.words import _, say

NAME = "migrate"


def about() -> str:
    """One line for the help."""
    return _("đưa cơ sở dữ liệu lên phiên bản này")


def arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments."""
    del parser


def run(options: argparse.Namespace) -> None:
    """Apply what is missing."""
    del options
    from hatang.cli.setup import wake

    wake()
    bring_up_to_date()


def bring_up_to_date() -> None:
    """Make the tables of a new server; elsewhere apply the migrations that are missing, telling so only when there are any."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from hatang.core import schema

    if schema.is_new():
        say(_("Tạo cơ sở dữ liệu…"))
        schema.make()
        return
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        say(_("Chuẩn bị cơ sở dữ liệu (%d bước)…") % len(missing))
        call_command("migrate", verbosity=0, interactive=False)
