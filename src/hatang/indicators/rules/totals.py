"""What a commune's figure adds up to: the parts of its villages, each as last approved. Source: docs/rules.md#totals."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

Parts = Mapping[int | None, tuple[Decimal, Decimal | None]]


@dataclass(frozen=True, slots=True)
class Total:
    """The figure at the end of a period. `fresh` places reported for this very period, `places` are in the sum."""

    period: int
    numerator: Decimal
    denominator: Decimal | None
    fresh: int
    places: int


def totals(reported: Mapping[int, Parts], order: Sequence[int], *, active: Collection[int], whole: bool) -> Iterator[Total]:
    """The figure of each period in which somebody reported, in `order` of time.

    `reported` holds by period what was approved for each village (None: in no single village). A village that did not report is
    carried from its latest earlier period while it is still one of the `active`. `whole`: the commune answers as one, so its own
    answer, where there is one, is the figure.
    """
    latest: dict[int | None, tuple[Decimal, Decimal | None]] = {}
    for period in order:
        here = reported.get(period)
        if not here:
            continue
        latest.update(here)
        counted: Parts = {place: part for place, part in latest.items() if place is None or place in active or place in here}
        if whole and None in counted:
            counted = {None: counted[None]}
        yield Total(period, *added(counted), fresh=len(here), places=len(counted))


def added(parts: Parts) -> tuple[Decimal, Decimal | None]:
    """Numerators and denominators of parts, each added up; no denominator where no part has one."""
    wholes = [whole for _part, whole in parts.values() if whole is not None]
    return sum((part for part, _whole in parts.values()), Decimal(0)), sum(wholes, Decimal(0)) if wholes else None
