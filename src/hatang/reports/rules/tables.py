"""The tables of a report's annexes: words, and figures by the keys they were frozen under."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from hatang.reports.rules.figures import Figure


class Shape(StrEnum):
    """What a column holds. `money` is printed in millions of đồng, `dong` to the đồng, `amount` with the unit of each row,
    `number` without, because the head of the column names it."""

    WORDS = "words"
    COUNT = "count"
    AMOUNT = "amount"
    NUMBER = "number"
    DONG = "dong"
    MONEY = "money"
    SHARE = "share"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `width` is its share of the page. Excel works out `share` (part and whole) and `less` (from and what is taken
    off) from the columns named, counted from 0, and a sum at the foot of any other column of figures that is `summed`."""

    name: str
    width: float
    shape: Shape = Shape.WORDS
    share: tuple[int, int] | None = None
    less: tuple[int, int] | None = None
    summed: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table. A cell is words, or the key of a figure in a column of figures; "" where there is none. `total` is its foot.

    `note` says where its figures come from.
    """

    sheet: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()
    unit: str = ""
    note: str = ""

    def plain(self) -> dict[str, Any]:
        """As it is stored."""
        return asdict(self)

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> Table:
        """From what was stored."""
        columns = tuple(
            Column(**{**column, "shape": Shape(column["shape"]), "share": _pair(column["share"]), "less": _pair(column["less"])})
            for column in plain["columns"]
        )
        rows = tuple(tuple(row) for row in plain["rows"])
        return cls(**{**plain, "columns": columns, "rows": rows, "total": tuple(plain["total"])})

    def figures(self, known: Mapping[str, Figure], at: int) -> list[Figure]:
        """The figures of a column, without its foot."""
        return [known[row[at]] for row in self.rows if row[at] in known]

    def rounds(self, known: Mapping[str, Figure]) -> bool:
        """Whether some column's figures as printed do not add up to its foot as printed."""
        for at, column in enumerate(self.columns):
            foot = known.get(self.total[at]) if self.total and column.shape == Shape.MONEY else None
            if foot and column.summed and sum(one.printed for one in self.figures(known, at)) != foot.printed:
                return True
        return False


def _pair(plain: Iterable[int] | None) -> tuple[int, int] | None:
    if plain is None:
        return None
    first, second = plain
    return first, second
