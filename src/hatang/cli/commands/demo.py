"""The demonstration: xã Vĩnh Thông with its real plan, and illustrative accounts."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from hatang.cli.words import _, say

NAME = "demo"
CODE = "01981"
PLAN = Path(__file__).resolve().parents[2] / "examples" / "ke-hoach-vinh-thong-2026.txt"


def about() -> str:
    """One line for the help."""
    return _("dựng bản trình diễn: xã Vĩnh Thông với kế hoạch thật, tài khoản minh họa")


def arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments."""
    del parser


def run(options: argparse.Namespace) -> None:
    """Set it up where there is no commune yet."""
    del options
    from hatang.cli.commands.migrate import bring_up_to_date
    from hatang.cli.setup import wake

    wake()
    bring_up_to_date()
    from hatang.commune.models import Commune

    if Commune.objects.exists():
        raise ValueError(_("Máy chủ đã có dữ liệu của xã; bản trình diễn chỉ dựng trên máy chủ mới."))
    tell_accounts(install())


def install() -> list[tuple[str, str]]:
    """Make the commune, its units, two accounts and the plan in force; gives each account with its one-time password."""
    from django.db import transaction

    from hatang.commune import services
    from hatang.commune.models import Unit
    from hatang.commune.roles import Role
    from hatang.core.audit import Actor, acting
    from hatang.core.tenancy import commune_scope
    from hatang.plans.services import confirm, import_file

    people = (
        ("dieuphoi", "Điều phối (minh họa)", "Phòng Kinh tế", Unit.Kind.DIVISION, Role.COORDINATOR),
        ("quantri", "Quản trị (minh họa)", "Bộ phận quản trị hệ thống", Unit.Kind.DIVISION, Role.ADMINISTRATOR),
    )
    accounts = []
    with acting(Actor(name="hệ thống (bản trình diễn)")), transaction.atomic():
        commune = services.create_commune(CODE, demonstration=True)
        with commune_scope(commune.pk):
            say(_("Đọc kế hoạch của %s…") % commune.full_name)
            for username, name, unit, kind, role in people:
                user, password = services.create_user(username, name)
                services.add_member(user, services.create_unit(unit, kind), role)
                accounts.append((username, password))
            confirm(import_file(PLAN))
    return accounts


def first_passwords() -> Path:
    """Where the one-time passwords are kept."""
    from django.conf import settings

    return Path(settings.DATA) / "mat-khau-lan-dau.txt"


def tell_accounts(accounts: list[tuple[str, str]]) -> None:
    """Show the one-time passwords, and keep them in a private file until somebody has signed in."""
    path = first_passwords()
    lines = "".join(f"{name}\t{password}\n" for name, password in accounts)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(lines)
    say(_("Tài khoản lần đầu (mật khẩu dùng một lần, hệ thống sẽ yêu cầu đổi):"))
    for name, password in accounts:
        say(f"    {name:<12} {password}")
    say(_("    (cũng ghi trong %s; xóa tệp này sau khi đã đăng nhập)") % path)
