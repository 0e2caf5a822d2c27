"""Reading the labelled pairs and counting how the rules did."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from hatang.projects.overlap.rules import Likeness, Thing, Thresholds, compare
from hatang.projects.overlap.rules.values import Years

PAIRS = Path(__file__).parent / "pairs.csv"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two works and whether they are one; `case` says what makes the pair hard."""

    number: int
    same: bool
    case: str
    first: Thing
    second: Thing


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were found rightly, found wrongly, and missed."""

    found: int
    wrong: tuple[int, ...]
    missed: tuple[int, ...]

    @property
    def precision(self) -> float:
        """Of those the rules ask about, the share that are one work."""
        return self.found / (self.found + len(self.wrong)) if self.found else 0.0

    @property
    def recall(self) -> float:
        """Of those that are one work, the share the rules ask about."""
        return self.found / (self.found + len(self.missed)) if self.found else 0.0


def pairs() -> list[Pair]:
    """Every labelled pair, in the order of the file."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return [_pair(row) for row in csv.DictReader(file, delimiter="|")]


def _pair(row: dict[str, str]) -> Pair:
    return Pair(int(row["id"]), row["same"] == "yes", row["case"], _thing(row, "a"), _thing(row, "b"))


def _thing(row: dict[str, str], side: str) -> Thing:
    villages = frozenset(name.strip() for name in row[f"villages_{side}"].split(",") if name.strip())
    years, shape = _years(row[f"years_{side}"]), _shape(row[f"shape_{side}"])
    return Thing(row[f"name_{side}"], row[f"sector_{side}"], villages, years=years, shape=shape)


def _years(text: str) -> Years | None:
    first, _, last = text.partition("-")
    return (int(first), int(last)) if text else None


def _shape(text: str) -> BaseGeometry | None:
    """A point, a line, or an area where the line ends where it began; in metres."""
    points = [tuple(map(float, point.split())) for point in text.split(",") if point.strip()]
    if len(points) < 2:
        return Point(points[0]) if points else None
    return Polygon(points) if points[0] == points[-1] else LineString(points)


def tuned_on(rows: Iterable[Pair]) -> list[Pair]:
    """The pairs the rules were tuned on: odd ids."""
    return [pair for pair in rows if pair.number % 2]


def held_out(rows: Iterable[Pair]) -> list[Pair]:
    """The pairs kept away from tuning: even ids."""
    return [pair for pair in rows if not pair.number % 2]


def judged(pair: Pair, lines: Thresholds) -> Likeness:
    """What the rules say of a pair."""
    return compare(pair.first, pair.second, lines)


def measure(rows: Iterable[Pair], lines: Thresholds | None = None) -> Tally:
    """Count how the rules did: a pair is found where a leader would be asked."""
    lines = lines or Thresholds()
    asked = [(pair, judged(pair, lines).asks(lines)) for pair in rows]
    return Tally(
        found=sum(pair.same and asks for pair, asks in asked),
        wrong=tuple(pair.number for pair, asks in asked if asks and not pair.same),
        missed=tuple(pair.number for pair, asks in asked if pair.same and not asks),
    )
