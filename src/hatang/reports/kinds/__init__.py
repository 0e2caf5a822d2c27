"""The kinds of reports. Each is a folder here with a `KIND`: a new kind is one folder to add."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from hatang.reports.kinds.kind import Asked, Gathered, Kind, Part


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its code, in their order."""
    rooms = [name for _finder, name, is_folder in pkgutil.iter_modules(__path__) if is_folder]
    found: list[Kind] = [import_module(f"{__name__}.{name}").KIND for name in rooms]
    return {kind.code: kind for kind in sorted(found, key=lambda kind: kind.order)}


__all__ = ["Asked", "Gathered", "Kind", "Part", "kinds"]
