"""Timing inside one process: a warm-up, then several runs, told as minimum, median and maximum."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of each counted run."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        """The figure to quote."""
        return statistics.median(self.seconds)

    def __str__(self) -> str:
        least, most = min(self.seconds), max(self.seconds)
        return f"{self.median * 1000:8.1f} ms  (min {least * 1000:.1f}, max {most * 1000:.1f}, n={len(self.seconds)})"


def timed(work: Callable[[], object], *, runs: int = 7, warm_up: int = 1) -> Timing:
    """Run `work` `runs` times after `warm_up` uncounted ones."""
    for _ in range(warm_up):
        work()
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return Timing(tuple(seconds))


def row(label: str, value: object) -> None:
    """Print one line of the table of figures."""
    print(f"{label:<52} {value}")
