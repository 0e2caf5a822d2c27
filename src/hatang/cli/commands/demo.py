"""The command that sets up the demonstration, and where its first passwords are kept."""

from __future__ import annotations

import argparse
import datetime as dt
import os
from pathlib import Path
from typing import TYPE_CHECKING

from hatang.cli.words import _, say

if TYPE_CHECKING:
    from hatang.cli.demonstration import Account

NAME = "demo"
PLAN = Path(__file__).resolve().parents[2] / "examples" / "ke-hoach-vinh-thong-2026.txt"


def about() -> str:
    """One line for the help."""
    return _("dựng bản trình diễn: xã Vĩnh Thông với kế hoạch thật; tài khoản, sổ công trình, số liệu là minh họa")


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


def install(today: dt.date | None = None) -> list[Account]:
    """Make the commune with its plan and what is illustrative, as of `today`; gives the accounts with their passwords."""
    from django.utils import timezone

    from hatang.cli import demonstration

    return demonstration.install(today or timezone.localdate())


def first_passwords() -> Path:
    """Where the one-time passwords are kept."""
    from django.conf import settings

    return Path(settings.DATA) / "mat-khau-lan-dau.txt"


def tell_accounts(accounts: list[Account]) -> None:
    """Show the one-time passwords, and keep them in a private file until somebody has signed in."""
    path = first_passwords()
    lines = "".join(f"{account.username}\t{account.password}\n" for account in accounts)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(lines)
    say(_("Tài khoản lần đầu (mật khẩu dùng một lần, hệ thống sẽ yêu cầu đổi):"))
    for account in accounts:
        say(f"    {account.username:<14} {account.password}   {account.title}")
    say(_("    (cũng ghi trong %s; xóa tệp này sau khi đã đăng nhập)") % path)
