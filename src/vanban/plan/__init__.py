"""OfficialDocument -> targets, tasks, quantities, assignments, schedules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from vanban.extract import extract
from vanban.plan.engine import read_extraction
from vanban.plan.model import PlanReading

__all__ = ["PlanReading", "read_extraction", "read_plan"]


def read_plan(path: Path | str, progress: Callable[[float, str], None] | None = None) -> PlanReading:
    """Read a plan from a file; `progress` is told how far reading has come, from 0 to 1, and where it is.

    Raises:
        vanban.model.ReadingError: the file cannot be read; its message says why and what to do, in Vietnamese.
    """
    return read_extraction(extract(path, progress))
