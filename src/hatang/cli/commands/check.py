"""Whether everything is as it should be."""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator
from pathlib import Path

from hatang.cli.words import _, say

NAME = "check"
SPARE = 500_000_000  # bytes that should stay free


def about() -> str:
    """One line for the help."""
    return _("kiểm tra cơ sở dữ liệu, chuỗi nhật ký, tệp đã lưu và chỗ trống trên đĩa")


def arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments."""
    del parser


def run(options: argparse.Namespace) -> int:
    """Say what was checked and what is wrong; 1 when anything is."""
    del options
    from hatang.cli.setup import wake

    wake()
    problems = [*_migrations(), *_communes(), *_disk()]
    for problem in problems:
        say(f"✗ {problem}")
    if not problems:
        say(_("Không thấy gì sai."))
    return 1 if problems else 0


def _migrations() -> Iterator[str]:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        yield _("Cơ sở dữ liệu thiếu %d bước; chạy lệnh migrate.") % len(missing)
    else:
        say(_("✓ cơ sở dữ liệu đúng phiên bản"))


def _communes() -> Iterator[str]:
    from hatang.commune.selectors import all_communes
    from hatang.core.audit import chain_breaks
    from hatang.core.files import damaged
    from hatang.core.models import AuditEvent, StoredFile
    from hatang.core.tenancy import commune_scope

    for commune in all_communes():
        with commune_scope(commune.pk):
            breaks, harmed = chain_breaks(), damaged()
            events, files = AuditEvent.objects.count(), StoredFile.objects.count()
        for found in breaks:
            yield _("%(commune)s, nhật ký số %(number)d: %(why)s") % {
                "commune": commune.full_name, "number": found.sequence, "why": found.why,
            }  # fmt: skip
        for stored in harmed:
            yield _("%(commune)s, tệp “%(name)s” mất hoặc đã đổi") % {"commune": commune.full_name, "name": stored.name}
        if not breaks and not harmed:
            counts = {"commune": commune.full_name, "events": events, "files": files}
            say(_("✓ %(commune)s: %(events)d sự kiện nối liền, %(files)d tệp nguyên vẹn") % counts)


def _disk() -> Iterator[str]:
    from django.conf import settings

    free = shutil.disk_usage(Path(settings.DATA)).free
    if free < SPARE:
        yield _("Đĩa chỉ còn %d MB trống.") % (free // 1_000_000)
    else:
        say(_("✓ đĩa còn %d GB trống") % (free // 1_000_000_000))
