"""What works already funded will add to figures: told by a room above, which `hatang.wiring` connects. Nothing until then."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from hatang.indicators.models import Indicator
from hatang.indicators.rules.forecast import Addition


@dataclass(frozen=True, slots=True)
class Promise:
    """What one funded work will add, its name and the address of its page."""

    addition: Addition
    name: str
    link: str


Giver = Callable[[Sequence[Indicator]], Mapping[int, Sequence[Promise]]]
_givers: list[Giver] = []


def connect(giver: Giver) -> None:
    """Have `giver(indicators)` asked for what works will add, by the key of the indicator; in a bounded number of queries."""
    if giver not in _givers:
        _givers.append(giver)


def promises_of(indicators: Sequence[Indicator]) -> dict[int, list[Promise]]:
    """What is promised for each indicator, by its key."""
    found: dict[int, list[Promise]] = {}
    for giver in _givers:
        for pk, promises in giver(indicators).items():
            found.setdefault(pk, []).extend(promises)
    return found


def additions_of(indicators: Sequence[Indicator]) -> dict[int, list[Addition]]:
    """What is promised for each indicator, as the forecast reads it."""
    return {pk: [one.addition for one in promises] for pk, promises in promises_of(indicators).items()}
