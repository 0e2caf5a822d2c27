"""What works need to know of rooms beside them. `hatang.wiring` connects the answers, in one place."""

from __future__ import annotations

from collections.abc import Callable

Names = Callable[[], dict[str, str]]
_names: list[Names] = []


def connect(*, indicator_names: Names) -> None:
    """Have `indicator_names()` say the commune's indicators by code; asked at most once a page."""
    _names[:] = [indicator_names]


def indicator_names() -> dict[str, str]:
    """The commune's indicators by code; none where nobody answers."""
    return _names[0]() if _names else {}
