"""What the inventory tells those above it. `hatang.wiring` connects the listeners, in one place."""

from __future__ import annotations

from collections.abc import Callable, Collection

Listener = Callable[[Collection[str]], None]
_listeners: list[Listener] = []


def connect(listener: Listener) -> None:
    """Have `listener(sectors)` called, in the same transaction, after assets of those sectors were changed."""
    if listener not in _listeners:
        _listeners.append(listener)


def inventory_changed(sectors: Collection[str]) -> None:
    """Tell that assets of these sectors were added, changed or retired. Call once per change, however many the assets."""
    for listener in _listeners:
        listener(sectors)
