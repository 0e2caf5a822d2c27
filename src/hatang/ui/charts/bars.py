"""Places or works side by side, the largest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from django.utils.functional import Promise

from hatang.ui.charts.words import ICONS, TONES, amount
from vanban.text.collation import natural_key

Number: TypeAlias = Decimal | float


class Bar(NamedTuple):
    """One bar. `value` None is no data; `text` replaces the written value; `tone` is good, warn, bad or none."""

    label: str
    value: Number | None
    max: Number | None = None
    tone: str = ""
    note: str = ""
    link: str = ""
    text: str = ""


class Drawn(NamedTuple):
    """A bar ready to be drawn: lengths in hundredths of the row."""

    bar: Bar
    length: float
    mark: float | None
    text: str
    icon: str
    tone: str | Promise


@dataclass(frozen=True)
class BarList:
    """Bars sorted by value, equal ones by name, those without data last.

    `required` draws a mark in each; `key` is an id of its own.

    `ordered` False keeps the caller's order. `tones` gives other words to the tones of this list.
    """

    title: str
    bars: Sequence[Bar]
    unit: str = ""
    required: Number | None = None
    required_text: str = ""
    ordered: bool = True
    key: str = "cot"
    tones: dict[str, str] | None = None

    @property
    def drawn(self) -> list[Drawn]:
        """The bars in order, with their lengths."""
        bars = sorted(self.bars, key=_rank) if self.ordered else list(self.bars)
        return [self._draw(bar) for bar in bars]

    @property
    def mark_text(self) -> str:
        """What the mark across the bars means."""
        return self.required_text or ("" if self.required is None else amount(self.required, self.unit))

    @property
    def largest(self) -> float:
        """What a full row stands for where a bar has no maximum of its own: 100 for percentages."""
        values = [float(value) for value in (*(bar.value for bar in self.bars), self.required) if value is not None]
        return max([*values, 100.0]) if self.unit == "%" else max([value for value in values if value > 0], default=1.0)

    def _draw(self, bar: Bar) -> Drawn:
        whole = float(bar.max) if bar.max else self.largest
        words: dict[str, str | Promise] = {**TONES, **(self.tones or {})}
        return Drawn(
            bar, _part(bar.value, whole), None if self.required is None else _part(self.required, whole),
            bar.text or amount(bar.value, self.unit), ICONS.get(bar.tone, ""), words.get(bar.tone, ""),
        )  # fmt: skip


def _rank(bar: Bar) -> tuple[bool, float, Any]:
    return bar.value is None, -float(bar.value or 0), natural_key(bar.label)


def _part(value: Number | None, whole: float) -> float:
    return round(min(max(100 * float(value or 0) / whole, 0.0), 100.0), 1)
