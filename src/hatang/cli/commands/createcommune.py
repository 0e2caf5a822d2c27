"""A commune from the national list."""

from __future__ import annotations

import argparse

from hatang.cli.words import _, say

NAME = "createcommune"


def about() -> str:
    """One line for the help."""
    return _("thiết lập một xã theo mã trong danh mục hành chính")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Its official code."""
    parser.add_argument("code", metavar=_("MÃ_XÃ"), help=_("5 chữ số, ví dụ 01981"))


def run(options: argparse.Namespace) -> None:
    """Make it unless it is there."""
    from hatang.cli.commands.migrate import bring_up_to_date
    from hatang.cli.setup import wake

    wake()
    bring_up_to_date()
    from hatang.commune.services import create_commune

    commune = create_commune(options.code)
    say(f"{commune.code} {commune.full_name}, {commune.province.full_name}")
