"""Which version this is."""

from __future__ import annotations

import argparse

from hatang import __version__
from hatang.cli.words import _, say

NAME = "version"


def about() -> str:
    """One line for the help."""
    return _("cho biết phiên bản")


def arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments."""
    del parser


def run(options: argparse.Namespace) -> None:
    """Print it."""
    del options
    say(f"hatang {__version__}")
