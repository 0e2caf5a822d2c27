"""What works already funded will add to figures: told by a room above, which `hatang.wiring` connects. Nothing until then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from hatang.indicators.models import Indicator
from hatang.indicators.rules.forecast import Addition

Giver = Callable[[Sequence[Indicator]], Mapping[int, Sequence[Addition]]]
_givers: list[Giver] = []


def connect(giver: Giver) -> None:
    """Have `giver(indicators)` asked for what works will add, by the key of the indicator; in a bounded number of queries."""
    if giver not in _givers:
        _givers.append(giver)


def additions_of(indicators: Sequence[Indicator]) -> dict[int, list[Addition]]:
    """What is promised for each indicator, by its key."""
    found: dict[int, list[Addition]] = {}
    for giver in _givers:
        for pk, additions in giver(indicators).items():
            found.setdefault(pk, []).extend(additions)
    return found
