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
    return _("kiểm tra cơ sở dữ liệu, chuỗi nhật ký, tệp đã lưu, tổng của sổ vốn và chỗ trống trên đĩa")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to mend what can be made anew."""
    parser.add_argument("--rebuild", action="store_true", help=_("tính lại tổng của sổ vốn từ các bút toán, nếu lệch"))


def run(options: argparse.Namespace) -> int:
    """Say what was checked and what is wrong; 1 when anything is."""
    from hatang.cli.setup import wake

    wake()
    problems = [*_migrations(), *_communes(), *_books(rebuild=options.rebuild), *_disk()]
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


def _books(*, rebuild: bool) -> Iterator[str]:
    """Where kept sums are not what the entries add up to; mended when asked."""
    from hatang.commune.selectors import all_communes
    from hatang.core.tenancy import commune_scope
    from hatang.projects.money import services

    for commune in all_communes():
        with commune_scope(commune.pk):
            found = services.differences()
            if found and rebuild:
                services.rebuild()
                say(
                    _("✓ %(commune)s: đã tính lại %(count)d tổng của sổ vốn")
                    % {"commune": commune.full_name, "count": len(found)}
                )
                continue
        for cell, kept, added_up in found:
            yield _(
                "%(commune)s, sổ vốn công trình số %(work)d, nguồn số %(source)d, năm %(year)s: "
                "tổng đã lưu %(kept)s, bút toán cộng lại %(added_up)s; chạy check --rebuild"
            ) % {
                "commune": commune.full_name, "work": cell.project, "source": cell.source, "year": cell.year or "–",
                "kept": kept.columns, "added_up": added_up.columns,
            }  # fmt: skip
        if not found:
            say(_("✓ %(commune)s: các tổng của sổ vốn khớp với bút toán") % {"commune": commune.full_name})


def _disk() -> Iterator[str]:
    from django.conf import settings

    free = shutil.disk_usage(Path(settings.DATA)).free
    if free < SPARE:
        yield _("Đĩa chỉ còn %d MB trống.") % (free // 1_000_000)
    else:
        say(_("✓ đĩa còn %d GB trống") % (free // 1_000_000_000))
