"""A new account with a role."""

from __future__ import annotations

import argparse

from hatang.cli.words import _, say

NAME = "createuser"
ROLES = (
    "village_head", "officer", "supervisor", "inspector", "coordinator", "vice_chair", "chair", "province_viewer",
    "administrator",
)  # fmt: skip


def about() -> str:
    """One line for the help."""
    return _("tạo tài khoản và giao vai trò trong một đơn vị")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Who, where, as what."""
    parser.add_argument("username", metavar=_("TÊN_ĐĂNG_NHẬP"))
    parser.add_argument("--name", required=True, help=_("họ và tên"))
    parser.add_argument("--unit", required=True, help=_("tên đơn vị, ví dụ “Phòng Kinh tế”"))
    parser.add_argument("--role", required=True, choices=ROLES, help=_("vai trò"))
    parser.add_argument("--commune", default="", help=_("mã xã 5 chữ số; bỏ trống khi máy chủ chỉ có một xã"))


def run(options: argparse.Namespace) -> None:
    """Make the account and print its one-time password once."""
    from hatang.cli.setup import wake

    wake()
    from django.db import transaction

    from hatang.cli.commands.createunit import commune_named
    from hatang.commune import services
    from hatang.commune.models import Unit
    from hatang.commune.roles import Role
    from hatang.core.tenancy import commune_scope

    with commune_scope(commune_named(options.commune).pk), transaction.atomic():
        unit = Unit.objects.filter(name=options.unit).first()
        if unit is None:
            raise ValueError(_("Chưa có đơn vị “%s”. Tạo bằng lệnh createunit.") % options.unit)
        user, password = services.create_user(options.username, options.name)
        services.add_member(user, unit, Role(options.role))
    say(_("Đã tạo tài khoản %(user)s. Mật khẩu dùng một lần: %(password)s") % {"user": user.username, "password": password})
