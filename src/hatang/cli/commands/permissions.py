"""The table of roles and permissions."""

from __future__ import annotations

import argparse

from hatang.cli.words import _, say

NAME = "permissions"


def about() -> str:
    """One line for the help."""
    return _("in bảng vai trò và quyền (Markdown)")


def arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments."""
    del parser


def run(options: argparse.Namespace) -> None:
    """Print the table of `docs/permissions.md`."""
    del options
    from hatang.cli.setup import wake

    wake()
    from hatang.commune.roles import table

    say(table())
