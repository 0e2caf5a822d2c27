"""A new unit of a commune."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from hatang.cli.words import _, say

if TYPE_CHECKING:
    from hatang.commune.models import Commune

NAME = "createunit"
KINDS = ("leadership", "division", "public_service", "village", "mass_organisation", "supervision_board", "outside")


def about() -> str:
    """One line for the help."""
    return _("thêm một đơn vị của xã")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Its name and kind."""
    parser.add_argument("name", metavar=_("TÊN"))
    parser.add_argument("--kind", choices=KINDS, default="division", help=_("loại đơn vị"))
    parser.add_argument("--commune", default="", help=_("mã xã 5 chữ số; bỏ trống khi máy chủ chỉ có một xã"))


def run(options: argparse.Namespace) -> None:
    """Make it unless it is there."""
    from hatang.cli.setup import wake

    wake()
    from hatang.commune import services
    from hatang.commune.models import Unit
    from hatang.core.tenancy import commune_scope

    with commune_scope(commune_named(options.commune).pk):
        unit = services.create_unit(options.name, Unit.Kind(options.kind))
    say(_("Đơn vị: %s") % unit.name)


def commune_named(code: str) -> Commune:
    """The commune with this code, or the only one there is.

    Raises:
        ValueError: there is none, or several and no code was stated.
    """
    from hatang.commune.models import Commune

    rows = list(Commune.objects.filter(code=code) if code else Commune.objects.all()[:2])
    if len(rows) != 1:
        raise ValueError(_("Hãy ghi rõ xã bằng --commune MÃ; tạo xã mới bằng lệnh createcommune."))
    return rows[0]
