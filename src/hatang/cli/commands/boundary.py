"""A commune's own outline, from a file."""

from __future__ import annotations

import argparse
from pathlib import Path

from hatang.cli.words import _, say

NAME = "boundary"


def about() -> str:
    """One line for the help."""
    return _("nhận ranh giới của xã từ tệp GeoJSON (WGS84), thay cho ranh giới tham khảo")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which commune, and the file."""
    parser.add_argument("code", metavar=_("MÃ_XÃ"), help=_("5 chữ số, ví dụ 01981"))
    parser.add_argument("file", type=Path, metavar=_("TỆP"))


def run(options: argparse.Namespace) -> None:
    """Check the file and keep it."""
    from hatang.cli.setup import wake

    wake()
    from hatang.commune import outlines
    from hatang.commune.services import known_unit

    name = known_unit(options.code)["full_name"]
    outlines.keep(options.code, name, options.file.read_bytes())
    say(_("Đã nhận ranh giới của %s.") % name)
