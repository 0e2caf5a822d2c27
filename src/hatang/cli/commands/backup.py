"""One file with everything a commune must not lose."""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import os
import sqlite3
import subprocess
import tempfile
import zipfile
from pathlib import Path

from hatang import __version__
from hatang.cli.words import _, progress, say

NAME = "backup"
MANIFEST = "manifest.json"
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}


def about() -> str:
    """One line for the help."""
    return _("sao lưu cơ sở dữ liệu và tệp vào một tệp .zip, kể cả khi máy chủ đang chạy")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument("file", type=Path, nargs="?", metavar=_("TỆP"), help=_("mặc định: thư mục backups trong thư mục dữ liệu"))


def run(options: argparse.Namespace) -> None:
    """Write the backup and say where it is."""
    from hatang.cli.setup import wake

    wake()
    from django.conf import settings

    moment = dt.datetime.now().strftime("%Y%m%d-%H%M%S")
    target = options.file or settings.DATA / "backups" / f"hatang-{moment}.zip"
    if target.exists():
        raise ValueError(_("Đã có tệp %s; hãy chọn tên khác.") % target)
    write_backup(target)
    say(_("Đã sao lưu: %(path)s (%(size).1f MB)") % {"path": target, "size": target.stat().st_size / 1e6})


def write_backup(target: Path) -> None:
    """Copy the database as of one moment, then the files; the backup takes its name only when it is whole."""
    from django.conf import settings

    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_suffix(".part")
    beside.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder, os.fdopen(os.open(beside, os.O_RDWR | os.O_CREAT, 0o600), "w+b") as handle:
        database = _copy_database(Path(folder))
        files = sorted(path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file() and path.suffix != ".part")
        with zipfile.ZipFile(handle, "w", zipfile.ZIP_DEFLATED) as archive:
            _pack(archive, [(database, database.name), *((path, _name(path)) for path in files)])
    beside.replace(target)


def _name(path: Path) -> str:
    from django.conf import settings

    return "files/" + path.relative_to(settings.MEDIA_ROOT).as_posix()


def _pack(archive: zipfile.ZipFile, entries: list[tuple[Path, str]]) -> None:
    digests = {}
    for number, (path, name) in enumerate(entries, start=1):
        archive.write(path, name)
        digests[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        progress(number / len(entries), name)
    archive.writestr(MANIFEST, json.dumps({"hatang": __version__, "files": digests}, indent=1))


def _copy_database(folder: Path) -> Path:
    from django.db import connection

    target = folder / DATABASES[connection.vendor]
    if connection.vendor == "sqlite":
        source = sqlite3.connect(f"file:{connection.settings_dict['NAME']}?mode=ro", uri=True)
        with sqlite3.connect(target) as copy:
            source.backup(copy)
        source.close()
        copy.close()
    else:
        _dump_postgres(connection.settings_dict, target)
    return target


def _dump_postgres(settings: dict[str, str], target: Path) -> None:
    environment = {**os.environ, "PGPASSWORD": settings["PASSWORD"]}
    command = ["pg_dump", "--format=custom", f"--file={target}", f"--host={settings['HOST']}", f"--username={settings['USER']}"]
    port = [f"--port={settings['PORT']}"] if settings["PORT"] else []
    try:
        subprocess.run([*command, *port, settings["NAME"]], env=environment, check=True, capture_output=True)  # noqa: S603
    except FileNotFoundError as error:
        raise ValueError(_("Cần chương trình pg_dump của PostgreSQL để sao lưu.")) from error
    except subprocess.CalledProcessError as error:
        raise ValueError(error.stderr.decode(errors="replace").strip()) from error
