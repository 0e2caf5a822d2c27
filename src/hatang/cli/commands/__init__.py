"""One module a command: NAME, `about()`, `arguments(parser)`, `run(options)`."""

from __future__ import annotations

from types import ModuleType

from hatang.cli.commands import (
    backup,
    boundary,
    check,
    createcommune,
    createunit,
    createuser,
    demo,
    migrate,
    permissions,
    read_plan,
    restore,
    start,
    version,
    worker,
)

COMMANDS: tuple[ModuleType, ...] = (
    start, demo, read_plan, backup, restore, check, createuser, createcommune, createunit, boundary, migrate,
    worker, permissions, version,
)  # fmt: skip
