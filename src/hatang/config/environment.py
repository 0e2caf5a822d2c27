"""What the environment says, with safe defaults: every setting a person running the product may change.

| variable | default | meaning |
| --- | --- | --- |
| `HATANG_DATA` | `var/` beside the checkout, else `~/.local/share/hatang` | database, uploads, keys, backups |
| `HATANG_DATABASE_URL` | SQLite in the data folder | `postgres://user:password@host:5432/name` |
| `HATANG_SECRET_KEY` | made on first start, kept in the data folder | signs sessions |
| `HATANG_HOSTS` | `localhost,127.0.0.1,[::1]` | names this server answers to, comma separated |
| `HATANG_HTTPS` | `0` | `1` behind a TLS proxy: secure cookies, HSTS |
| `HATANG_PROXY` | `127.0.0.1` | address of the TLS proxy, believed about who the visitor is |
| `HATANG_TILES` | empty: our own boundaries | address of a tile server for maps, with `{z}/{x}/{y}` |
| `HATANG_TILES_CREDIT` | empty | what must be said of whoever made the tiles |
| `HATANG_DEBUG` | `0` | `1` while developing |
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

PACKAGE = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """The one folder that holds everything the product must not lose."""
    stated = os.environ.get("HATANG_DATA")
    if stated:
        return Path(stated).expanduser().resolve()
    checkout = PACKAGE.parent.parent
    if (checkout / "pyproject.toml").is_file():
        return checkout / "var"
    return Path.home() / ".local" / "share" / "hatang"


def flag(name: str) -> bool:
    """Whether the variable `name` is set to a word for yes."""
    return os.environ.get(name, "").strip().lower() in {"1", "true", "yes", "on"}


def hosts() -> list[str]:
    """The host names that are answered to."""
    stated = os.environ.get("HATANG_HOSTS", "localhost,127.0.0.1,[::1]")
    return [host.strip() for host in stated.split(",") if host.strip()]


def proxy() -> str:
    """The address of the proxy in front."""
    return os.environ.get("HATANG_PROXY", "127.0.0.1")


def tiles() -> tuple[str, str]:
    """The address of the tile server for maps, empty for none, and whom it thanks."""
    return os.environ.get("HATANG_TILES", "").strip(), os.environ.get("HATANG_TILES_CREDIT", "").strip()


def origins(address: str) -> list[str]:
    """Where pictures of a tile server come from, as the content security policy names it."""
    parts = urlsplit(address.replace("{s}", "*"))
    return [f"{parts.scheme}://{parts.netloc}"] if parts.scheme in {"http", "https"} and parts.netloc else []


def secret_key(folder: Path) -> str:
    """The signing key: from the environment, else from a file only its owner can read, made the first time."""
    stated = os.environ.get("HATANG_SECRET_KEY")
    if stated:
        return stated
    path = folder / "secret-key"
    if not path.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        _write_once(path, secrets.token_urlsafe(64))
    return path.read_text().strip()


def _write_once(path: Path, content: str) -> None:
    """Write a new private file; when another process was faster, keep theirs."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "w") as file:
        file.write(content)


def database(folder: Path) -> dict[str, Any]:
    """Django's settings for the one database: SQLite in the data folder unless a PostgreSQL address is stated."""
    address = os.environ.get("HATANG_DATABASE_URL")
    return _postgres(address) if address else _sqlite(folder / "hatang.sqlite3")


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


def _postgres(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
