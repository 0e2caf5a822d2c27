"""When a figure passes what is asked of it. Source: docs/rules.md#passing."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

FULL, ANY = Decimal(100), Decimal(1)
NEARLY = Decimal("0.95")  # of an amount asked for with "khoảng"
KEPT = ("maintain", "exists")
FALLING = ("<=", "<")


@dataclass(frozen=True, slots=True)
class Goal:
    """What is asked: a comparator of the plan, its value, and the upper one of a span.

    Values are parts in a hundred for shares, the amount for counts. `full` is what counts as "có": all of it for a share, one for
    a count.
    """

    comparator: str
    value: Decimal | None = None
    value_max: Decimal | None = None
    full: Decimal = FULL

    @property
    def is_kept(self) -> bool:
        """Whether it asks for a state or a thing rather than an amount."""
        return self.comparator in KEPT or self.value is None

    @property
    def is_falling(self) -> bool:
        """Whether less is better."""
        return self.comparator in FALLING


def passes(goal: Goal, figure: Decimal | None) -> bool:
    """Whether a figure passes. "đạt 60%" is passed by 60 and by more; "khoảng 5 km" from 95 in a hundred of it upwards."""
    if figure is None:
        return False
    if goal.is_kept or goal.value is None:
        return figure >= goal.full
    if goal.comparator == "between":
        return goal.value <= figure <= (goal.value_max if goal.value_max is not None else figure)
    return {
        ">=": figure >= goal.value,
        "=": figure >= goal.value,
        ">": figure > goal.value,
        "<=": figure <= goal.value,
        "<": figure < goal.value,
        "~": figure >= goal.value * NEARLY,
    }[goal.comparator]


def gap(goal: Goal, figure: Decimal | None) -> Decimal:
    """How far a figure is from passing, in the figure's own unit; 0 for one that passes and where there is no amount."""
    if figure is None or goal.value is None or passes(goal, figure):
        return Decimal(0)
    if goal.comparator == "between" and goal.value_max is not None and figure > goal.value_max:
        return figure - goal.value_max
    return abs(goal.value - figure)
