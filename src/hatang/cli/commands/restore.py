"""Bringing a backup back."""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import hashlib
import json
import os
import subprocess
import zipfile
from pathlib import Path

from hatang.cli.commands.backup import DATABASES, MANIFEST
from hatang.cli.words import _, progress, say

NAME = "restore"


def about() -> str:
    """One line for the help."""
    return _("phục hồi từ một bản sao lưu; dữ liệu đang có được cất sang bên cạnh")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which backup."""
    parser.add_argument("file", type=Path, metavar=_("TỆP"))


def run(options: argparse.Namespace) -> None:
    """Check the whole backup first, put today's data aside, then unpack."""
    from hatang.cli.setup import wake

    wake()
    from django.conf import settings

    _refuse_while_serving(settings.DATA)
    with _opened(options.file) as archive:
        names = _checked(archive)
        aside = _put_aside(settings.DATA)
        _unpack(archive, names, settings.DATA)
    say(_("Đã phục hồi %d tệp.") % len(names))
    if aside:
        say(_("Dữ liệu trước đó nằm ở %s.") % aside)


def _refuse_while_serving(data: Path) -> None:
    note = data / "server.pid"
    if not note.is_file():
        return
    with contextlib.suppress(OSError, ValueError):
        os.kill(int(note.read_text()), 0)
        raise RuntimeError(_("Máy chủ đang chạy. Hãy dừng máy chủ rồi phục hồi."))


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except zipfile.BadZipFile as error:
        raise ValueError(_("Tệp này không phải bản sao lưu, hoặc đã hỏng.")) from error


def _checked(archive: zipfile.ZipFile) -> list[str]:
    """The names in the manifest, every one present, safe and unharmed."""
    try:
        manifest = json.loads(archive.read(MANIFEST))["files"]
    except (KeyError, ValueError) as error:
        raise ValueError(_("Tệp này không phải bản sao lưu, hoặc đã hỏng.")) from error
    for number, (name, digest) in enumerate(manifest.items(), start=1):
        safe = name in DATABASES.values() or (name.startswith("files/") and ".." not in name and "\\" not in name)
        if not safe or name not in archive.namelist() or hashlib.sha256(archive.read(name)).hexdigest() != digest:
            raise ValueError(_("Bản sao lưu hỏng ở %s; chưa thay đổi gì.") % name)
        progress(number / len(manifest), name)
    return list(manifest)


def _put_aside(data: Path) -> Path | None:
    from django.db import connection

    connection.close()
    present = [path for path in (data / "hatang.sqlite3", data / "files") if path.exists()]
    if not present:
        return None
    aside = data / f"truoc-phuc-hoi-{dt.datetime.now():%Y%m%d-%H%M%S}"
    aside.mkdir(mode=0o700)
    for path in (*present, *data.glob("hatang.sqlite3-*")):
        path.rename(aside / path.name)
    return aside


def _unpack(archive: zipfile.ZipFile, names: list[str], data: Path) -> None:
    for name in names:
        target = data / ("hatang.sqlite3" if name == DATABASES["sqlite"] else name)
        target.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(archive.read(name))
        if name == DATABASES["postgresql"]:
            _load_postgres(target)


def _load_postgres(dump: Path) -> None:
    from django.db import connection

    settings = connection.settings_dict
    command = ["pg_restore", "--clean", "--if-exists", "--no-owner", "--single-transaction", f"--dbname={settings['NAME']}"]
    place = [f"--host={settings['HOST']}", f"--username={settings['USER']}"]
    port = [f"--port={settings['PORT']}"] if settings["PORT"] else []
    environment = {**os.environ, "PGPASSWORD": settings["PASSWORD"]}
    try:
        subprocess.run([*command, *place, *port, str(dump)], env=environment, check=True, capture_output=True)  # noqa: S603
    except FileNotFoundError as error:
        raise ValueError(_("Cần chương trình pg_restore của PostgreSQL để phục hồi.")) from error
    except subprocess.CalledProcessError as error:
        raise ValueError(error.stderr.decode(errors="replace").strip()) from error
    finally:
        dump.unlink(missing_ok=True)
